// Improvement by simulated annealing: units move and change places, groups open, close and change with a closed one.
import { bestMove } from './greedy'
import { EXCLUDED } from './instance'
import { randomFrom } from './random'
import { NONE, type Seating } from './seating'

export interface AnnealingOptions {
  seed: number
  /** Tries; the measure of work. */
  steps: number
  /** Temperatures at the beginning and the end, in the unit of cost. */
  from: number
  to: number
  /**
   * Asked every thousand tries: the share of the time that is gone; 1 or more ends the search. Where time runs faster than tries it
   * cools by time, so that a search that is cut ends cold all the same.
   */
  gone: () => number
  /** Called at most every thousand tries, with the seating at its best so far. */
  better: (where: Int32Array, total: number) => void
}

/** Improves a seating and leaves it at the best complete one that was seen. The same options give the same seating. */
export function anneal(seating: Seating, { seed, steps, from, to, gone, better }: AnnealingOptions): void {
  const random = randomFrom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const { units, groups } = seating.instance
  const free = units.map((_, unit) => unit).filter((unit) => units[unit]!.locked === NONE && units[unit]!.reach.length > 0)
  let best = seating.isComplete() ? seating.total : Infinity
  const bestWhere = seating.where.slice()
  let isNews = false
  let time = 0
  if (free.length === 0) return

  for (let step = 0; step < steps; step++) {
    if (step % 1000 === 0) {
      if (isNews) better(bestWhere, best)
      isNews = false
      time = gone()
      if (time >= 1) break
    }
    const temperature = from * Math.pow(to / from, Math.max(step / steps, time))
    const accepts = (delta: number) => delta <= 0 || random() < Math.exp(-delta / temperature)
    if (random() < 0.004) tryGroup(seating, below(groups.length), random, temperature)
    else tryUnit(seating, free[below(free.length)]!, random, accepts)
    if (seating.total < best && seating.isComplete()) {
      best = seating.total
      bestWhere.set(seating.where)
      isNews = true
    }
  }
  if (seating.total > best || !seating.isComplete()) seating.restore(bestWhere)
  if (isNews) better(bestWhere, best)
}

/** Tries one unit elsewhere, alone or in exchange for somebody there. */
function tryUnit(seating: Seating, unit: number, random: () => number, accepts: (delta: number) => boolean): void {
  const { units, groups, seat } = seating.instance
  const from = seating.where[unit]!
  const { reach, unplaced } = units[unit]!
  const to = random() < 0.02 ? NONE : reach[Math.floor(random() * reach.length)]!
  if (to === from || (to !== NONE && !seating.isOpen(to))) return
  const leave = from === NONE ? -unplaced : seating.costWith(from, NONE, unit) - seating.cost[from]!
  if (to === NONE) {
    if (accepts(leave + unplaced)) seating.move(unit, NONE)
    return
  }
  if (random() < 0.4 || seating.members[to]!.length === 0) {
    const enter = seating.costWith(to, unit, NONE)
    if (enter < EXCLUDED && accepts(leave + enter - seating.cost[to]!)) seating.move(unit, to)
    return
  }
  const others = seating.members[to]!
  const other = others[Math.floor(random() * others.length)]!
  if (units[other]!.locked !== NONE) return
  if (from !== NONE && seat[other * groups.length + from]! >= EXCLUDED) return
  const there = seating.costWith(to, unit, other)
  if (there >= EXCLUDED) return
  const here = from === NONE ? units[other]!.unplaced - unplaced : seating.costWith(from, other, unit) - seating.cost[from]!
  if (here >= EXCLUDED || !accepts(there - seating.cost[to]! + here)) return
  seating.move(other, NONE)
  seating.move(unit, to)
  seating.move(other, from)
}

/** Tries to close an open group, to let a closed one take its place, or to open a closed one. Undone if it costs too much. */
function tryGroup(seating: Seating, group: number, random: () => number, temperature: number): void {
  const { instance } = seating
  if (instance.must[group]) return
  const before = seating.total
  const undo = seating.where.slice()
  if (seating.size[group]! > 0) {
    const members = [...seating.members[group]!]
    const instead = random() < 0.6 ? similar(seating, group, random) : NONE
    for (const unit of members) seating.move(unit, NONE)
    if (instead !== NONE && seating.mayOpen(instead)) {
      for (const unit of members) {
        if (seating.costWith(instead, unit, NONE) < EXCLUDED) seating.move(unit, instead)
      }
      gather(seating, instead, members[0]!, random)
    }
    for (const unit of members) if (seating.where[unit] === NONE) bestMove(seating, unit)
  } else {
    const able = instance.reachedBy[group]!
    if (able.length === 0) return
    const victim = inTheWay(seating, group, random)
    const displaced = victim === NONE ? [] : [...seating.members[victim]!]
    for (const unit of displaced) seating.move(unit, NONE)
    if (!seating.mayOpen(group)) {
      for (const unit of displaced) seating.move(unit, victim)
      return
    }
    gather(seating, group, able[Math.floor(random() * able.length)]!, random)
    dissolveShort(seating, group)
    for (const unit of displaced) if (seating.where[unit] === NONE) bestMove(seating, unit)
  }
  const delta = seating.total - before
  if (delta > 0 && random() >= Math.exp(-delta / (4 * temperature))) {
    for (let unit = 0; unit < undo.length; unit++) if (seating.where[unit] !== undo[unit]) seating.move(unit, NONE)
    for (let unit = 0; unit < undo.length; unit++) seating.move(unit, undo[unit]!)
  }
}

/** A group that could close so that a closed one may open under a limit that both count in; `NONE`: none is needed, or none could. */
function inTheWay(seating: Seating, group: number, random: () => number): number {
  const { groups, must, limitsOf } = seating.instance
  const full = seating.fullLimitOf(group)
  if (full === NONE) return NONE
  const open = groups.flatMap((_, other) => (!must[other] && seating.size[other]! > 0 && limitsOf[other]!.includes(full) ? [other] : []))
  return open.length === 0 ? NONE : open[Math.floor(random() * open.length)]!
}

/** Closes groups that gathering left too small, where they may close; their people go where it is cheapest. */
function dissolveShort(seating: Seating, opened: number): void {
  const { groups, must } = seating.instance
  groups.forEach(({ minSize }, group) => {
    if (group === opened || must[group] || seating.size[group] === 0 || seating.size[group]! >= minSize) return
    const members = [...seating.members[group]!]
    for (const unit of members) seating.move(unit, NONE)
    for (const unit of members) bestMove(seating, unit)
  })
}

/** A closed group that some of the members could enter. */
function similar(seating: Seating, group: number, random: () => number): number {
  const members = seating.members[group]!
  const { reach } = seating.instance.units[members[Math.floor(random() * members.length)]!]!
  const closed = reach.filter((other) => !seating.isOpen(other))
  return closed.length === 0 ? NONE : closed[Math.floor(random() * closed.length)]!
}

/** Draws into a group those who gain most by it, around the level and pace of one of them: up to its smallest size also at a loss. */
function gather(seating: Seating, group: number, around: number, random: () => number): void {
  const { groups, units, seat, level, pace, centres, paces, reachedBy } = seating.instance
  const candidate = groups[group]!
  const centre = lowest(level, around * centres, centres)
  const step = lowest(pace, around * paces, paces)
  const gains: { unit: number; gain: number }[] = []
  for (const unit of reachedBy[group]!) {
    const { locked, unplaced } = units[unit]!
    const from = seating.where[unit]!
    if (locked !== NONE || from === group) continue
    const enter = seat[unit * groups.length + group]! + level[unit * centres + centre]! + pace[unit * paces + step]!
    if (enter >= EXCLUDED) continue
    const leave = from === NONE ? -unplaced : seating.costWith(from, NONE, unit) - seating.cost[from]!
    gains.push({ unit, gain: -leave - enter + 10 * random() })
  }
  gains.sort((a, b) => b.gain - a.gain)
  for (const { unit, gain } of gains) {
    const size = seating.size[group]!
    if (size >= candidate.maxSize || (gain <= 0 && size >= candidate.minSize)) break
    if (seating.costWith(group, unit, NONE) < EXCLUDED) seating.move(unit, group)
  }
}

function lowest(values: Float64Array, first: number, count: number): number {
  let best = first
  for (let at = first + 1; at < first + count; at++) if (values[at]! < values[best]!) best = at
  return best - first
}
