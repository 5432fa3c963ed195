import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Faces, loadFaces } from '../../../electron/documents/faces'
import { type Line, LineBreaker } from '../../../electron/documents/lines'
import { asSeen, segmentsOf } from '../../../electron/documents/segments'
import { written } from '../../../electron/documents/written'

let faces: Faces
beforeAll(async () => {
  faces = await loadFaces()
})

/** Every sign as wide as the next: what breaks where can be counted. */
const lines = (text: string, width: number) =>
  new LineBreaker(faces, (piece) => Array.from(piece).length).lines([{ text, face: 'plain' }], width, 10)
const wordsOf = (all: readonly Line[]) =>
  all.map(({ pieces }) =>
    pieces
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  )

describe('breaking into lines', () => {
  test('breaks at blanks, behind hyphens inside words, and at line ends', () => {
    expect(wordsOf(lines('eins zwei drei', 9))).toEqual(['eins zwei', 'drei'])
    expect(wordsOf(lines('Verwaltungs-Zusammenarbeit', 14))).toEqual(['Verwaltungs-', 'Zusammenarbeit'])
    expect(wordsOf(lines('eins\n\nzwei', 20))).toEqual(['eins', '', 'zwei'])
  })

  test('a number keeps its sign, and what a fixed blank joins stays together', () => {
    expect(wordsOf(lines('von -5 bis', 6))).toEqual(['von -5', 'bis'])
    expect(wordsOf(lines('siehe §\u00a044', 8))).toEqual(['siehe', '§\u00a044'])
  })

  test('a word that is wider than the line is cut', () => {
    expect(wordsOf(lines('abcdefghij', 4))).toEqual(['abcd', 'efgh', 'ij'])
  })

  test('an empty text is one empty line', () => {
    expect(wordsOf(lines('', 10))).toEqual([''])
  })

  test('no line is wider than it may be, and nothing but blanks is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'Ä', 'Ж', '1', ' ', '-', '/', '.', '\n'), maxLength: 80 }),
        fc.integer({ min: 3, max: 20 }),
        (text, width) => {
          const all = lines(text, width)
          for (const line of all) expect(line.width).toBeLessThanOrEqual(width)
          const kept = all.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')
          expect(kept.replaceAll(/\s/g, '')).toBe(written(text).replaceAll(/\s/g, ''))
        },
      ),
    )
  })

  test('a footnote is called behind its word, not behind the blank', () => {
    const [line] = new LineBreaker(faces, (piece) => piece.length).lines([{ text: 'Plätze ', face: 'plain', note: 1 }], 20, 10)
    expect(line?.pieces.map(({ text }) => text)).toEqual(['Plätze', '1', ' '])
    expect(line?.notes).toEqual([1])
  })
})

describe('scripts and directions', () => {
  test('each script gets a typeface that has its signs', () => {
    expect(segmentsOf('Öztürk Шевченко', 'strong', faces).map(({ face }) => face)).toEqual(['strong'])
    expect(segmentsOf('ሰላም', 'strong', faces).map(({ face }) => face)).toEqual(['ethiopic'])
    expect(segmentsOf('محمد,', 'plain', faces).map(({ face, direction }) => [face, direction])).toEqual([
      ['arabic', 'rtl'],
      ['plain', 'neutral'],
    ])
  })

  test('what no typeface has is transcribed and still says what it is', () => {
    expect(segmentsOf('გია', 'plain', faces)).toEqual([{ text: 'gia', face: 'plain', direction: 'ltr', meant: 'გია' }])
  })

  test('Arabic words of one name stand from right to left, and what follows them to their right', () => {
    const seen = asSeen([
      { text: 'Herr', direction: 'ltr' },
      { text: ' ', direction: 'neutral' },
      { text: 'محمد', direction: 'rtl' },
      { text: ' ', direction: 'neutral' },
      { text: 'علي', direction: 'rtl' },
      { text: ', ', direction: 'neutral' },
      { text: 'Ali', direction: 'ltr' },
    ] as const)
    expect(seen.map(({ text }) => text)).toEqual(['Herr', ' ', 'علي', ' ', 'محمد', ', ', 'Ali'])
  })

  test('ordering keeps every piece', () => {
    const piece = fc.record({ direction: fc.constantFrom('ltr' as const, 'rtl' as const, 'neutral' as const), id: fc.integer() })
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(new Set(asSeen(pieces))).toEqual(new Set(pieces))
      }),
    )
  })
})
