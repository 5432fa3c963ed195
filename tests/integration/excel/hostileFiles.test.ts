// Workbooks that somebody made to hurt, or that lost a piece on the way: small files that would fill the memory, never end, or hide
// that people are missing. Each is refused with its sentence within seconds, or read without harm.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/courses/import/inspect'
import { temporaryFolder } from '../../fixtures/folder'
import { type Parts, partsOf, zipOf } from '../../fixtures/rawWorkbook'

const LIST = [
  ['Nachname', 'Vorname', 'Geburtsdatum', 'Punkte'],
  ['Haddad', 'Amira', '14.03.1991', 64],
]
const SHEET = 'xl/worksheets/sheet1.xml'
const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STYLES = 'xl/styles.xml'
/** None of these files may keep the program busy for longer. */
const PATIENCE_MS = 10_000
const parts = partsOf(LIST)
/** The workbook with one text of one part replaced. */
const changed = (part: string, from: string | RegExp, to: string): Promise<Buffer> =>
  zipOf({ ...parts, [part]: String(parts[part]).replace(from, () => to) })
const withRows = (rows: string) => changed(SHEET, '</sheetData>', `${rows}</sheetData>`)
const withStrings = (strings: string, cell: string): Parts => ({
  ...parts,
  [RELATIONS]: String(parts[RELATIONS]).replace('</R', '<Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/></R'),
  'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
  [SHEET]: String(parts[SHEET]).replace(/<c r="A2".*?<\/c>/, () => cell),
})

const REFUSED: [what: string, content: () => Promise<Buffer>, reason: string][] = [
  ['millions of elements, each within the one before', () => withRows('<a>'.repeat(6_000_000)), 'unsafe'],
  ['a row with a million cells', () => withRows(`<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`), 'damaged'],
  ['a cell right of the last column that there is', () => changed(SHEET, 'r="D1"', 'r="ZZZ1"'), 'damaged'],
  ['more rows than a sheet has', () => withRows('<row r="3"/>'.repeat(1_048_577)), 'too-large'],
  [
    'three thousand sheets that are one part',
    () =>
      changed(
        WORKBOOK,
        /<sheet .*?\/>/,
        Array.from({ length: 3000 }, (_, id) => `<sheet name="Liste ${id}" sheetId="${id}" r:id="s1"/>`).join(''),
      ),
    'unsafe',
  ],
  ['millions of empty texts', () => zipOf(withStrings('<si/>'.repeat(4_300_000), '')), 'too-large'],
  ['styles without end', () => changed(STYLES, '</cellXfs>', `${'<xf numFmtId="14"/>'.repeat(1_900_000)}</cellXfs>`), 'too-large'],
  ['a part that is longer than its directory says', async () => withLyingSize(await zipOf(parts), SHEET, -100), 'damaged'],
  ['a part that is shorter than its directory says', async () => withLyingSize(await zipOf(parts), SHEET, 100), 'damaged'],
  ['a sheet that is named and not there', () => changed(WORKBOOK, '</sheets>', '<sheet name="Zwei" r:id="s9"/></sheets>'), 'damaged'],
  [
    'a text that is referred to and not there',
    () => zipOf(withStrings('<si><t>Haddad</t></si>', '<c r="A2" t="s"><v>7</v></c>')),
    'damaged',
  ],
]

test.each(REFUSED)(
  '%s: refused',
  async (_, content, reason) => {
    const { status, reason: given, message, records } = await inspected(await content())
    expect({ status, reason: given, records }).toEqual({ status: 'refused', reason, records: [] })
    expect(message).toContain('„Liste.xlsx“')
  },
  PATIENCE_MS,
)

const HARMLESS: [what: string, content: () => Promise<Buffer>, values: Record<string, unknown>][] = [
  [
    'a number format of half a million brackets',
    () => changed(STYLES, '<cellXfs>', `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(500_000)}"/></numFmts><cellXfs>`),
    { lastName: 'Haddad', birthDate: '1991-03-14', placementScore: 64 },
  ],
  ['a date of half a million brackets', () => changed(SHEET, '14.03.1991', '('.repeat(500_000)), { lastName: 'Haddad', birthDate: null }],
  ['a title of half a million brackets', () => changed(SHEET, 'Punkte', '('.repeat(500_000)), { birthDate: '1991-03-14' }],
  [
    'texts in every column that a sheet has',
    () => withRows(`<row>${'<c t="str"><v>Geburtsdaten</v></c>'.repeat(16_384)}</row>`.repeat(30)),
    { lastName: 'Haddad', placementScore: 64 },
  ],
  ['a number that none is', () => changed(SHEET, '<v>64</v>', '<v>1e999</v>'), { birthDate: '1991-03-14' }],
  [
    'a formatted text with reading aids',
    () => zipOf(withStrings('<si><r><t>Had</t></r><r><t>dad</t></r><rPh><t>nicht lesen</t></rPh></si>', '<c r="A2" t="s"><v>0</v></c>')),
    { lastName: 'Haddad' },
  ],
]

test.each(HARMLESS)(
  '%s: read without harm',
  async (_, content, values) => {
    const { status, records } = await inspected(await content())
    expect(status).toBe('ok')
    expect(records[0]!.values).toMatchObject(values)
    expect(records[0]!.values.placementScore ?? 64).toBe(64)
  },
  PATIENCE_MS,
)

test('what is no file is refused before a byte of it is read', async () => {
  expect(await inspect('/dev/zero')).toMatchObject({ status: 'refused', reason: 'not-a-workbook' })
})

async function inspected(content: Buffer) {
  using folder = temporaryFolder()
  const path = join(folder.path, 'Liste.xlsx')
  writeFileSync(path, content)
  return await inspect(path)
}

/** Changes a part's unpacked size in the directory at the end of a zip; nothing else. */
function withLyingSize(bytes: Buffer, part: string, by: number): Buffer {
  const touched = Buffer.from(bytes)
  const entry = touched.lastIndexOf(part) - 46
  touched.writeUInt32LE(touched.readUInt32LE(entry + 24) + by, entry + 24)
  return touched
}
