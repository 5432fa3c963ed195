// A lower bound from prices (bench/grouping/model.md, "Prices"): every unit pays a price for its seat, every limit a toll for each open
// group, and no plan can cost less than prices minus tolls plus what the best membership of every group is worth at these prices.
// The prices rise and fall by subgradient steps until the bound hardly moves.
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { BandFloors } from './bandFloors'
import { EXCLUDED, type Instance } from './instance'
import { NONE, type Seating } from './seating'

export interface PriceOptions {
  /** Cost of the best plan known: the steps aim at it. */
  target: number
  /** That plan: what each pays there is where its price begins. Without it prices begin alike. */
  start?: Seating
  /** Rounds; the measure of work. */
  rounds: number
  stop: () => boolean
  /** Called with each higher bound, a whole number, and the prices and tolls that anybody can recompute it from. */
  bound: (bound: number, certificate: Certificate) => void
}
export type Certificate = NonNullable<GroupingPlan['certificate']>

// Found by trying on 200 people: 14,655 after 1,300 rounds, where other settings end between 14,584 and 14,655.
const FIRST_LENGTH = 0.7
const SHORTEST_LENGTH = 1e-3
const SHORTENING = 0.7
const PATIENCE = 30
const MEMORY = 0.6

/** Which middles and paces a plan as cheap as the target can have: [group][middle] and [group][pace]. */
export interface Admitted {
  centres: boolean[][]
  paces: boolean[][]
}

/**
 * Raises the bound as far as `rounds` allow, and can then say which bands are left: at the best prices, a plan with any other band costs
 * more than the target. The languages of a group and pairs that must be apart are left out, which only lowers the bound.
 */
export function priceBound(instance: Instance, options: PriceOptions): () => Admitted {
  const market = new Market(instance, options.start)
  raise(market, options)
  return () => market.admitted(options.target)
}

/** Leaves the market at its best prices. */
function raise(market: Market, { target, rounds, stop, bound }: PriceOptions): void {
  let best = { value: -Infinity, prices: market.prices.slice(), tolls: market.tolls.slice() }
  const direction = new Float64Array(market.prices.length + market.tolls.length)
  let length = FIRST_LENGTH
  let sinceBetter = 0
  const settle = () => {
    market.prices.set(best.prices)
    market.tolls.set(best.tolls)
  }
  for (let round = 0; round < rounds && !stop(); round++) {
    let value = market.clear()
    if (value > best.value && Number.isFinite(value)) {
      const isHigher = Math.ceil(value) > Math.ceil(best.value)
      best = { value, prices: market.prices.slice(), tolls: market.tolls.slice() }
      // Whole costs: every plan costs at least the next whole number. Prices are multiples of 1/64, so sums are exact.
      if (isHigher) bound(Math.max(0, Math.ceil(value)), market.certificate())
      sinceBetter = 0
    } else if (++sinceBetter >= PATIENCE || !Number.isFinite(value)) {
      length *= SHORTENING
      sinceBetter = 0
      settle()
      direction.fill(0)
      value = market.clear()
    }
    if (!Number.isFinite(value) || Math.ceil(best.value) >= target || length < SHORTEST_LENGTH) break
    // Steps along a mean of the latest directions: a single one swings to and fro.
    let norm = 0
    for (let index = 0; index < direction.length; index++) {
      direction[index] = (1 - MEMORY) * market.miss(index) + MEMORY * direction[index]!
      norm += direction[index]! ** 2
    }
    if (norm === 0) break
    const step = (length * Math.max(1, target - value)) / norm
    for (let index = 0; index < direction.length; index++) market.shift(index, step * direction[index]!)
  }
  settle()
}

interface Offer {
  value: number
  members: number[]
}

/** Prices and tolls, and what every group would do at them. */
class Market {
  readonly prices: Float64Array
  readonly tolls: Float64Array
  private readonly instance: Instance
  private readonly seated: Int32Array
  private readonly opened: Int32Array
  /** For each group the first one that differs in nothing but its id: their best memberships are the same. */
  private readonly twin: number[]
  /** For each group the units that are locked into it. */
  private readonly lockedInto: number[][]

  constructor(instance: Instance, start: Seating | undefined) {
    this.instance = instance
    const { units, groups, limitMax, limitsOf, reachedBy } = instance
    // Any start is valid. Without a plan a seat is worth about what leaving over costs, or, in a county with room, a group's share of it.
    this.prices = Float64Array.from(units, ({ unplaced, size }) => Math.min(unplaced, 60 * size))
    start?.shares().forEach((share, unit) => this.shift(unit, share - this.prices[unit]!))
    this.tolls = new Float64Array(limitMax.length)
    this.seated = new Int32Array(units.length)
    this.opened = new Int32Array(limitMax.length)
    this.lockedInto = groups.map((_, group) => reachedBy[group]!.filter((unit) => units[unit]!.locked === group))
    const held = new Set(units.flatMap(({ people }) => people.flatMap(({ present, locked }) => [present, locked])))
    const first = new Map<string, number>()
    this.twin = groups.map((group, index) => {
      if (held.has(group.id)) return index
      const key = JSON.stringify([{ ...group, id: '' }, limitsOf[index]])
      if (!first.has(key)) first.set(key, index)
      return first.get(key) ?? index
    })
  }

  /** The bound at the present prices; counts how often each unit is seated and how many groups of each limit open. */
  clear(): number {
    const { units, groups, must, limitMax, limitsOf } = this.instance
    this.seated.fill(0)
    this.opened.fill(0)
    let value = 0
    units.forEach((_, unit) => {
      value += this.prices[unit]!
    })
    limitMax.forEach((max, limit) => {
      value -= this.tolls[limit]! * max
    })
    const offers = new Map<number, Offer>()
    groups.forEach((_, group) => {
      const twin = this.twin[group]!
      const offer = offers.get(twin) ?? this.bestOffer(twin)
      offers.set(twin, offer)
      if (!must[group] && offer.value >= 0) return
      value += offer.value
      for (const unit of offer.members) this.seated[unit]! += 1
      for (const limit of limitsOf[group]!) this.opened[limit]! += 1
    })
    return value
  }

  /** The bands that a plan of at most this cost can have, by what each would cost at the present prices if it were forced. */
  admitted(target: number): Admitted {
    const { groups, must, centres, paces } = this.instance
    const bound = this.clear()
    const result: Admitted = { centres: [], paces: [] }
    groups.forEach((_, group) => {
      const values: number[] = []
      const best = this.bestOffer(group, (value) => values.push(value)).value
      const rest = bound - (must[group] ? best : Math.min(0, best))
      const isLeft = (centre: number, step: number) => !(rest + values[centre * paces + step]! > target)
      const all = (count: number) => Array.from({ length: count }, (_, index) => index)
      result.centres.push(all(centres).map((centre) => all(paces).some((step) => isLeft(centre, step))))
      result.paces.push(all(paces).map((step) => all(centres).some((centre) => isLeft(centre, step))))
    })
    return result
  }

  /** The present prices and tolls by the ids of people and limits; of a unit the first person carries the price. */
  certificate(): Certificate {
    const { units, problem } = this.instance
    return {
      people: Object.fromEntries(
        units.flatMap(({ people }, unit) => people.map(({ id }, index) => [id, index === 0 ? this.prices[unit]! : 0])),
      ),
      limits: Object.fromEntries(problem.limits.map(({ id }, limit) => [id, this.tolls[limit]!])),
    }
  }

  /** How far a unit is from being seated exactly once (index below the number of units), or a limit from being kept. */
  miss(index: number): number {
    const { units, limitMax } = this.instance
    if (index >= units.length) {
      const limit = index - units.length
      const over = this.opened[limit]! - limitMax[limit]!
      return over < 0 && this.tolls[limit] === 0 ? 0 : over
    }
    const { unplaced, locked } = units[index]!
    const short = 1 - this.seated[index]!
    // At the cost of leaving it over the unit asks for no seat any more.
    return short > 0 && locked === NONE && this.prices[index]! >= unplaced ? 0 : short
  }

  /** Changes a price or a toll, kept within what is valid and to multiples of 1/64, which sums keep exact. */
  shift(index: number, by: number): void {
    const { units } = this.instance
    if (index >= units.length) {
      const limit = index - units.length
      this.tolls[limit] = Math.max(0, Math.round(64 * (this.tolls[limit]! + by)) / 64)
      return
    }
    const { unplaced, locked } = units[index]!
    const price = Math.round(64 * (this.prices[index]! + by)) / 64
    this.prices[index] = locked === NONE ? Math.min(unplaced, price) : price
  }

  /**
   * The cheapest membership of a group at the present prices over all bands: exact in size and childcare of single people. `each` hears
   * the value of every band, middle by middle; without it, bands that cannot win are passed over.
   */
  private bestOffer(group: number, each: ((value: number) => void) | null = null): Offer {
    const { instance } = this
    const { groups, units, centres, paces, level, pace, seat, limitsOf, reachedBy, must, problem } = instance
    const { opening, maxSize, minSize, childcare } = groups[group]!
    const here = reachedBy[group]!
    const base = Float64Array.from(
      here,
      (unit) => seat[unit * groups.length + group]! - problem.weights.emptySeat * units[unit]!.size - this.prices[unit]!,
    )
    const fixed = opening + problem.weights.emptySeat * maxSize + limitsOf[group]!.reduce((sum, limit) => sum + this.tolls[limit]!, 0)
    const offerOn = (centre: number, step: number): Offer => {
      const worth = new Float64Array(here.length)
      const wanted: number[] = []
      let people = 0
      let parents = 0
      for (let index = 0; index < here.length; index++) {
        const unit = here[index]!
        const value = base[index]! + level[unit * centres + centre]! + pace[unit * paces + step]!
        worth[index] = value
        if (value >= 0) continue
        if (units[unit]!.childcare > 0 && units[unit]!.size === 1) parents += 1
        else people += units[unit]!.size
        wanted.push(index)
      }
      if (people + Math.min(parents, childcare) < minSize || this.lockedInto[group]!.length > 0) {
        for (let index = 0; index < here.length; index++) if (worth[index]! >= 0 && worth[index]! < EXCLUDED / 2) wanted.push(index)
      }
      return this.fill(here, wanted, worth, { fixed, minSize, maxSize, childcare, group })
    }

    // A group that may stay closed is worth nothing at least.
    let best: Offer = { value: must[group] || each !== null ? Infinity : 0, members: [] }
    if (each !== null) {
      for (let centre = 0; centre < centres; centre++) {
        for (let step = 0; step < paces; step++) {
          const offer = offerOn(centre, step)
          each(offer.value)
          if (offer.value < best.value) best = offer
        }
      }
      return best
    }
    const locked = this.lockedInto[group]!
    const isFree = here.map((unit) => units[unit]!.locked !== group)
    const floors = new BandFloors(
      instance,
      here.filter((_, index) => isFree[index]),
      base.filter((_, index) => isFree[index]),
      maxSize - locked.reduce((sum, unit) => sum + units[unit]!.size, 0),
      childcare - locked.filter((unit) => units[unit]!.size === 1 && units[unit]!.childcare > 0).length,
    )
    const held = here.reduce((sum, _, index) => (isFree[index] ? sum : sum + base[index]!), fixed)
    const middles = Array.from({ length: centres }, (_, centre) => {
      const own = locked.reduce((sum, unit) => sum + level[unit * centres + centre]!, held)
      return { centre, own, floor: own + floors.ofCentre(centre) }
    })
    middles.sort((a, b) => a.floor - b.floor)
    for (const { centre, own, floor } of middles) {
      if (floor >= best.value || own >= EXCLUDED / 2) break
      floors.ofCentre(centre)
      for (let step = 0; step < paces; step++) {
        const lockedPace = locked.reduce((sum, unit) => sum + pace[unit * paces + step]!, 0)
        if (own + lockedPace + floors.ofPace(step) >= best.value) continue
        const offer = offerOn(centre, step)
        if (offer.value < best.value) best = offer
      }
    }
    return best
  }

  /**
   * Takes units by worth for each seat, cheapest first, up to the size. Of a unit that does not fit whole, or not whole up to the
   * smallest size, the fitting part is taken: that is less than any whole membership can cost, so the bound stays one.
   */
  private fill(
    here: number[],
    wanted: number[],
    worth: Float64Array,
    { fixed, minSize, maxSize, childcare, group }: { fixed: number; minSize: number; maxSize: number; childcare: number; group: number },
  ): Offer {
    const { units } = this.instance
    const isLocked = (index: number) => units[here[index]!]!.locked === group
    const perSeat = worth.map((value, index) => (isLocked(index) ? -Infinity : value / units[here[index]!]!.size))
    wanted.sort((a, b) => (perSeat[a]! < perSeat[b]! ? -1 : perSeat[a]! > perSeat[b]! ? 1 : 0))
    let value = fixed
    let size = 0
    let parents = 0
    const members: number[] = []
    for (const index of wanted) {
      const unit = here[index]!
      const one = units[unit]!
      if (!isLocked(index)) {
        if (size >= maxSize || (worth[index]! >= 0 && size >= minSize)) break
        // Each needs at least one place, so there are never more parents than places.
        if (one.childcare > 0 && one.size === 1 && parents >= childcare) continue
      }
      const seats = isLocked(index) ? one.size : Math.min(one.size, (worth[index]! < 0 ? maxSize : minSize) - size)
      value += (worth[index]! * seats) / one.size
      size += seats
      if (one.childcare > 0 && one.size === 1) parents += 1
      members.push(unit)
    }
    return { value: size < minSize ? Infinity : value, members }
  }
}
