// Who sits where, with the cost of every group kept up to date, so that a change is priced in the time of one group's bands.
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { EXCLUDED, type Instance, type Unit } from './instance'

/** Index that stands for "left over" and for "nobody". */
export const NONE = -1

/**
 * A plan in the making. Capacity, childcare, bands, pairs, locks and limits hold at all times; only the smallest size may be missed, at
 * `shortPrice` for each person short, so that the search can pass through groups that are too small.
 */
export class Seating {
  readonly instance: Instance
  readonly where: Int32Array
  readonly members: number[][]
  readonly size: Int32Array
  /** Cost of every group, including what it is short of people. */
  readonly cost: Float64Array
  /** For each group, what a person short of its smallest size costs. */
  readonly shortPrice: Float64Array
  total: number
  /** How many open groups miss their smallest size, and how many locked units are not where they must be. */
  private short = 0
  private misplaced: number
  private readonly childcare: Int32Array
  private readonly seatSum: Float64Array
  private readonly levelSum: Float64Array
  private readonly paceSum: Float64Array
  private readonly speakers: Int32Array
  private readonly languageSum: Float64Array
  private readonly openInLimit: Int32Array
  private readonly position: Int32Array

  constructor(instance: Instance) {
    this.instance = instance
    const { units, groups, centres, paces, languages, must, problem, limitMax } = instance
    this.where = new Int32Array(units.length).fill(NONE)
    this.position = new Int32Array(units.length)
    this.members = groups.map(() => [])
    this.size = new Int32Array(groups.length)
    this.cost = new Float64Array(groups.length)
    this.childcare = new Int32Array(groups.length)
    this.seatSum = new Float64Array(groups.length)
    this.levelSum = new Float64Array(groups.length * centres)
    this.paceSum = new Float64Array(groups.length * paces)
    this.speakers = new Int32Array(groups.length * languages)
    this.languageSum = new Float64Array(groups.length)
    this.openInLimit = new Int32Array(limitMax.length)
    // One that must open has to fill whatever its seats cost, so that being short costs more than the dearest of them.
    this.shortPrice = Float64Array.from(
      groups,
      (_, group) => 100 + problem.weights.unplaced + (must[group] ? dearestSeat(instance, group) : 0),
    )
    this.misplaced = units.filter(({ locked }) => locked !== NONE).length
    groups.forEach((_, group) => {
      if (this.isOpen(group)) this.count(group, 1)
      if (this.isShort(group)) this.short += 1
      this.cost[group] = this.costWith(group, NONE, NONE)
    })
    this.total = this.cost.reduce((sum, cost) => sum + cost, 0) + units.reduce((sum, { unplaced }) => sum + unplaced, 0)
  }

  /** A group is open if it has members, or must be. */
  isOpen(group: number): boolean {
    return this.instance.must[group] === true || this.size[group]! > 0
  }

  /** True if a group is open or can open without breaking a limit. */
  mayOpen(group: number): boolean {
    return this.isOpen(group) || this.fullLimitOf(group) === NONE
  }

  /** The first limit that lets no closed group of it open; `NONE`: no limit is in the way. */
  fullLimitOf(group: number): number {
    const { limitsOf, limitMax } = this.instance
    return limitsOf[group]!.find((limit) => this.openInLimit[limit]! >= limitMax[limit]!) ?? NONE
  }

  /** The group's cost with one unit more and one less (`NONE`: no change); `EXCLUDED` or more where a rule forbids it. */
  costWith(group: number, plus: number, minus: number): number {
    const { instance } = this
    const { groups, units, centres, paces, languages, level, pace, seat, languagePrice, problem } = instance
    const candidate = groups[group]!
    const added = plus === NONE ? null : units[plus]!
    const taken = minus === NONE ? null : units[minus]!
    const size = this.size[group]! + (added === null ? 0 : added.size) - (taken === null ? 0 : taken.size)
    if (size === 0 && !instance.must[group]) return 0
    if (size > candidate.maxSize) return EXCLUDED
    let cost = candidate.opening + problem.weights.emptySeat * (candidate.maxSize - size) + this.seatSum[group]! + this.languageSum[group]!
    if (size < candidate.minSize) cost += this.shortPrice[group]! * (candidate.minSize - size)
    if (added !== null) {
      if (this.childcare[group]! + added.childcare - (taken === null ? 0 : taken.childcare) > candidate.childcare) return EXCLUDED
      for (const other of added.apart) if (this.where[other] === group && other !== minus) return EXCLUDED
      cost += seat[plus * groups.length + group]!
      if (cost >= EXCLUDED) return EXCLUDED
    }
    if (taken !== null) cost -= seat[minus * groups.length + group]!
    if (added !== null || taken !== null) {
      const first = group * languages
      if (taken !== null) {
        for (const [language, count] of taken.languages) {
          const now = this.speakers[first + language]!
          cost += languagePrice[now - count]! - languagePrice[now]!
        }
      }
      if (added !== null) {
        for (const [language, count] of added.languages) {
          const now = this.speakers[first + language]! - (taken === null ? 0 : speakersOf(taken, language))
          cost += languagePrice[now + count]! - languagePrice[now]!
        }
      }
    }
    let best = Infinity
    const plusLevel = plus * centres
    const minusLevel = minus * centres
    for (let centre = 0, at = group * centres; centre < centres; centre++, at++) {
      const sum =
        this.levelSum[at]! + (added === null ? 0 : level[plusLevel + centre]!) - (taken === null ? 0 : level[minusLevel + centre]!)
      if (sum < best) best = sum
    }
    if (best >= EXCLUDED) return EXCLUDED
    cost += best
    best = Infinity
    const plusPace = plus * paces
    const minusPace = minus * paces
    for (let step = 0, at = group * paces; step < paces; step++, at++) {
      const sum = this.paceSum[at]! + (added === null ? 0 : pace[plusPace + step]!) - (taken === null ? 0 : pace[minusPace + step]!)
      if (sum < best) best = sum
    }
    return cost + best
  }

  /** Puts a unit into a group or leaves it over (`NONE`). The caller has priced it: rules are not asked again. */
  move(unit: number, to: number): void {
    const from = this.where[unit]!
    if (from === to) return
    const { unplaced, locked } = this.instance.units[unit]!
    if (locked !== NONE) this.misplaced += Number(from === locked) - Number(to === locked)
    if (from === NONE) this.total -= unplaced
    else this.alter(unit, from, -1)
    if (to === NONE) this.total += unplaced
    else this.alter(unit, to, 1)
    this.where[unit] = to
  }

  /** True if every group has its smallest size and every locked unit sits where it must. */
  isComplete(): boolean {
    return this.short === 0 && this.misplaced === 0
  }

  /** What each unit costs: its own seat, level and pace, and an equal part for each person of what its group costs besides; left over, just that. */
  shares(): number[] {
    const { units, groups, seat, centres, paces, level, pace } = this.instance
    const own = units.map(({ unplaced }) => unplaced)
    groups.forEach((_, group) => {
      if (this.size[group] === 0) return
      const centre = lowest(this.levelSum, group * centres, centres)
      const step = lowest(this.paceSum, group * paces, paces)
      let rest = this.cost[group]!
      for (const unit of this.members[group]!) {
        const alone = seat[unit * groups.length + group]! + level[unit * centres + centre]! + pace[unit * paces + step]!
        own[unit] = alone
        rest -= alone
      }
      for (const unit of this.members[group]!) own[unit]! += (rest * units[unit]!.size) / this.size[group]!
    })
    return own
  }

  /** The plan as it stands: each open group on its cheapest band. Only for a complete seating. */
  plan(bound: number | null): GroupingPlan {
    const { problem, groups, units, centres, paces } = this.instance
    return {
      format: 'grouping-plan-1',
      instance: problem.name,
      groups: groups.flatMap(({ id }, group) =>
        this.isOpen(group)
          ? [
              {
                id,
                centre: problem.centres[lowest(this.levelSum, group * centres, centres)]!,
                pace: problem.paces[lowest(this.paceSum, group * paces, paces)]!,
              },
            ]
          : [],
      ),
      assignments: Object.fromEntries(
        units.flatMap(({ people }, unit) => {
          const group = groups[this.where[unit]!]
          return people.map(({ id }) => [id, group?.id ?? null])
        }),
      ),
      objective: this.total,
      bound,
    }
  }

  /** Seats everybody as `where` says: a copy of another seating's `where`. */
  restore(where: Int32Array): void {
    for (let unit = 0; unit < where.length; unit++) this.move(unit, NONE)
    for (let unit = 0; unit < where.length; unit++) this.move(unit, where[unit]!)
  }

  private alter(unit: number, group: number, sign: 1 | -1): void {
    const { units, groups, centres, paces, languages, level, pace, seat, languagePrice } = this.instance
    const { size, childcare, languages: spoken } = units[unit]!
    const wasOpen = this.isOpen(group)
    const wasShort = this.isShort(group)
    this.size[group]! += sign * size
    this.childcare[group]! += sign * childcare
    this.seatSum[group]! += sign * seat[unit * groups.length + group]!
    for (let centre = 0; centre < centres; centre++) this.levelSum[group * centres + centre]! += sign * level[unit * centres + centre]!
    for (let step = 0; step < paces; step++) this.paceSum[group * paces + step]! += sign * pace[unit * paces + step]!
    for (const [language, count] of spoken) {
      const at = group * languages + language
      this.languageSum[group]! -= languagePrice[this.speakers[at]!]!
      this.speakers[at]! += sign * count
      this.languageSum[group]! += languagePrice[this.speakers[at]!]!
    }
    const here = this.members[group]!
    if (sign === 1) {
      this.position[unit] = here.length
      here.push(unit)
    } else {
      const last = here.pop() ?? unit
      if (last !== unit) {
        here[this.position[unit]!] = last
        this.position[last] = this.position[unit]!
      }
    }
    if (wasOpen !== this.isOpen(group)) this.count(group, sign)
    this.short += Number(this.isShort(group)) - Number(wasShort)
    const cost = this.costWith(group, NONE, NONE)
    this.total += cost - this.cost[group]!
    this.cost[group] = cost
  }

  private isShort(group: number): boolean {
    return this.isOpen(group) && this.size[group]! < this.instance.groups[group]!.minSize
  }

  private count(group: number, sign: 1 | -1): void {
    for (const limit of this.instance.limitsOf[group]!) this.openInLimit[limit]! += sign
  }
}

/** The most that a person can cost in a group, languages apart. */
function dearestSeat({ units, groups, seat, level, pace, centres, paces, reachedBy }: Instance, group: number): number {
  let dearest = 0
  for (const unit of reachedBy[group]!) {
    const highest = (values: Float64Array, count: number) => {
      let most = 0
      for (let at = unit * count; at < (unit + 1) * count; at++) if (values[at]! < EXCLUDED) most = Math.max(most, values[at]!)
      return most
    }
    const cost = seat[unit * groups.length + group]! + highest(level, centres) + highest(pace, paces)
    dearest = Math.max(dearest, cost / units[unit]!.size)
  }
  return dearest
}

function speakersOf({ languages }: Unit, language: number): number {
  for (const [spoken, count] of languages) if (spoken === language) return count
  return 0
}

function lowest(values: Float64Array, first: number, count: number): number {
  let best = first
  for (let at = first + 1; at < first + count; at++) if (values[at]! < values[best]!) best = at
  return best - first
}
