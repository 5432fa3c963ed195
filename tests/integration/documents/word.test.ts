import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stepOf } from '../../../electron/documents/step'
import { writeDocument } from '../../../electron/documents/writeDocument'
import { openArchive, readText } from '../../../electron/excel/reading/archive'
import type { TextDocument } from '../../../shared/core/document'
import { cancelled } from '../../../shared/core/errors'
import { documentOf, everything } from '../../fixtures/sampleDocument'

const MAIN = 'word/document.xml'
const FOOTNOTES = 'word/footnotes.xml'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'documents-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const going = () => undefined

/** Parts of the written file, each checked to be well-formed. */
async function written(document: TextDocument, ...names: string[]): Promise<string[]> {
  const file = join(folder, 'document.docx')
  rmSync(file, { force: true })
  await writeDocument(file, document, 'docx', going, 'auftrag')
  const archive = await openArchive(readFileSync(file), file)
  const parts = []
  for (const name of names) {
    const xml = await readText(archive, name)
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.write(xml).close()
    parts.push(xml)
  }
  return parts
}

/** The words of each paragraph. */
function paragraphs(xml: string): string[] {
  const found: string[] = []
  let isText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') found.push('')
    if (name === 'w:br') found.push((found.pop() ?? '') + '\n')
    isText = name === 'w:t'
  })
  parser.on('closetag', () => (isText = false))
  parser.on('text', (text) => {
    if (isText) found.push((found.pop() ?? '') + text)
  })
  parser.write(xml).close()
  return found
}

describe('a Word file says what it is', () => {
  test('headings have their level, heads of tables repeat, notes and pictures speak', async () => {
    const [main = '', notes = '', styles = '', core = ''] = await written(
      documentOf(everything),
      MAIN,
      FOOTNOTES,
      'word/styles.xml',
      'docProps/core.xml',
    )
    expect(core).toContain('<dc:title>Gruppenplan &amp; Übersicht &lt;Herbst&gt;</dc:title>')
    expect(styles).toMatch(/w:lang [^>]*w:val="de-DE"/)
    const headings = [...main.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => level)
    expect(headings).toEqual(['1', '2', '3', '2'])
    expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(main).toContain('TOC \\h \\o &quot;2-6&quot;')
    expect(paragraphs(notes)).toEqual(expect.arrayContaining(['Stand der Meldungen der Kursträger.', 'Quelle: eigene Erhebung.']))
    expect(main).toContain('descr="Balken: 40 Personen auf A1, 25 auf A2."')
    // Letters are joined only where Word is told which way they run.
    expect(main).toMatch(/<w:rtl\/><\/w:rPr><w:t [^>]*>محمد علي حسن/)
  })

  test('lists are lists, and each numbered one begins at 1', async () => {
    const list = { kind: 'list', isNumbered: true, entries: [{ runs: [{ text: 'eins' }] }] } as const
    const [main = ''] = await written(documentOf([list, list]), MAIN)
    const numbers = [...main.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
    expect(numbers).toHaveLength(2)
    expect(new Set(numbers).size).toBe(2)
  })

  test('every page has its number, and the letterhead stands on the first', async () => {
    const [main = '', footer = '', header = ''] = await written(documentOf([]), MAIN, 'word/footer1.xml', 'word/header1.xml')
    expect(footer).toContain('Landkreis Erlenmark, vertraulich')
    expect(footer).toContain('>PAGE<')
    expect(footer).toContain('>NUMPAGES<')
    expect(paragraphs(main).slice(0, 2)).toEqual(['Koordinierungsstelle Migration', 'Landkreis Erlenmark'])
    expect(paragraphs(header)).toEqual(['Gruppenplan & Übersicht <Herbst>'])
  })
})

test('whatever a document says stands in its Word file', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 10 }),
      fc.array(fc.tuple(text, text), { maxLength: 10 }),
      async (texts, rows) => {
        const [main = '', footnotes = ''] = await written(
          documentOf([
            ...texts.map((one) => ({ kind: 'paragraph' as const, runs: [{ text: one, note: `Hinweis ${one}` }] })),
            ...texts.map((one) => ({ kind: 'heading' as const, level: 2 as const, text: `Abschnitt ${one}` })),
            { kind: 'list', isNumbered: false, entries: texts.map((one) => ({ runs: [{ text: `Punkt ${one}` }] })) },
            {
              kind: 'table',
              caption: null,
              columns: [
                { header: 'Eins', kind: 'text', share: 1 },
                { header: 'Zwei', kind: 'text', share: 1 },
              ],
              rows,
            },
          ]),
          MAIN,
          FOOTNOTES,
        )
        const found = paragraphs(main)
        const wanted = [...texts, ...texts.map((one) => `Abschnitt ${one}`), ...texts.map((one) => `Punkt ${one}`), ...rows.flat()]
        for (const one of wanted) expect(found).toContain(plain(one))
        for (const one of texts) expect(paragraphs(footnotes).map((note) => note.trim())).toContain(plain(`Hinweis ${one}`).trim())
      },
    ),
    { numRuns: 40 },
  )
})

test('what was stopped leaves no file', async () => {
  const stopped = stepOf({ aborted: true }, going)
  await expect(writeDocument(join(folder, 'plan.docx'), documentOf(everything), 'docx', stopped, 'auftrag')).rejects.toMatchObject({
    definition: cancelled,
  })
  expect(readdirSync(folder)).toEqual([])
})

/** What may stand in XML of a text, said here by its own rule: XML 1.0, 2.2. */
function plain(text: string): string {
  return Array.from(text.replaceAll(/\r\n?|\u2028|\u2029/g, '\n'))
    .map((sign) => (sign === '\t' ? ' ' : sign))
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0
      return code === 10 || (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xfffd) || code >= 0x10000
    })
    .join('')
    .normalize('NFC')
}
