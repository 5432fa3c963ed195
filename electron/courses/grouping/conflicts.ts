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
