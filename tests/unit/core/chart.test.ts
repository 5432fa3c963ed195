import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chart, describe, drawingOf, figureOf, tableOfChart } from '../../../shared/core/chart'
import type { Shape } from '../../../shared/core/drawing'

const levels: Chart = {
  kind: 'bars',
  title: 'Personen je Niveau',
  axis: 'Niveau',
  categories: ['A1', 'A2', 'B1'],
  series: [{ name: 'Personen', values: [40, 25, null] }],
}
const of = <Kind extends Shape['kind']>(shapes: readonly Shape[], kind: Kind) =>
  shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind)

test('a figure has its picture, its sentence and its table, and they say the same', () => {
  expect(figureOf(levels)).toMatchObject({ caption: 'Personen je Niveau', alternative: 'Personen: A1 40, A2 25, B1 –.' })
  expect(tableOfChart(levels)).toMatchObject({
    columns: [{ header: 'Niveau' }, { header: 'Personen', kind: 'number' }],
    rows: [
      ['A1', '40'],
      ['A2', '25'],
      ['B1', '–'],
    ],
  })
  expect(describe(levels)).toContain('A1 40')
})

test('bars are as high as their figures against each other, and what nobody counted has none', () => {
  const bars = of(drawingOf(levels).shapes, 'rectangle')
  expect(bars).toHaveLength(2)
  expect((bars[0]?.height ?? 0) / (bars[1]?.height ?? 1)).toBeCloseTo(40 / 25)
})

test('a line stops where a figure is missing, and lines differ in more than colour', () => {
  const { shapes } = drawingOf({
    ...levels,
    kind: 'lines',
    categories: ['1', '2', '3', '4', '5'],
    series: [
      { name: 'Eins', values: [1, 2, null, 3, 4] },
      { name: 'Zwei', values: [4, 3, 2, 1, 0] },
    ],
  })
  const lines = of(shapes, 'line').filter(({ thickness }) => thickness === 2)
  expect(lines.map(({ points }) => points.length)).toEqual([2, 2, 5])
  expect(new Set(lines.map(({ dash }) => dash.join()))).toHaveProperty('size', 2)
  expect(of(shapes, 'words').map(({ text }) => text)).toEqual(expect.arrayContaining(['Eins', 'Zwei']))
})

test('nothing is drawn outside of the picture, whatever the figures are', () => {
  const value = fc.option(fc.integer({ min: -100_000, max: 100_000 }))
  const chart = fc.record({
    kind: fc.constantFrom('bars' as const, 'lines' as const),
    values: fc.array(value, { minLength: 1, maxLength: 12 }),
  })
  fc.assert(
    fc.property(chart, ({ kind, values }) => {
      const drawing = drawingOf({ ...levels, kind, categories: values.map((_, index) => String(index)), series: [{ name: 'x', values }] })
      for (const { x, y, width, height } of of(drawing.shapes, 'rectangle')) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
        expect(x + width).toBeLessThanOrEqual(drawing.width)
        expect(y + height).toBeLessThanOrEqual(drawing.height)
      }
    }),
  )
})
