// The hard rules of bench/grouping/model.md in words, for one person and one group. The checker has its own.
import { t } from '../../i18n/text'
import type { CandidateGroup, GroupingPerson, GroupingProblem, Names } from './model'

/** Rules that bind one person and one group, whoever else sits there. */
export type SeatRule = 'locked' | 'type' | 'slot' | 'travel' | 'childcare'

/** The rules that keep somebody out of a group, whoever else sits there (model.md, rules 2, 4 and 7). */
export function seatRules({ travelLimit }: GroupingProblem, person: GroupingPerson, group: CandidateGroup): SeatRule[] {
  const broken: SeatRule[] = []
  if (person.locked !== null && person.locked !== group.id) broken.push('locked')
  if (!person.types.includes(group.type)) broken.push('type')
  if (!person.slots.includes(group.slot)) broken.push('slot')
  const minutes = person.minutes[group.site]
  if (minutes === undefined || minutes > travelLimit) broken.push('travel')
  if (person.childcare > group.childcare) broken.push('childcare')
  return broken
}

/** What a seat rule says about this person and group, as a German sentence. */
export function seatRuleInWords(
  rule: SeatRule,
  problem: GroupingProblem,
  person: GroupingPerson,
  group: CandidateGroup,
  names: Names = {},
): string {
  const who = names[person.id] ?? person.id
  const where = names[group.id] ?? group.id
  const named = (list: readonly { id: string; name: string }[], id: string) => list.find((one) => one.id === id)?.name ?? id
  switch (rule) {
    case 'locked':
      return t('{who} ist für Gruppe {group} fixiert.', { who, group: names[person.locked ?? ''] ?? person.locked ?? '' })
    case 'type':
      return t('{who} kann keinen Kurs der Art „{type}“ besuchen (Gruppe {group}).', {
        who,
        type: named(problem.types, group.type),
        group: where,
      })
    case 'slot':
      return t('{who} hat in der Kurszeit „{slot}“ keine Zeit (Gruppe {group}).', {
        who,
        slot: named(problem.slots, group.slot),
        group: where,
      })
    case 'travel': {
      const minutes = person.minutes[group.site]
      const limit = problem.travelLimit
      if (minutes === undefined) return t('Für {who} ist kein Weg zu Gruppe {group} bekannt.', { who, group: where })
      return t('Der Weg von {who} zu Gruppe {group} dauert {minutes} Minuten, die Grenze liegt bei {limit}.', {
        who,
        group: where,
        minutes,
        limit,
      })
    }
    case 'childcare':
      return t(
        '{who} braucht Kinderbetreuung für {need, plural, one {# Kind} other {# Kinder}}, Gruppe {group} hat {places, plural, =0 {keine Plätze} one {# Platz} other {# Plätze}}.',
        { who, need: person.childcare, group: where, places: group.childcare },
      )
  }
}

/**
 * What is broken within an open group, as German sentences: each member's seat rules, size, childcare, level, pairs that must stay
 * apart (model.md, rules 2 to 7). `centre`: the middle of its band.
 */
export function groupFaults(
  problem: GroupingProblem,
  group: CandidateGroup,
  centre: number,
  members: readonly GroupingPerson[],
  names: Names = {},
): string[] {
  const where = names[group.id] ?? group.id
  const nameOf = (id: string) => names[id] ?? id
  const faults = members.flatMap((person) =>
    seatRules(problem, person, group).map((rule) => seatRuleInWords(rule, problem, person, group, names)),
  )
  if (members.length < group.minSize)
    faults.push(
      t('Gruppe {group} hat {count, plural, one {# Person} other {# Personen}} und braucht mindestens {min}.', {
        group: where,
        count: members.length,
        min: group.minSize,
      }),
    )
  if (members.length > group.maxSize)
    faults.push(
      t('Gruppe {group} hat {count, plural, one {# Person} other {# Personen}} und nur Platz für {max}.', {
        group: where,
        count: members.length,
        max: group.maxSize,
      }),
    )
  const children = members.reduce((sum, { childcare }) => sum + childcare, 0)
  if (children > group.childcare && members.every(({ childcare }) => childcare <= group.childcare)) {
    faults.push(
      t('Gruppe {group} braucht {need} Plätze in der Kinderbetreuung und hat {places}.', {
        group: where,
        need: children,
        places: group.childcare,
      }),
    )
  }
  for (const { id, score } of members) {
    const distance = Math.abs(score - centre)
    if (distance > problem.weights.maxDeviation)
      faults.push(
        t('{who} liegt mit {score} Punkten {distance} Punkte neben der Mitte von Gruppe {group} ({centre}), erlaubt sind {limit}.', {
          who: nameOf(id),
          score,
          distance,
          group: where,
          centre,
          limit: problem.weights.maxDeviation,
        }),
      )
  }
  const here = new Set(members.map(({ id }) => id))
  for (const [one, other] of problem.apart) {
    if (here.has(one) && here.has(other))
      faults.push(
        t('{one} und {other} sollen nicht in derselben Gruppe sein (Gruppe {group}).', {
          one: nameOf(one),
          other: nameOf(other),
          group: where,
        }),
      )
  }
  return faults
}

/** What is broken if exactly these groups are open: limits, and groups that must be (model.md, rules 7 and 8), as German sentences. */
export function openFaults(problem: GroupingProblem, open: ReadonlySet<string>, names: Names = {}): string[] {
  const nameOf = (id: string) => names[id] ?? id
  const closed = problem.groups.filter(({ id, mustOpen }) => mustOpen && !open.has(id))
  const overrun = problem.limits
    .map((limit) => ({ ...limit, open: limit.groups.filter((id) => open.has(id)) }))
    .filter((limit) => limit.open.length > limit.max)
  return [
    ...closed.map(({ id }) => t('Gruppe {group} muss geöffnet bleiben.', { group: nameOf(id) })),
    ...overrun.map(({ name, max, open: groups }) =>
      t('Grenze „{name}“: {count} Gruppen sind geöffnet ({groups}), erlaubt sind {max}.', {
        name,
        count: groups.length,
        groups: groups.map(nameOf).join(', '),
        max,
      }),
    ),
  ]
}
