import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stepOf } from '../../../electron/documents/step'
import { writeDocument } from '../../../electron/documents/writeDocument'
import type { Block, TextDocument } from '../../../shared/core/document'
import { cancelled } from '../../../shared/core/errors'
import { readPdf, taggedAs } from '../../fixtures/pdfReader'
import { documentOf, everything, letterhead } from '../../fixtures/sampleDocument'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const going = () => undefined

async function written(document: TextDocument) {
  const file = join(folder, 'document.pdf')
  rmSync(file, { force: true })
  await writeDocument(file, document, 'pdf', going, 'auftrag')
  return readPdf(file)
}

describe('a PDF says what it is', () => {
  test('title, language and archive form stand in it, also with signs that XML reserves', async () => {
    const read = await written(documentOf([]))
    expect(read).toMatchObject({ title: 'Gruppenplan & Übersicht <Herbst>', language: 'de-DE', archive: '2A' })
    expect((await written(documentOf([], { language: 'en' }))).language).toBe('en-GB')
  })

  test('headings, lists, tables, notes, pictures and contents are tagged as such', async () => {
    const { pages } = await written(documentOf(everything))
    // A page names all elements of a list or table; those of other pages are empty there.
    const all = (role: string) => pages.flatMap(({ tree }) => taggedAs(role, tree)).flatMap(({ text }) => (text === '' ? [] : [text]))
    expect(all('H1')).toEqual(['Gruppenplan & Übersicht <Herbst>'])
    expect(all('H2')).toEqual(['Ausgangslage', 'Gruppen'])
    expect(all('H3')).toEqual(['Namen in anderen Schriften'])
    expect(all('TOCI')).toEqual(['Ausgangslage 1', 'Namen in anderen Schriften 1', 'Gruppen 1'])
    expect(all('Note')).toEqual(['1 Stand der Meldungen der Kursträger.', '2 Quelle: eigene Erhebung.'])
    expect(all('Caption')).toEqual(['Geplante Gruppen', 'Abbildung: Personen je Niveau'])
    expect(all('LBody')).toContain('Мария Шевченко')
    expect(all('LBody')).toContain('ሰላማዊት ገብረማርያም')
    expect(all('LBody')).toContain('محمد علي حسن , geboren 1990')
    expect(all('LI')).toContain('1. erstens')
    const [first] = pages
    if (first === undefined) throw new Error('no page')
    expect(
      taggedAs('LI', first.tree)
        .find(({ text }) => text.includes('erstens'))
        ?.children.map(({ role }) => role),
    ).toEqual(['Lbl', 'LBody'])
    expect(pages.flatMap(({ tree }) => taggedAs('Figure', tree)).map(({ alternative }) => alternative)).toContain(
      'Balken: 40 Personen auf A1, 25 auf A2.',
    )
  })

  test('the letterhead names office and ways to reach it, and leaves out what is empty', async () => {
    const { pages } = await written(documentOf([], { letterhead: { ...letterhead, contact: '', phone: '' } }))
    expect(pages.flatMap(({ tree }) => taggedAs('Sect', tree)).map(({ text }) => text)).toEqual([
      'Koordinierungsstelle Migration Landkreis Erlenmark Schlossplatz 1, 99999 Erlenburg migration@erlenmark.example',
    ])
  })
})

describe('long tables', () => {
  test('every cell is there once, in its row; heads repeat for eyes and are read once; pages are counted', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`Person ${index + 1}`, `Zimmer ${index % 7}`])
    const { pages } = await written(
      documentOf([
        {
          kind: 'table',
          caption: null,
          columns: [
            { header: 'Wer', kind: 'text', share: 1 },
            { header: 'Wo', kind: 'text', share: 1 },
          ],
          rows,
        },
      ]),
    )
    expect(pages.length).toBeGreaterThan(3)
    // A page names the elements of the whole table; those of other pages are empty there.
    const read = pages.flatMap(({ tree }) => taggedAs('TR', tree)).filter((row) => row.text !== '')
    expect(read.map(({ children }) => children.map(({ role, text }) => `${role} ${text}`))).toEqual([
      ['TH Wer', 'TH Wo'],
      ...rows.map(([who, where]) => [`TH ${who}`, `TD ${where}`]),
    ])
    pages.forEach(({ ornaments }, index) => {
      expect(ornaments).toContain(`Seite ${index + 1} von ${pages.length}`)
      expect(ornaments).toContain('Landkreis Erlenmark, vertraulich')
      expect(ornaments.includes('Wer')).toBe(index > 0)
    })
  })

  test('a row that is longer than a page goes on on the next', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `Wort${index}`).join(' ')
    const { pages } = await written(
      documentOf([
        {
          kind: 'table',
          caption: null,
          columns: [
            { header: 'Wer', kind: 'text', share: 1 },
            { header: 'Was', kind: 'text', share: 1 },
          ],
          rows: [['A', long]],
        },
      ]),
    )
    expect(pages.length).toBeGreaterThan(1)
    const read = pages.flatMap(({ tree }) => taggedAs('TD', tree)).map(({ text }) => text)
    expect(read.join(' ')).toBe(long)
  })
})

describe('no text is lost', () => {
  const NAMES = [
    'Öztürk',
    'Nguyễn',
    'Łukasz',
    'Шевченко',
    'محمد',
    'حسن',
    'ሰላማዊት',
    'O’Neil',
    'ẞüß',
    'a/b-c',
    '+49 30',
    '„Zitat“',
    '–',
    '§ 44a',
    'x'.repeat(150),
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...NAMES), fc.stringMatching(/^[A-Za-zÄÖÜäöüß0-9.,;:!?()%&<>"'=]{1,14}$/)), {
      minLength: 1,
      maxLength: 40,
    })
    .map((words) => words.join(' '))
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({
      kind: fc.constant('paragraph' as const),
      runs: fc.array(fc.record({ text, isBold: fc.boolean(), isItalic: fc.boolean() }), { minLength: 1, maxLength: 4 }),
    }),
    text.map((words): Block => ({ kind: 'paragraph', runs: [{ text: words, note: `Hinweis ${words.slice(0, 300)}` }] })),
    fc.record({
      kind: fc.constant('list' as const),
      isNumbered: fc.boolean(),
      entries: fc.array(
        text.map((words) => ({ runs: [{ text: words }] })),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 }).map((rows): Block => ({
      kind: 'table',
      caption: 'Liste',
      columns: [
        { header: 'Eins', kind: 'text', share: 1 },
        { header: 'Zwei', kind: 'number', share: 2 },
      ],
      rows,
    })),
    text.map((words): Block => ({ kind: 'heading', level: 2, text: words })),
  )

  test('whatever a document says can be read in its PDF, under the structure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('portrait' as const, 'landscape' as const),
        async (blocks, orientation) => {
          const { pages } = await written(documentOf(blocks, { orientation }))
          const found = bare(pages.map(({ tree }) => tree.text).join(' '))
          for (const words of textsOf(blocks)) expect(found).toContain(bare(words))
        },
      ),
      { numRuns: 25 },
    )
  })

  test('signs that no typeface has are drawn as a transcription', async () => {
    const { pages } = await written(documentOf([{ kind: 'paragraph', runs: [{ text: 'გიორგი 山田' }] }]))
    expect(pages[0]?.tree.text).toContain('giorgi')
  })

  test('signs that a file has no place for leave nothing behind', async () => {
    const { pages } = await written(documentOf([{ kind: 'paragraph', runs: [{ text: 'ein\u0000s\u0007 zw\ud800ei\r\ndrei' }] }]))
    expect(pages[0]?.tree.text).toContain('eins zw?ei drei')
  })
})

describe('all or nothing', () => {
  test('what was stopped leaves no file, and what was there stays', async () => {
    const file = join(folder, 'plan.pdf')
    writeFileSync(file, 'old')
    const stopped = stepOf({ aborted: true }, going)
    await expect(writeDocument(file, documentOf(everything), 'pdf', stopped, 'auftrag')).rejects.toMatchObject({ definition: cancelled })
    expect(readdirSync(folder)).toEqual(['plan.pdf'])
    await writeDocument(file, documentOf(everything), 'pdf', going, 'auftrag')
    expect(readdirSync(folder)).toEqual(['plan.pdf'])
    expect((await readPdf(file)).pages.length).toBeGreaterThan(1)
  })

  test('a folder that is gone is an error, not an endless wait', async () => {
    await expect(writeDocument(join(folder, 'gone', 'plan.pdf'), documentOf(everything), 'pdf', going, 'auftrag')).rejects.toMatchObject({
      code: 'ENOENT',
    })
    expect(existsSync(join(folder, 'gone'))).toBe(false)
  })
})

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200d]/g, '')
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return block.runs.flatMap(({ text, note }) => (note === undefined ? [text] : [text, note]))
      case 'list':
        return block.entries.flatMap(({ runs }) => runs.map(({ text }) => text))
      case 'table':
        return block.rows.flat()
      case 'heading':
        return [block.text]
      case 'figure':
      case 'contents':
      case 'pageBreak':
        return []
    }
  })
}
