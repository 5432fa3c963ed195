// The whole problem as one mixed-integer model in rows (CSR), every rule of bench/grouping/model.md included. Each possible seat has a
// copy for every middle and for every pace of its group, and exactly one copy of each is taken, so that the cost of the band is linear.
//   strong      a copy needs its middle (its pace) open: one row a copy. 200 people, seed 1: 29,876 rows, relaxation 13,858.
//   aggregated  only the copies of a middle together need it, with the group's sizes: 5,404 rows, relaxation far lower; cuts win part of it back.
import type { ModelData } from 'highs'
import { EXCLUDED, type Instance } from './instance'
import type { Admitted } from './prices'
import { NONE, type Seating } from './seating'

export type Form = 'strong' | 'aggregated'

export interface MixedModel {
  data: ModelData
  /** The columns' values for a complete seating: a start for the solver. */
  valuesOf: (seating: Seating) => Float64Array
  /** Who sits where by the columns' values, as `Seating.restore` takes it. */
  seatingOf: (values: Float64Array) => Int32Array
}

/** The number of copies of seats for middles: what makes the model large. */
export function copiesOf({ units, level, centres }: Instance, admitted: Admitted | null): number {
  return units.reduce(
    (sum, { reach }, unit) =>
      sum +
      reach.reduce((copies, group) => {
        for (let centre = 0; centre < centres; centre++)
          if (level[unit * centres + centre]! < EXCLUDED && admitted?.centres[group]?.[centre] !== false) copies += 1
        return copies
      }, 0),
    0,
  )
}

/** Builds the model. Its objective is the plan's cost, without a constant. `admitted`: the only bands that it may use; `null`: all. */
export function mixedModel(instance: Instance, form: Form, admitted: Admitted | null): MixedModel {
  const { problem, groups, units, seat, must, limitMax, limitsOf } = instance
  const rows = new Rows()
  const leftOver = units.map(({ unplaced, locked }) => rows.column(unplaced, 0, locked === NONE ? 1 : 0, false))
  const seats: Columns = new Map()
  units.forEach(({ reach, size }, unit) => {
    for (const group of reach)
      seats.set(key(unit, group), rows.column(seat[unit * groups.length + group]! - problem.weights.emptySeat * size, 0, 1, true))
    rows.row([...reach.map((group): Term => [columnOf(seats, unit, group), 1]), [leftOver[unit]!, 1]], 1, 1)
  })

  const blocks = groups.map((_, group) => groupBlock(instance, rows, seats, group, form))
  limitMax.forEach((max, limit) => {
    rows.row(
      blocks.flatMap(({ open }, group): Term[] => (limitsOf[group]!.includes(limit) ? [[open, 1]] : [])),
      -Infinity,
      max,
    )
  })
  units.forEach(({ apart, reach }, unit) => {
    for (const other of apart) {
      if (other < unit) continue
      for (const group of reach) {
        if (units[other]!.reach.includes(group))
          rows.row(
            [
              [columnOf(seats, unit, group), 1],
              [columnOf(seats, other, group), 1],
              [blocks[group]!.open, -1],
            ],
            -Infinity,
            0,
          )
      }
    }
  })

  return {
    data: rows.data(),
    valuesOf(seating) {
      const values = new Float64Array(rows.columns)
      units.forEach((_, unit) => {
        const group = seating.where[unit]!
        values[group === NONE ? leftOver[unit]! : columnOf(seats, unit, group)] = 1
      })
      blocks.forEach((block, group) => {
        if (seating.isOpen(group)) block.enter(values, seating)
      })
      return values
    },
    seatingOf(values) {
      const where = new Int32Array(units.length).fill(NONE)
      for (const [name, column] of seats) if (values[column]! > 0.5) where[Math.floor(name / SPAN)] = name % SPAN
      return where
    },
  }

  /** Everything of one group: open or not, size, childcare, band, languages. */
  function groupBlock({ centres, paces, level, pace, languages }: Instance, rows: Rows, seats: Columns, group: number, form: Form): Block {
    const { minSize, maxSize, childcare, opening } = groups[group]!
    const { weights } = problem
    const here = units.map((_, unit) => unit).filter((unit) => seats.has(key(unit, group)))
    const open = rows.column(
      opening + weights.emptySeat * maxSize,
      must[group] ? 1 : 0,
      here.length === 0 && minSize > 0 && !must[group] ? 0 : 1,
      true,
    )
    const seated = here.map((unit): Term => [columnOf(seats, unit, group), units[unit]!.size])
    rows.row([...seated, [open, -minSize]], 0, Infinity)
    rows.row([...seated, [open, -maxSize]], -Infinity, 0)
    const parents = here.filter((unit) => units[unit]!.childcare > 0)
    if (parents.reduce((sum, unit) => sum + units[unit]!.childcare, 0) > childcare) {
      rows.row([...parents.map((unit): Term => [columnOf(seats, unit, group), units[unit]!.childcare]), [open, -childcare]], -Infinity, 0)
    }
    const choices = [choice(level, centres, admitted?.centres[group]), choice(pace, paces, admitted?.paces[group])]

    const extras: { column: number; language: number }[] = []
    for (let language = 0; language < languages; language++) {
      const speakers = here.flatMap((unit): Term[] =>
        units[unit]!.languages.filter(([spoken]) => spoken === language).map(([, count]) => [columnOf(seats, unit, group), count]),
      )
      if (weights.sameLanguage === 0 || speakers.reduce((sum, [, count]) => sum + count, 0) <= weights.languageFree) continue
      const column = rows.column(weights.sameLanguage, 0, Infinity, false)
      rows.row([...speakers, [open, -weights.languageFree], [column, -1]], -Infinity, 0)
      extras.push({ column, language })
    }

    return {
      open,
      enter(values, seating) {
        values[open] = 1
        for (const { enter } of choices) enter(values, seating.members[group]!)
        for (const { column, language } of extras) {
          const count = seating.members[group]!.reduce(
            (sum, unit) => sum + (units[unit]!.languages.find(([spoken]) => spoken === language)?.[1] ?? 0),
            0,
          )
          values[column] = Math.max(0, count - weights.languageFree)
        }
      },
    }

    /** One of `count` values (middles, or paces) for an open group, and for every seat a copy for each with its price. */
    function choice(prices: Float64Array, count: number, allowed: boolean[] | undefined) {
      const chosen = Array.from({ length: count }, (_, value) => rows.column(0, 0, allowed?.[value] === false ? 0 : 1, true))
      rows.row([...chosen.map((column): Term => [column, 1]), [open, -1]], 0, 0)
      const copies: Columns = new Map()
      const byValue: Term[][] = chosen.map(() => [])
      for (const unit of here) {
        const own: Term[] = []
        chosen.forEach((column, value) => {
          const price = prices[unit * count + value]!
          if (price >= EXCLUDED || allowed?.[value] === false) return
          const copy = rows.column(price, 0, 1, false)
          copies.set(key(unit, value), copy)
          own.push([copy, 1])
          byValue[value]!.push([copy, units[unit]!.size])
          if (form === 'strong')
            rows.row(
              [
                [copy, 1],
                [column, -1],
              ],
              -Infinity,
              0,
            )
        })
        rows.row([...own, [columnOf(seats, unit, group), -1]], 0, 0)
      }
      if (form === 'aggregated') {
        chosen.forEach((column, value) => {
          rows.row([...byValue[value]!, [column, -minSize]], 0, Infinity)
          rows.row([...byValue[value]!, [column, -maxSize]], -Infinity, 0)
        })
      }
      const enter = (values: Float64Array, members: readonly number[]) => {
        const sums = chosen.map((_, value) => members.reduce((sum, unit) => sum + prices[unit * count + value]!, 0))
        const best = sums.indexOf(Math.min(...sums))
        values[chosen[best]!] = 1
        for (const unit of members) values[columnOf(copies, unit, best)] = 1
      }
      return { enter }
    }
  }
}

type Term = readonly [column: number, coefficient: number]
type Columns = Map<number, number>
interface Block {
  open: number
  enter(values: Float64Array, seating: Seating): void
}

/** More than there are groups, middles or paces: two indices make one key. */
const SPAN = 4096

function key(first: number, second: number): number {
  return first * SPAN + second
}

function columnOf(columns: Columns, first: number, second: number): number {
  const column = columns.get(key(first, second))
  if (column === undefined) throw new TypeError('A seat that a rule forbids has no column')
  return column
}

/** A model that grows column by column and row by row. */
class Rows {
  columns = 0
  private readonly cost: number[] = []
  private readonly lower: number[] = []
  private readonly upper: number[] = []
  private readonly isWhole: number[] = []
  private readonly starts = [0]
  private readonly indices: number[] = []
  private readonly values: number[] = []
  private readonly rowLower: number[] = []
  private readonly rowUpper: number[] = []

  column(cost: number, lower: number, upper: number, isWhole: boolean): number {
    this.cost.push(cost)
    this.lower.push(lower)
    this.upper.push(upper)
    this.isWhole.push(isWhole ? 1 : 0)
    return this.columns++
  }

  row(terms: readonly Term[], lower: number, upper: number): void {
    for (const [column, coefficient] of terms) {
      this.indices.push(column)
      this.values.push(coefficient)
    }
    this.starts.push(this.indices.length)
    this.rowLower.push(lower)
    this.rowUpper.push(upper)
  }

  data(): ModelData {
    const numRows = this.rowLower.length
    return {
      numCols: this.columns,
      numRows,
      colCost: Float64Array.from(this.cost),
      colLower: Float64Array.from(this.lower),
      colUpper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      integrality: Int32Array.from(this.isWhole),
      matrix: {
        format: 'csr',
        numRows,
        numCols: this.columns,
        starts: Int32Array.from(this.starts),
        indices: Int32Array.from(this.indices),
        values: Float64Array.from(this.values),
      },
    }
  }
}
