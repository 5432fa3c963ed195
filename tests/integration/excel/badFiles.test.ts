// Files that cannot be read, or only look as if they could: each gets a sentence that names it and says what to do, and no crash.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from 'xlsx'
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/courses/import/inspect'
import { temporaryFolder } from '../../fixtures/folder'
import { type Parts, partsOf, workbookOf, zipOf } from '../../fixtures/rawWorkbook'

const LIST = [
  ['Nachname', 'Vorname', 'Geburtsdatum', 'Punkte'],
  ['Haddad', 'Amira', '14.03.1991', 64],
  ['Öztürk', 'Ömer', '02.07.1984', 37],
]
const SHEET = 'xl/worksheets/sheet1.xml'
const parts = partsOf(LIST)
const withParts = (changed: Parts) => zipOf({ ...parts, ...changed })
const sheetText = String(parts[SHEET])

const bytesByXlsx = (bookType: 'biff8' | 'xlsb' | 'ods'): Buffer => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(LIST), 'Liste')
  return XLSX.write(book, { type: 'buffer', bookType }) as Buffer
}
/** SheetJS has no types for its OLE part. */
interface Ole {
  utils: { cfb_new(): object; cfb_add(file: object, name: string, content: Buffer): void }
  write(file: object, options: { type: 'buffer'; fileType: 'cfb' }): Buffer
}
/** An OLE file with one stream, as Excel wraps a workbook that has a password. */
const ole = (stream: string): Buffer => {
  const cfb = XLSX.CFB as Ole
  const file = cfb.utils.cfb_new()
  cfb.utils.cfb_add(file, `/${stream}`, Buffer.alloc(5000, 7))
  return cfb.write(file, { type: 'buffer', fileType: 'cfb' })
}

const REFUSED: [what: string, name: string, content: () => Buffer | Promise<Buffer>, reason: string, says: string][] = [
  ['an old .xls', 'Liste.xls', () => bytesByXlsx('biff8'), 'old-xls', 'Excel-Arbeitsmappe (*.xlsx)'],
  ['an old .xls that calls itself .xlsx', 'Liste.xlsx', () => bytesByXlsx('biff8'), 'old-xls', 'Excel-Arbeitsmappe (*.xlsx)'],
  ['a workbook with a password', 'geheim.xlsx', () => ole('EncryptedPackage'), 'encrypted', 'heben Sie das Kennwort auf'],
  ['an old Word document', 'Liste.xlsx', () => ole('WordDocument'), 'not-a-workbook', 'Word-Dokument'],
  ['a binary workbook', 'Liste.xlsb', () => bytesByXlsx('xlsb'), 'not-a-workbook', '.xlsb'],
  ['a LibreOffice table', 'Liste.ods', () => bytesByXlsx('ods'), 'not-a-workbook', 'LibreOffice'],
  ['an empty file', 'Liste.xlsx', () => Buffer.alloc(0), 'empty', 'leer'],
  ['a workbook without a cell', 'Liste.xlsx', () => workbookOf([]), 'empty', 'leer'],
  [
    'a workbook without a header',
    'Liste.xlsx',
    () =>
      workbookOf([
        ['1', '2'],
        ['3', '4'],
      ]),
    'no-header',
    'Kopfzeile',
  ],
  ['a truncated one', 'Liste.xlsx', async () => (await workbookOf(LIST)).subarray(0, 700), 'damaged', 'neu'],
  ['one that ends in the middle of its directory', 'Liste.xlsx', async () => (await workbookOf(LIST)).subarray(0, -30), 'damaged', 'neu'],
  ['a part with one wrong bit', 'Liste.xlsx', async () => withWrongBit(await zipOf(parts, { isStored: true })), 'damaged', 'neu'],
  ['XML that ends too early', 'Liste.xlsx', () => withParts({ [SHEET]: sheetText.slice(0, -40) }), 'damaged', 'neu'],
  ['an entity that nobody declared', 'Liste.xlsx', () => withParts({ [SHEET]: sheetText.replace('Haddad', '&haddad;') }), 'damaged', 'neu'],
  [
    'a document type with entities',
    'Liste.xlsx',
    () => withParts({ [SHEET]: `<!DOCTYPE x [<!ENTITY a "Haddad">]>${sheetText}` }),
    'unsafe',
    'neue Arbeitsmappe',
  ],
  ['two parts of one name', 'Liste.xlsx', () => withParts({ [SHEET.toUpperCase()]: sheetText }), 'unsafe', 'neue Arbeitsmappe'],
  [
    'a bomb of blanks',
    'Liste.xlsx',
    () => withParts({ [SHEET]: Buffer.concat([Buffer.from(sheetText), Buffer.alloc(64 * 2 ** 20, 32)]) }),
    'too-large',
    'zu groß',
  ],
  [
    'one endless text',
    'Liste.xlsx',
    () => withParts({ [SHEET]: sheetText.replace('Haddad', 'H'.repeat(6 * 2 ** 20)) }),
    'too-large',
    'zu groß',
  ],
  ['a zip of something else', 'Bilder.zip', () => zipOf({ 'a.txt': 'a', 'b/c.txt': 'c' }), 'not-a-workbook', 'Archiv'],
  ['a PDF', 'Liste.pdf', () => Buffer.from('%PDF-1.7\n%âãÏÓ'), 'not-a-workbook', 'PDF'],
  [
    'a web page that calls itself .xls',
    'Liste.xls',
    () => Buffer.from('\n<html><table><tr><td>Name</td></tr></table></html>'),
    'not-a-workbook',
    'Webseite',
  ],
  [
    'a web page with a sign before it',
    'Liste.xlsx',
    () => Buffer.from('\ufeff<table><tr><td>Name;</td></tr></table>'),
    'not-a-workbook',
    'Webseite',
  ],
  ['blanks', 'Liste.csv', () => Buffer.from(' \r\n\r\n '), 'empty', 'leer'],
  [
    'a part that calls itself otherwise before its bytes',
    'Liste.xlsx',
    async () => withOtherLocalName(await zipOf(parts)),
    'unsafe',
    'neue Arbeitsmappe',
  ],
  ['parts that share their bytes', 'Liste.xlsx', async () => withSharedBytes(await zipOf(parts)), 'unsafe', 'neue Arbeitsmappe'],
  ['a letter', 'Brief.txt', () => Buffer.from('Sehr geehrte Damen und Herren\nanbei die Liste'), 'not-a-workbook', 'Textdatei'],
]

test.each(REFUSED)('%s is refused with a sentence that names it and says what to do', async (_, name, content, reason, says) => {
  using folder = temporaryFolder()
  const path = join(folder.path, name)
  writeFileSync(path, await content())
  const answer = await inspect(path)
  expect({ status: answer.status, reason: answer.reason }).toEqual({ status: 'refused', reason })
  expect(answer.message).toContain(`„${name}“`)
  expect(answer.message).toContain(says)
  expect(answer.records).toEqual([])
})

test('a file that is gone, and a folder, get a sentence too', async () => {
  using folder = temporaryFolder()
  expect(await inspect(join(folder.path, 'weg.xlsx'))).toMatchObject({ status: 'refused', reason: 'missing' })
  mkdirSync(join(folder.path, 'Listen.xlsx'))
  expect(await inspect(join(folder.path, 'Listen.xlsx'))).toMatchObject({ status: 'refused', reason: 'not-a-workbook' })
})

const twoPeople = [
  { lastName: 'Haddad', firstName: 'Amira', birthDate: '1991-03-14', placementScore: 64 },
  { lastName: 'Öztürk', firstName: 'Ömer', birthDate: '1984-07-02', placementScore: 37 },
]
const text = LIST.map((row) => row.join(';')).join('\r\n')
const READ: [what: string, name: string, content: () => Buffer | Promise<Buffer>][] = [
  ['a plain workbook', 'Liste.xlsx', () => workbookOf(LIST)],
  ['a workbook in strict Open XML', 'Liste.xlsx', () => workbookOf(LIST, { strict: true })],
  ['a workbook whose name ends with .xls', 'Liste.xls', () => workbookOf(LIST)],
  ['a .csv named .xlsx in Windows-1252', 'Liste.xlsx', () => Buffer.from(text, 'latin1')],
  ['a .csv in UTF-8', 'Liste.csv', () => Buffer.from(`\ufeff${text}`)],
  ['a .csv in UTF-16', 'Liste.csv', () => Buffer.from(`\ufeff${text}`, 'utf16le')],
  [
    'paths that climb out of the archive',
    'Liste.xlsx',
    () =>
      zipOf({
        ...parts,
        'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace('worksheets/', '../../../xl/worksheets/'),
      }),
  ],
  ['rows and cells without their places', 'Liste.xlsx', () => withParts({ [SHEET]: sheetText.replaceAll(/ r="[A-Z]?\d+"/g, '') })],
  ['rows with places that are none', 'Liste.xlsx', () => withParts({ [SHEET]: sheetText.replaceAll(/<row r="\d+"/g, '<row r="oben"') })],
  [
    'prefixed names',
    'Liste.xlsx',
    () => withParts({ [SHEET]: sheetText.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=') }),
  ],
  [
    'relations to files outside, which are never opened',
    'Liste.xlsx',
    () =>
      zipOf({
        ...parts,
        'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace(
          '</Relationships>',
          '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" TargetMode="External" Target="file:///etc/passwd"/></Relationships>',
        ),
      }),
  ],
]

test.each(READ)('%s is read', async (_, name, content) => {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, name), await content())
  const { status, records, faults } = await inspect(join(folder.path, name))
  expect({ status, faults }).toEqual({ status: 'ok', faults: [] })
  expect(records.map(({ values }) => values)).toMatchObject(twoPeople)
})

test('dates count from 1904 where the workbook says so', async () => {
  using folder = temporaryFolder()
  const dated = (options: { date1904: boolean }) => {
    const made = partsOf([LIST[0]!, ['Haddad', 'Amira', 33311, 64]], options)
    return zipOf({ ...made, [SHEET]: String(made[SHEET]).replace('<c r="C2">', '<c r="C2" s="1">') })
  }
  writeFileSync(join(folder.path, 'a.xlsx'), await dated({ date1904: false }))
  writeFileSync(join(folder.path, 'b.xlsx'), await dated({ date1904: true }))
  expect((await inspect(join(folder.path, 'a.xlsx'))).records[0]!.values.birthDate).toBe('1991-03-14')
  expect((await inspect(join(folder.path, 'b.xlsx'))).records[0]!.values.birthDate).toBe('1995-03-15')
})

test('headers and texts that are names of JavaScript itself are only words', async () => {
  using folder = temporaryFolder()
  writeFileSync(
    join(folder.path, 'a.xlsx'),
    await workbookOf([
      ['Nachname', 'Vorname', 'Geburtsdatum', '__proto__', 'constructor'],
      ['__proto__', 'constructor', '14.03.1991', 'toString', 'x'],
      ['Haddad_x0000__x0007_', '_x0000_Amira', '02.07.1984', '{"a":1}', ''],
    ]),
  )
  const { records } = await inspect(join(folder.path, 'a.xlsx'))
  expect(records.map(({ values }) => [values.lastName, values.firstName])).toEqual([
    ['__proto__', 'constructor'],
    ['Haddad', 'Amira'],
  ])
  expect(Object.keys({})).toEqual([])
})

/** The name before the part's bytes differs from the one in the directory; both are as long. */
function withOtherLocalName(bytes: Buffer): Buffer {
  const touched = Buffer.from(bytes)
  touched.write('sheet9', touched.indexOf('sheet1'))
  return touched
}

/** The directory says of its last part that it begins where the first one does. */
function withSharedBytes(bytes: Buffer): Buffer {
  const touched = Buffer.from(bytes)
  const entry = touched.lastIndexOf(Buffer.from('504b0102', 'hex'))
  touched.writeUInt32LE(0, entry + 42)
  return touched
}

/** Turns one bit of a cell's text; sizes and structure stay right, only the checksum does not. */
function withWrongBit(bytes: Buffer): Buffer {
  const at = bytes.indexOf('Haddad')
  const touched = Buffer.from(bytes)
  touched[at] = touched[at]! ^ 1
  return touched
}

test('what the reader is given here is what the tests say: the untouched parts come out whole', async () => {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, 'a.xlsx'), await zipOf(parts, { isStored: true }))
  expect((await inspect(join(folder.path, 'a.xlsx'))).records).toHaveLength(2)
  expect(readFileSync(join(folder.path, 'a.xlsx')).includes('Haddad')).toBe(true)
})
