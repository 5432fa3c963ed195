// Which bands are worth a closer look: the least that any membership of a group can be worth on a band, without sorting anybody.
import { EXCLUDED, type Instance } from './instance'

/**
 * Floors of one group, middle by middle: the cheapest seats that are worth less than nothing, as many as there are, units taken in
 * parts, and single people with childcare only up to the places. No membership on that band is worth less.
 */
export class BandFloors {
  private readonly instance: Instance
  private readonly candidates: readonly number[]
  private readonly base: Float64Array
  private readonly sizes: Int32Array
  private readonly isParent: Uint8Array
  private readonly seats: Cheapest
  private readonly cared: Cheapest
  private readonly here: Int32Array
  private readonly worth: Float64Array
  private able = 0

  /** `base`: what each of `candidates` (indices of units) is worth apart from the band. `seats`, `places`: how many are free. */
  constructor(instance: Instance, candidates: readonly number[], base: Float64Array, seats: number, places: number) {
    const one = candidates.map((unit) => instance.units[unit]!)
    this.instance = instance
    this.candidates = candidates
    this.base = base
    this.sizes = Int32Array.from(one, ({ size }) => size)
    this.isParent = Uint8Array.from(one, ({ size, childcare }) => (size === 1 && childcare > 0 ? 1 : 0))
    this.seats = new Cheapest(Math.max(0, seats))
    this.cared = new Cheapest(Math.max(0, Math.min(seats, places)))
    this.here = new Int32Array(candidates.length)
    this.worth = new Float64Array(candidates.length)
  }

  /** Turns to a middle. The floor of all its bands. */
  ofCentre(centre: number): number {
    const { level, centres } = this.instance
    this.able = 0
    for (let index = 0; index < this.candidates.length; index++) {
      const away = level[this.candidates[index]! * centres + centre]!
      if (away >= EXCLUDED || this.base[index]! + away >= 0) continue
      this.worth[this.able] = this.base[index]! + away
      this.here[this.able++] = index
    }
    return this.sum(null)
  }

  /** The floor of one band of the middle that was turned to last. */
  ofPace(step: number): number {
    return this.sum(step)
  }

  private sum(step: number | null): number {
    const { pace, paces } = this.instance
    this.seats.clear()
    this.cared.clear()
    for (let at = 0; at < this.able; at++) {
      const index = this.here[at]!
      const slower = step === null ? 0 : pace[this.candidates[index]! * paces + step]!
      const size = this.sizes[index]!
      const value = (this.worth[at]! + slower) / size
      if (value >= 0) continue
      if (this.isParent[index] === 1) this.cared.add(value)
      else for (let seat = 0; seat < size; seat++) this.seats.add(value)
    }
    return this.seats.sumWith(this.cared)
  }
}

/** The lowest numbers so far, in order, at most as many as it has room for. */
class Cheapest {
  private readonly values: Float64Array
  private count = 0

  constructor(room: number) {
    this.values = new Float64Array(room)
  }

  clear(): void {
    this.count = 0
  }

  add(value: number): void {
    const { values } = this
    if (this.count === values.length) {
      if (this.count === 0 || value >= values[this.count - 1]!) return
      this.count -= 1
    }
    let at = this.count++
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!
    values[at] = value
  }

  /** The sum of the lowest of both, as many as this one has room for. */
  sumWith(others: Cheapest): number {
    let sum = 0
    for (let own = 0, other = 0; own + other < this.values.length;) {
      const next = own < this.count ? this.values[own]! : Infinity
      const theirs = other < others.count ? others.values[other]! : Infinity
      if (next === Infinity && theirs === Infinity) break
      if (next <= theirs) own += 1
      else other += 1
      sum += Math.min(next, theirs)
    }
    return sum
  }
}
