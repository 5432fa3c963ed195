// From figures to a picture of them: bars and lines. What a chart shows stands in its table and in one sentence too; colour is never alone:
// lines differ in their dashes and are named at their ends, bars are named above.
import { type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale'
import { formatNumber } from '../i18n/format'
import { t } from '../i18n/text'
import type { Figure, Table } from './document'
import type { Drawing, Shape } from './drawing'

/** One row of figures, one for each category; `null`: not known. */
export interface Series {
  name: string
  values: readonly (number | null)[]
}

export interface Chart {
  kind: 'bars' | 'lines'
  title: string
  /** What the categories are: "Niveau". */
  axis: string
  categories: readonly string[]
  series: readonly Series[]
}

type Point = readonly [number, number]

export interface ChartColours {
  ink: string
  grid: string
  series: readonly string[]
}

/** For paper: three tones that differ in grey as well. */
const PAPER: ChartColours = { ink: '#1a1a1a', grid: '#c5cbd6', series: ['#1f4f8f', '#6f93c4', '#b9cbe6'] }

const WIDTH = 640
const HEIGHT = 280
const MARGIN = { top: 28, right: 16, bottom: 36, left: 48 }
const NAMES_OF_LINES = 110
const SIZE = 12
const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3]]

/** The chart as shapes. */
export function drawingOf(chart: Chart, colours: ChartColours = PAPER): Drawing {
  const scales = scalesOf(chart)
  const { left, right, bottom, x, y } = scales
  const grid = y.ticks(5).flatMap((tick): Shape[] => [
    {
      kind: 'line',
      points: [
        [left, y(tick)],
        [right, y(tick)],
      ],
      stroke: colours.grid,
      thickness: 1,
      dash: [],
    },
    words(formatNumber(tick), left - 6, y(tick) + SIZE / 3, 'end', colours),
  ])
  const names = chart.categories.map((name, index) => words(name, x(index), bottom + 18, 'middle', colours))
  const marks = chart.series.flatMap((series, index) =>
    chart.kind === 'bars' ? barsOf(series, index, chart.series.length, scales, colours) : lineOf(series, index, scales, colours),
  )
  return { kind: 'drawing', width: WIDTH, height: HEIGHT, shapes: [...grid, ...marks, ...names, ...legendOf(chart, colours)] }
}

interface Scales {
  left: number
  right: number
  bottom: number
  /** The middle of a category. */
  x: (category: number) => number
  /** How much room the marks of a category have. */
  width: number
  y: ScaleLinear<number, number>
}

function scalesOf({ kind, categories, series }: Chart): Scales {
  const right = WIDTH - MARGIN.right - (kind === 'lines' ? NAMES_OF_LINES : 0)
  const bottom = HEIGHT - MARGIN.bottom
  const values = series.flatMap((one) => one.values.flatMap((value) => value ?? []))
  const band = scaleBand<number>()
    .domain(categories.map((_, index) => index))
    .range([MARGIN.left, right])
    .paddingInner(0.25)
    .paddingOuter(0.1)
  return {
    left: MARGIN.left,
    right,
    bottom,
    x: (category) => (band(category) ?? 0) + band.bandwidth() / 2,
    width: band.bandwidth(),
    y: scaleLinear()
      .domain([Math.min(0, ...values), Math.max(1, ...values)])
      .nice(5)
      .range([bottom, MARGIN.top]),
  }
}

function barsOf({ values }: Series, number: number, of: number, { x, y, width }: Scales, colours: ChartColours): Shape[] {
  const own = width / of
  return values.flatMap((value, index): Shape[] => {
    if (value === null) return []
    const left = x(index) - width / 2 + number * own
    const top = Math.min(y(value), y(0))
    return [
      { kind: 'rectangle', x: left, y: top, width: own, height: Math.abs(y(0) - y(value)), fill: colourOf(number, colours) },
      words(formatNumber(value), left + own / 2, top - 4, 'middle', colours),
    ]
  })
}

function lineOf({ name, values }: Series, number: number, { x, y }: Scales, colours: ChartColours): Shape[] {
  const stroke = colourOf(number, colours)
  const points = values.map((value, index): Point | null => (value === null ? null : [x(index), y(value)]))
  const known = points.flatMap((point) => (point === null ? [] : [point]))
  const last = known.at(-1)
  return [
    ...parts(points).map((part): Shape => ({
      kind: 'line',
      points: part,
      stroke,
      thickness: 2,
      dash: DASHES[number % DASHES.length] ?? [],
    })),
    ...known.map(([left, top]): Shape => ({ kind: 'rectangle', x: left - 2.5, y: top - 2.5, width: 5, height: 5, fill: stroke })),
    ...(last === undefined ? [] : [words(name, last[0] + 10, last[1] + SIZE / 3, 'start', colours)]),
  ]
}

function legendOf({ kind, series }: Chart, colours: ChartColours): Shape[] {
  if (kind === 'lines' || series.length < 2) return []
  const width = (WIDTH - MARGIN.left) / series.length
  return series.flatMap(({ name }, index): Shape[] => [
    { kind: 'rectangle', x: MARGIN.left + index * width, y: 4, width: 10, height: 10, fill: colourOf(index, colours) },
    words(name, MARGIN.left + index * width + 16, 13, 'start', colours),
  ])
}

function words(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end', { ink }: ChartColours): Shape {
  return { kind: 'words', x, y, text, size: SIZE, fill: ink, anchor }
}

function colourOf(number: number, { series, ink }: ChartColours): string {
  return series[number % series.length] ?? ink
}

/** The figures of the chart, one category a row. */
export function tableOfChart({ axis, categories, series }: Chart): Table {
  return {
    kind: 'table',
    caption: null,
    columns: [{ header: axis, kind: 'text', share: 2 }, ...series.map(({ name }) => ({ header: name, kind: 'number' as const, share: 1 }))],
    rows: categories.map((name, index) => [name, ...series.map(({ values }) => inWords(values[index] ?? null))]),
  }
}

/** What the chart shows, in one sentence a series. */
export function describe({ categories, series }: Chart): string {
  return series
    .map(({ name, values }) =>
      t('{name}: {figures}.', { name, figures: categories.map((one, index) => `${one} ${inWords(values[index] ?? null)}`).join(', ') }),
    )
    .join(' ')
}

/** The chart as a figure of a document, with its table. */
export function figureOf(chart: Chart): Figure {
  return { kind: 'figure', content: drawingOf(chart), caption: chart.title, alternative: describe(chart), table: tableOfChart(chart) }
}

function inWords(value: number | null): string {
  return value === null ? '–' : formatNumber(value)
}

/** A line is interrupted where a figure is not known: nothing is drawn that nobody counted. */
function parts(points: readonly (Point | null)[]): Point[][] {
  const all: Point[][] = [[]]
  for (const point of points) {
    if (point === null) all.push([])
    else all.at(-1)?.push(point)
  }
  return all.filter((part) => part.length > 1)
}
