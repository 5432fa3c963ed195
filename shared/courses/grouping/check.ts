// Judges a plan from problem and plan alone: every rule and every cost of bench/grouping/model.md, recomputed here. It shares no code
// with the search, the cost and the rules: who judges does not use what is judged.
import { t } from '../../i18n/text'
import type { GroupingPlan, GroupingProblem, Names } from './model'

/** What a plan costs, part by part. */
export interface PlanCost {
  level: number
  pace: number
  travel: number
  otherType: number
  wishes: number
  moved: number
  languages: number
  opening: number
  emptySeats: number
  unplaced: number
}

/**
 * Every rule that a plan breaks, as German sentences (none: the plan holds), and its cost. A cost or bound that the plan claims
 * wrongly is a broken rule too. `names`: words for ids.
 */
export function checkPlan(
  problem: GroupingProblem,
  plan: GroupingPlan,
  names: Names = {},
): { problems: string[]; objective: number; parts: PlanCost } {
  const problems: string[] = []
  const called = (id: string | null | undefined) => (id == null ? t('nicht eingeplant') : (names[id] ?? id))
  const groupById = new Map(problem.groups.map((group) => [group.id, group]))
  const bandById = new Map<string, GroupingPlan['groups'][number]>()
  const parts: PlanCost = {
    level: 0,
    pace: 0,
    travel: 0,
    otherType: 0,
    wishes: 0,
    moved: 0,
    languages: 0,
    opening: 0,
    emptySeats: 0,
    unplaced: 0,
  }
  const price = problem.weights

  if (plan.instance !== problem.name)
    problems.push(t('Der Plan gehört zu „{instance}“, nicht zu „{problem}“.', { instance: plan.instance, problem: problem.name }))
  for (const band of plan.groups) {
    if (!groupById.has(band.id)) problems.push(t('Gruppe {group} steht nicht zur Wahl.', { group: called(band.id) }))
    else if (bandById.has(band.id)) problems.push(t('Gruppe {group} ist zweimal geöffnet.', { group: called(band.id) }))
    else bandById.set(band.id, band)
    if (!problem.centres.includes(band.centre) || !problem.paces.includes(band.pace))
      problems.push(t('Gruppe {group} hat ein Niveau oder Tempo, das es nicht gibt.', { group: called(band.id) }))
  }

  const known = new Set(problem.people.map(({ id }) => id))
  for (const id of Object.keys(plan.assignments))
    if (!known.has(id)) problems.push(t('{who} gehört nicht zu den Personen, die geplant werden.', { who: called(id) }))

  const tallyById = new Map([...bandById.keys()].map((id) => [id, { people: 0, children: 0, languages: new Map<string, number>() }]))
  for (const person of problem.people) {
    const to = Object.hasOwn(plan.assignments, person.id) ? plan.assignments[person.id] : undefined
    const who = called(person.id)
    if (to === undefined) problems.push(t('{who} kommt im Plan nicht vor.', { who }))
    if (person.locked !== null && person.locked !== to)
      problems.push(t('{who} ist für Gruppe {locked} fixiert, aber: {where}.', { who, locked: called(person.locked), where: called(to) }))
    if (to == null) {
      parts.unplaced += price.unplaced * person.urgency
      continue
    }
    const group = groupById.get(to)
    const band = bandById.get(to)
    const tally = tallyById.get(to)
    if (group === undefined || band === undefined || tally === undefined) {
      problems.push(t('{who} sitzt in Gruppe {group}, die nicht geöffnet ist.', { who, group: called(to) }))
      continue
    }
    tally.people += 1
    tally.children += person.childcare
    tally.languages.set(person.language, 1 + (tally.languages.get(person.language) ?? 0))

    const way = person.minutes[group.site] ?? Infinity
    if (person.types.indexOf(group.type) < 0)
      problems.push(t('{who} darf diese Kursart nicht besuchen (Gruppe {group}).', { who, group: called(to) }))
    if (person.slots.indexOf(group.slot) < 0)
      problems.push(t('{who} hat zu dieser Kurszeit keine Zeit (Gruppe {group}).', { who, group: called(to) }))
    if (!(way <= problem.travelLimit))
      problems.push(t('{who} hat zu Gruppe {group} einen zu weiten oder unbekannten Weg.', { who, group: called(to) }))
    const points = person.score > band.centre ? person.score - band.centre : band.centre - person.score
    if (points > price.maxDeviation)
      problems.push(
        t('{who} liegt {points} Punkte neben der Mitte von Gruppe {group}, erlaubt sind {limit}.', {
          who,
          points,
          group: called(to),
          limit: price.maxDeviation,
        }),
      )

    parts.level += points > price.near ? price.near * price.spread + (points - price.near) * price.spreadFar : points * price.spread
    parts.pace += price.pace * (person.pace > band.pace ? person.pace - band.pace : band.pace - person.pace)
    if (Number.isFinite(way)) parts.travel += price.travel * way
    if (person.types.indexOf(group.type) !== 0) parts.otherType += price.otherType
    for (const [wish, got] of [
      [person.wishSite, group.site],
      [person.wishSlot, group.slot],
    ] as const)
      if (wish !== null && wish !== got) parts.wishes += price.wish
    if (person.present !== null && person.present !== to) parts.moved += price.moved
  }

  for (const [id, tally] of tallyById) {
    const group = groupById.get(id)
    if (group === undefined) continue
    const { minSize, maxSize, childcare } = group
    if (tally.people < minSize || tally.people > maxSize)
      problems.push(
        t('Gruppe {group} hat {count, plural, one {# Person} other {# Personen}}, erlaubt sind {min} bis {max}.', {
          group: called(id),
          count: tally.people,
          min: minSize,
          max: maxSize,
        }),
      )
    if (tally.children > childcare)
      problems.push(
        t('Gruppe {group} braucht {need} Plätze in der Kinderbetreuung, es gibt {places}.', {
          group: called(id),
          need: tally.children,
          places: childcare,
        }),
      )
    parts.opening += group.opening
    if (maxSize > tally.people) parts.emptySeats += (maxSize - tally.people) * price.emptySeat
    for (const count of tally.languages.values())
      if (count > price.languageFree) parts.languages += (count - price.languageFree) * price.sameLanguage
  }
  for (const { id, mustOpen } of problem.groups)
    if (mustOpen && !bandById.has(id))
      problems.push(t('Gruppe {group} muss geöffnet bleiben, ist aber geschlossen.', { group: called(id) }))
  for (const limit of problem.limits) {
    let open = 0
    for (const id of limit.groups) if (bandById.has(id)) open += 1
    if (open > limit.max)
      problems.push(t('Grenze „{name}“: {open} Gruppen sind geöffnet, erlaubt sind {max}.', { name: limit.name, open, max: limit.max }))
  }
  const seatOf = (id: string) => plan.assignments[id] ?? null
  for (const [one, other] of problem.together) {
    if (seatOf(one) !== seatOf(other))
      problems.push(
        t('{one} und {other} sollen zusammenbleiben, aber: {where} und {elsewhere}.', {
          one: called(one),
          other: called(other),
          where: called(seatOf(one)),
          elsewhere: called(seatOf(other)),
        }),
      )
  }
  for (const [one, other] of problem.apart) {
    const seat = seatOf(one)
    if (seat !== null && seat === seatOf(other))
      problems.push(
        t('{one} und {other} sollen getrennt sein, sitzen aber beide in Gruppe {group}.', {
          one: called(one),
          other: called(other),
          group: called(seat),
        }),
      )
  }

  const objective = Object.values<number>({ ...parts }).reduce((sum, part) => sum + part, 0)
  if (plan.objective !== objective)
    problems.push(t('Der Plan gibt Kosten von {claimed} an, es sind {cost}.', { claimed: plan.objective, cost: objective }))
  if (plan.bound !== null && plan.bound > objective)
    problems.push(
      t('Der Plan gibt eine Schranke von {bound} an, die über seinen Kosten von {cost} liegt.', { bound: plan.bound, cost: objective }),
    )
  if (plan.proven === true && plan.bound !== objective)
    problems.push(t('Der Plan nennt sich bestmöglich, ohne dass die Schranke das zeigt.'))
  return { problems, objective, parts }
}
