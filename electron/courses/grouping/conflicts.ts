// Why no plan can exist, found without a search: locks, groups that must open, pairs and limits that contradict each other, in words.
import { chainsOf, type GroupingPerson, type GroupingProblem, type Names } from '../../../shared/courses/grouping/model'
import { openFaults, seatRuleInWords, seatRules } from '../../../shared/courses/grouping/rules'
import { t } from '../../../shared/i18n/text'

/** Conflicts that every plan would run into, as German sentences; none found does not mean that a plan exists. */
export function conflictsOf(problem: GroupingProblem, names: Names = {}): string[] {
  const nameOf = (id: string) => names[id] ?? id
  const chains = chainsOf(problem)
  const lockedInto = new Map<string, GroupingPerson[]>()
  const conflicts: string[] = []
  for (const chain of chains) {
    const targets = [...new Set(chain.map(({ locked }) => locked).filter((locked) => locked !== null))]
    const [target] = targets
    if (target === undefined) continue
    if (targets.length > 1) {
      conflicts.push(
        t('{people} sollen zusammenbleiben, sind aber für verschiedene Gruppen fixiert ({groups}).', {
          people: chain.map(({ id }) => nameOf(id)).join(', '),
          groups: targets.map(nameOf).join(', '),
        }),
      )
      continue
    }
    lockedInto.set(target, [...(lockedInto.get(target) ?? []), ...chain])
  }

  for (const group of problem.groups) {
    const locked = lockedInto.get(group.id) ?? []
    if (locked.length === 0 && !group.mustOpen) continue
    for (const person of locked)
      for (const rule of seatRules(problem, person, group))
        conflicts.push(t('Fixiert und doch nicht möglich: {rule}', { rule: seatRuleInWords(rule, problem, person, group, names) }))
    if (locked.length > group.maxSize)
      conflicts.push(
        t('Für Gruppe {group} sind {count} Personen fixiert, sie hat nur Platz für {max}.', {
          group: nameOf(group.id),
          count: locked.length,
          max: group.maxSize,
        }),
      )
    const children = locked.reduce((sum, { childcare }) => sum + childcare, 0)
    if (children > group.childcare)
      conflicts.push(
        t('Die für Gruppe {group} Fixierten brauchen {need} Plätze in der Kinderbetreuung, es gibt {places}.', {
          group: nameOf(group.id),
          need: children,
          places: group.childcare,
        }),
      )
    const here = new Set(locked.map(({ id }) => id))
    for (const [one, other] of problem.apart) {
      if (here.has(one) && here.has(other))
        conflicts.push(
          t('{one} und {other} sollen getrennt sein, sind aber beide für Gruppe {group} fixiert.', {
            one: nameOf(one),
            other: nameOf(other),
            group: nameOf(group.id),
          }),
        )
    }
    conflicts.push(...tooFewFor(problem, chains, group, locked, nameOf(group.id)))
  }
  const open = new Set(problem.groups.filter(({ id, mustOpen }) => mustOpen || lockedInto.has(id)).map(({ id }) => id))
  if (conflicts.length === 0) conflicts.push(...tooFewForAll(problem, chains, open, nameOf))
  return [
    ...conflicts,
    ...openFaults(problem, open, names).map((fault) =>
      t('Schon die Gruppen, die geöffnet bleiben müssen, sind zu viele: {fault}', { fault }),
    ),
  ]
}

/** A group that must open needs its smallest size from people who may enter it, on a middle that admits all who are locked into it. */
function tooFewFor(
  problem: GroupingProblem,
  chains: readonly GroupingPerson[][],
  group: GroupingProblem['groups'][number],
  locked: readonly GroupingPerson[],
  name: string,
): string[] {
  const near =
    (centre: number) =>
    ({ score }: GroupingPerson) =>
      Math.abs(score - centre) <= problem.weights.maxDeviation
  const able = chains.filter((chain) => chain.every((person) => seatRules(problem, person, group).length === 0))
  const people = able.reduce((sum, chain) => sum + chain.length, 0)
  if (people < group.minSize)
    return [
      t('Gruppe {group} muss öffnen und braucht mindestens {min} Personen, aber nur {count} kommen infrage.', {
        group: name,
        min: group.minSize,
        count: people,
      }),
    ]
  const middles = problem.centres.filter((centre) => locked.every(near(centre)))
  if (middles.length === 0) return [t('Die für Gruppe {group} Fixierten liegen in ihren Punkten zu weit auseinander.', { group: name })]
  const most = Math.max(
    ...middles.map((centre) => able.filter((chain) => chain.every(near(centre))).reduce((sum, chain) => sum + chain.length, 0)),
  )
  return most >= group.minSize
    ? []
    : [
        t('Gruppe {group} muss öffnen und braucht mindestens {min} Personen eines Niveaus, aber höchstens {count} passen zusammen.', {
          group: name,
          min: group.minSize,
          count: most,
        }),
      ]
}

/**
 * The groups that must open need different people for their smallest sizes. Seats are given out one by one; where no chain of changes
 * frees somebody for the next one, the groups on those chains are more than all who may enter any of them can fill.
 */
function tooFewForAll(
  problem: GroupingProblem,
  chains: readonly GroupingPerson[][],
  open: ReadonlySet<string>,
  nameOf: (id: string) => string,
): string[] {
  const groups = problem.groups.filter(({ id, minSize }) => open.has(id) && minSize > 0)
  const able = groups.map((group) =>
    chains.filter((chain) => chain.every((person) => seatRules(problem, person, group).length === 0)).flat(),
  )
  const seatOf = new Map<GroupingPerson, number>()
  for (const [group, { minSize }] of groups.entries()) {
    for (let seat = 0; seat < minSize; seat++) {
      const reached = freeSeat(group, able, seatOf)
      if (reached === null) continue
      return [
        t('Die Gruppen {groups} müssen öffnen und brauchen zusammen mindestens {min} Personen, aber nur {count} kommen infrage.', {
          groups: reached.map((one) => nameOf(groups[one]?.id ?? '')).join(', '),
          min: reached.reduce((sum, one) => sum + (groups[one]?.minSize ?? 0), 0),
          count: new Set(reached.flatMap((one) => able[one] ?? [])).size,
        }),
      ]
    }
  }
  return []
}

/** Seats one more in a group, others changing theirs if need be. `null` where that worked, else the groups that the changes reach. */
function freeSeat(group: number, able: readonly GroupingPerson[][], seatOf: Map<GroupingPerson, number>): number[] | null {
  const reached = [group]
  const cameFrom = new Map<number, GroupingPerson>()
  // The list grows while it is read: whoever sits in a group that is reached may leave it for the group before.
  const wantedBy = new Map<GroupingPerson, number>()
  for (const to of reached) {
    for (const person of able[to] ?? []) {
      if (wantedBy.has(person)) continue
      wantedBy.set(person, to)
      const from = seatOf.get(person)
      if (from !== undefined) {
        if (!reached.includes(from)) {
          reached.push(from)
          cameFrom.set(from, person)
        }
        continue
      }
      for (let one: GroupingPerson | undefined = person; one !== undefined;) {
        const next: number = wantedBy.get(one) ?? group
        seatOf.set(one, next)
        one = cameFrom.get(next)
      }
      return null
    }
  }
  return reached
}
