// The first plan: locked people, then the group that gains most, and so on; then every single move that helps.
import { BandFloors } from './bandFloors'
import { EXCLUDED, type Instance } from './instance'
import { NONE, Seating } from './seating'

/** A seating that keeps every rule but, where groups must open, perhaps not their smallest size. Takes well under a second for 1,000 people. */
export function firstSeating(instance: Instance): Seating {
  const seating = new Seating(instance)
  instance.units.forEach(({ locked }, unit) => {
    if (locked !== NONE && seating.costWith(locked, unit, NONE) < EXCLUDED) seating.move(unit, locked)
  })
  // Groups that must open take their people first, those with the fewest candidates before the others.
  const candidates = instance.groups.map((_, group) => instance.units.filter(({ reach }) => reach.includes(group)).length)
  const must = instance.groups
    .map((_, group) => group)
    .filter((group) => instance.must[group])
    .sort((a, b) => candidates[a]! - candidates[b]!)
  for (const group of must) seat(seating, group, bestMembers(seating, group))
  openByGain(seating)
  for (let improved = true; improved;) {
    improved = false
    instance.units.forEach(({ locked }, unit) => {
      if (locked === NONE && bestMove(seating, unit)) improved = true
    })
  }
  return seating
}

/** Moves and swaps single units as long as that helps. `stop` is asked now and then. */
export function descend(seating: Seating, stop: () => boolean = () => false): void {
  const { units } = seating.instance
  for (let improved = true; improved && !stop();) {
    improved = false
    for (let unit = 0; unit < units.length; unit++) {
      if (units[unit]!.locked !== NONE) continue
      if (bestMove(seating, unit) || bestSwap(seating, unit)) improved = true
    }
  }
}

/** Seats a unit where it costs least in all, or leaves it over. True if that changed anything. */
export function bestMove(seating: Seating, unit: number): boolean {
  const { units } = seating.instance
  const from = seating.where[unit]!
  const { reach, unplaced } = units[unit]!
  const leave = from === NONE ? 0 : seating.costWith(from, NONE, unit) - seating.cost[from]!
  let to = from
  let best = from === NONE ? unplaced : 0
  if (from !== NONE && leave + unplaced < best) {
    best = leave + unplaced
    to = NONE
  }
  for (const group of reach) {
    if (group === from || !seating.mayOpen(group)) continue
    const delta = leave + seating.costWith(group, unit, NONE) - seating.cost[group]!
    if (delta < best) {
      best = delta
      to = group
    }
  }
  if (to === from) return false
  seating.move(unit, to)
  return true
}

function bestSwap(seating: Seating, unit: number): boolean {
  const { units, groups, seat } = seating.instance
  const from = seating.where[unit]!
  const { reach, unplaced } = units[unit]!
  let best = 0
  let partner = NONE
  for (const group of reach) {
    if (group === from) continue
    for (const other of seating.members[group]!) {
      const { locked, unplaced: othersUnplaced } = units[other]!
      if (locked !== NONE || (from !== NONE && seat[other * groups.length + from]! >= EXCLUDED)) continue
      const there = seating.costWith(group, unit, other) - seating.cost[group]!
      const here = from === NONE ? othersUnplaced - unplaced : seating.costWith(from, other, unit) - seating.cost[from]!
      if (there + here < best) {
        best = there + here
        partner = other
      }
    }
  }
  if (partner === NONE) return false
  const to = seating.where[partner]!
  seating.move(partner, NONE)
  seating.move(unit, to)
  seating.move(partner, from)
  return true
}

/** Opens the group that gains most, until none gains. A gain only shrinks while others take people, so an old one is an upper limit. */
function openByGain(seating: Seating): void {
  const { groups } = seating.instance
  let queue = groups
    .map((_, group) => group)
    .filter((group) => !seating.isOpen(group))
    .map((group) => ({ group, ...bestMembers(seating, group), isFresh: true }))
    .sort((a, b) => a.value - b.value)
  while (queue.length > 0) {
    const [next, ...rest] = queue
    queue = rest
    if (next === undefined || next.value >= 0) return
    if (!seating.mayOpen(next.group)) continue
    if (next.isFresh) {
      seat(seating, next.group, next)
      for (const one of queue) one.isFresh = false
      continue
    }
    const again = { group: next.group, ...bestMembers(seating, next.group), isFresh: true }
    const place = queue.findIndex(({ value }) => value > again.value)
    queue.splice(place === -1 ? queue.length : place, 0, again)
  }
}

function seat(seating: Seating, group: number, { members }: Membership): void {
  for (const unit of members) if (seating.costWith(group, unit, NONE) < EXCLUDED) seating.move(unit, group)
}

interface Membership {
  /** What opening it with these members changes, 0 at most where it may stay closed. `Infinity`: it must open and cannot reach its smallest size. */
  value: number
  members: number[]
}

/** The members, of those left over, with whom a group would gain most, over all bands that admit whoever sits there already. */
function bestMembers(seating: Seating, group: number): Membership {
  const { instance } = seating
  const { groups, units, centres, paces, level, pace, seat: seats, reachedBy, must, problem } = instance
  const { opening, minSize, maxSize, childcare } = groups[group]!
  const present = seating.members[group]!
  const free = reachedBy[group]!.filter((unit) => seating.where[unit] === NONE)
  const taken = present.reduce((sum, unit) => sum + units[unit]!.size, 0)
  const cared = present.reduce((sum, unit) => sum + units[unit]!.childcare, 0)
  const fixed = opening + problem.weights.emptySeat * maxSize
  const base = Float64Array.from(
    free,
    (unit) => seats[unit * groups.length + group]! - problem.weights.emptySeat * units[unit]!.size - units[unit]!.unplaced,
  )
  const floors = new BandFloors(instance, free, base, maxSize - taken, childcare - cared)
  const middles: { centre: number; held: number; floor: number }[] = []
  for (let centre = 0; centre < centres; centre++) {
    if (present.some((unit) => level[unit * centres + centre]! >= EXCLUDED)) continue
    const able = free.reduce((sum, unit) => (level[unit * centres + centre]! < EXCLUDED ? sum + units[unit]!.size : sum), taken)
    if (able < minSize && !must[group]) continue
    const held = present.reduce((sum, unit) => sum + level[unit * centres + centre]!, fixed)
    middles.push({ centre, held, floor: held + floors.ofCentre(centre) })
  }
  middles.sort((a, b) => a.floor - b.floor)

  // What opens by choice has to gain, so a band without gain is not looked at.
  let best: Membership = { value: must[group] ? Infinity : 0, members: [] }
  let most = -1
  for (const { centre, held, floor } of middles) {
    if (floor >= best.value) break
    floors.ofCentre(centre)
    for (let step = 0; step < paces; step++) {
      let value = present.reduce((sum, unit) => sum + pace[unit * paces + step]!, held)
      if (value + floors.ofPace(step) >= best.value) continue
      const worth = free
        .map((unit, index) => ({ unit, value: base[index]! + level[unit * centres + centre]! + pace[unit * paces + step]! }))
        .filter((one) => one.value < EXCLUDED / 2)
        .sort((a, b) => a.value / units[a.unit]!.size - b.value / units[b.unit]!.size)
      let size = taken
      let children = cared
      const members: number[] = []
      for (const { unit, value: gain } of worth) {
        const one = units[unit]!
        if (gain >= 0 && size >= minSize) break
        if (size + one.size > maxSize || children + one.childcare > childcare) continue
        if (one.apart.some((other) => members.includes(other) || present.includes(other))) continue
        members.push(unit)
        size += one.size
        children += one.childcare
        value += gain
      }
      // A group that must open takes the band with the most people if none fills it.
      const short = size < minSize
      if (short && (best.value < Infinity || size <= most)) continue
      if (short) most = size
      if (short || value < best.value) best = { value: short ? Infinity : value, members }
    }
  }
  return best
}
