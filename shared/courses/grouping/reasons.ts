// Why somebody is left over: the first rule after which no group remains, in words.
import { t } from '../../i18n/text'
import { bestBand } from './cost'
import { type CandidateGroup, chainsOf, type GroupingPerson, type GroupingPlan, type GroupingProblem, type Names } from './model'
import { costOfMoves } from './move'
import { type SeatRule, seatRules } from './rules'

/** For everybody whom a plan leaves over, one German sentence that says which rule blocks; by person id. `names`: words for ids. */
export function reasonsLeftOver(problem: GroupingProblem, plan: GroupingPlan, names: Names = {}): Record<string, string> {
  const membersByGroup = new Map<string, GroupingPerson[]>(plan.groups.map(({ id }) => [id, []]))
  for (const person of problem.people) membersByGroup.get(plan.assignments[person.id] ?? '')?.push(person)
  return Object.fromEntries(
    chainsOf(problem).flatMap((chain) =>
      chain
        .filter(({ id }) => plan.assignments[id] == null)
        .map((person) => [person.id, reason(problem, plan, membersByGroup, chain, person, names)]),
    ),
  )
}

function reason(
  problem: GroupingProblem,
  plan: GroupingPlan,
  membersByGroup: Map<string, GroupingPerson[]>,
  chain: GroupingPerson[],
  person: GroupingPerson,
  names: Names,
): string {
  const alone = blockedBySeatRule(problem, [person])
  if (alone.sentence !== null) return alone.sentence
  const joint = blockedBySeatRule(problem, chain)
  const partners = chain
    .filter(({ id }) => id !== person.id)
    .map(({ id }) => names[id] ?? id)
    .join(', ')
  if (joint.sentence !== null) return t('Gemeinsam mit {partners}: {sentence}', { partners, sentence: joint.sentence })

  const open = joint.groups.filter(({ id }) => membersByGroup.has(id))
  const nameAll = (groups: CandidateGroup[]) => groups.map(({ id }) => names[id] ?? id).join(', ')
  if (open.length === 0) return t('Passende Gruppen öffnen in diesem Plan nicht ({groups}).', { groups: nameAll(joint.groups) })

  const membersOf = ({ id }: CandidateGroup) => membersByGroup.get(id) ?? []
  const together = (group: CandidateGroup) => [...membersOf(group), ...chain]
  const steps: { name: 'level' | 'apart' | 'childcare' | 'full'; fits: (group: CandidateGroup) => boolean }[] = [
    { name: 'level', fits: (group) => fitsLevel(problem, together(group)) },
    {
      name: 'apart',
      fits: (group) => {
        const here = new Set(together(group).map(({ id }) => id))
        return !problem.apart.some(([one, other]) => here.has(one) && here.has(other))
      },
    },
    { name: 'childcare', fits: (group) => together(group).reduce((sum, { childcare }) => sum + childcare, 0) <= group.childcare },
    { name: 'full', fits: (group) => together(group).length <= group.maxSize },
  ]
  let left = open
  for (const { name, fits } of steps) {
    const next = left.filter(fits)
    if (next.length === 0) return openGroupSentence(name, nameAll(left), chain.length)
    left = next
  }
  const cheapest = costOfMoves(problem, plan, person.id, names).find(({ groupId, broken }) => groupId !== null && broken.length === 0)
  if (cheapest === undefined || cheapest.groupId === null)
    return t('In den passenden Gruppen steht eine andere Regel entgegen ({groups}).', { groups: nameAll(left) })
  // Somebody was left over by hand, or the search was cut short.
  if (cheapest.delta < 0)
    return t('Möglich wäre Gruppe {group}; das kostet {gain} Minuten weniger, als die Person nicht einzuplanen.', {
      group: names[cheapest.groupId] ?? cheapest.groupId,
      gain: -cheapest.delta,
    })
  return t('Möglich wäre Gruppe {group}; das kostet {delta} Minuten mehr, als die Person nicht einzuplanen.', {
    group: names[cheapest.groupId] ?? cheapest.groupId,
    delta: cheapest.delta,
  })
}

function openGroupSentence(name: 'level' | 'apart' | 'childcare' | 'full', groups: string, count: number): string {
  switch (name) {
    case 'level':
      return t('Die passenden offenen Gruppen lernen auf einem anderen Niveau ({groups}).', { groups })
    case 'apart':
      return t('In den passenden offenen Gruppen sitzt jemand, von dem die Person getrennt sein soll ({groups}).', { groups })
    case 'childcare':
      return count > 1
        ? t('In den passenden offenen Gruppen reicht die Kinderbetreuung nicht für alle, die zusammenbleiben ({groups}).', { groups })
        : t('In den passenden offenen Gruppen ist die Kinderbetreuung belegt ({groups}).', { groups })
    case 'full':
      return count > 1
        ? t('Die passenden offenen Gruppen haben keine {count} Plätze mehr frei ({groups}).', { count, groups })
        : t('Die passenden offenen Gruppen sind voll ({groups}).', { groups })
  }
}

/** The groups that remain after the seat rules for all of a chain, or the sentence of the first rule that left none. */
function blockedBySeatRule(
  problem: GroupingProblem,
  chain: readonly GroupingPerson[],
): { groups: CandidateGroup[]; sentence: string | null } {
  let groups = problem.groups
  for (const rule of ['type', 'slot', 'travel', 'childcare'] as const) {
    const next = groups.filter((group) => chain.every((person) => !seatRules(problem, person, group).includes(rule)))
    if (next.length === 0) return { groups: [], sentence: seatRuleSentence(problem, rule, chain, groups) }
    groups = next
  }
  return { groups, sentence: null }
}

function seatRuleSentence(
  problem: GroupingProblem,
  rule: Exclude<SeatRule, 'locked'>,
  chain: readonly GroupingPerson[],
  before: readonly CandidateGroup[],
): string {
  switch (rule) {
    case 'type':
      return t('Es gibt keinen Kurs einer passenden Kursart.')
    case 'slot':
      return t('Kein Kurs der passenden Art liegt in einer möglichen Kurszeit.')
    case 'travel': {
      const ways = before.flatMap(({ site }) => chain.map(({ minutes }) => minutes[site])).filter((minutes) => minutes !== undefined)
      const nearest = Math.min(...ways.filter((minutes) => minutes > problem.travelLimit))
      if (!Number.isFinite(nearest)) return t('Zu keinem passenden Kurs ist ein Weg bekannt.')
      return t('Der nächste passende Kurs ist {minutes} Minuten entfernt, die Grenze liegt bei {limit}.', {
        minutes: nearest,
        limit: problem.travelLimit,
      })
    }
    case 'childcare':
      return t('Kein erreichbarer passender Kurs hat die nötige Kinderbetreuung.')
  }
}

function fitsLevel(problem: GroupingProblem, members: readonly GroupingPerson[]): boolean {
  const { centre } = bestBand(problem, members)
  return members.every(({ score }) => Math.abs(score - centre) <= problem.weights.maxDeviation)
}
