import { afterEach, describe, expect, test } from 'vitest'
import { listDocument } from '../../../electron/documents/listDocument'
import { plainColumn } from '../../../electron/excel/writing/column'
import { headingsOf } from '../../../shared/core/document'
import { svgOf } from '../../../shared/core/drawing'
import { setLanguage } from '../../../shared/i18n/text'

interface Row {
  id: string
  name: string | null
  born: string
  hours: number
}
const rows: Row[] = [
  { id: '1', name: 'Öztürk', born: '1990-02-01', hours: 1234.5 },
  { id: '2', name: null, born: '1991-12-31', hours: 0 },
]
const columns = [
  plainColumn<Row>('Kennung', 'text', ({ id }) => id, { isHidden: true }),
  plainColumn<Row>('Name', 'text', ({ name }) => name),
  plainColumn<Row>('geboren', 'day', ({ born }) => born),
  plainColumn<Row>('Stunden', 'number', ({ hours }) => hours),
]
const about = { title: 'Teilnehmende', filter: null, countyName: 'Landkreis Erlenmark', letterhead: null, day: '2026-11-25' } as const

afterEach(() => setLanguage('de'))

describe('a list as a document', () => {
  test('shows what the columns show, as people write it, and nothing hidden', () => {
    const { blocks } = listDocument(rows, columns, about)
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.columns.map(({ header, kind }) => [header, kind])).toEqual([
      ['Name', 'text'],
      ['geboren', 'day'],
      ['Stunden', 'number'],
    ])
    expect(table?.rows).toEqual([
      ['Öztürk', '01.02.1990', '1.234,5'],
      ['–', '31.12.1991', '0'],
    ])
  })

  test('says its filter in words, or that there is none, and how many rows it has', () => {
    const said = (filter: string | null) =>
      listDocument(rows, columns, { ...about, filter }).blocks.flatMap((block) =>
        block.kind === 'paragraph' ? block.runs.map(({ text }) => text) : [],
      )
    expect(said(null)).toEqual(['Alle Einträge, ohne Filter.', '2 Einträge'])
    expect(said('Kurs ist K 1')).toEqual(['Filter: Kurs ist K 1', '2 Einträge'])
  })

  test('many columns lie on the broad side, and an empty list has no empty table', () => {
    expect(listDocument(rows, columns, about).orientation).toBe('portrait')
    const many = Array.from({ length: 6 }, (_, index) => plainColumn<Row>(`S${index}`, 'text', () => 'x'))
    expect(listDocument(rows, many, about).orientation).toBe('landscape')
    expect(listDocument([], columns, about).blocks.some(({ kind }) => kind === 'table')).toBe(false)
  })

  test('speaks the language in force', () => {
    setLanguage('en')
    expect(listDocument(rows, columns, about)).toMatchObject({ language: 'en', footer: 'Landkreis Erlenmark, Teilnehmende, confidential' })
  })
})

test('a heading that leaves a level out is refused', () => {
  const heading = (level: 2 | 3 | 4) => ({ kind: 'heading', level, text: 'x' }) as const
  expect(headingsOf({ blocks: [heading(2), heading(3), heading(2)] })).toHaveLength(3)
  expect(() => headingsOf({ blocks: [heading(3)] })).toThrow(TypeError)
  expect(() => headingsOf({ blocks: [heading(2), heading(4)] })).toThrow(TypeError)
})

test('a drawing as SVG names itself, and its words cannot break out', () => {
  const svg = svgOf(
    {
      kind: 'drawing',
      width: 10,
      height: 10,
      shapes: [{ kind: 'words', x: 0, y: 0, text: '<b>&', size: 9, fill: '#000000', anchor: 'start' }],
    },
    'Titel & mehr',
    'Beschreibung',
  )
  expect(svg).toContain('role="img"')
  expect(svg).toContain('<title>Titel &amp; mehr</title><desc>Beschreibung</desc>')
  expect(svg).toContain('>&lt;b&gt;&amp;</text>')
})
