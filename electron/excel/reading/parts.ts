// The parts of a workbook in the order in which they are needed: relations, workbook, styles, shared strings; sheets come last.
import { type Archive } from './archive'
import { type OtherKind, Refused } from './refusals'
import { SharedTexts } from './sharedTexts'
import { attribute, parseWhole } from './xml'

export interface SheetPart {
  name: string
  part: string
  isHidden: boolean
}
export interface Workbook {
  sheets: SheetPart[]
  is1904: boolean
  /** Which cell formats (by index) show their number as a date, and which as per cent. */
  dateStyles: ReadonlySet<number>
  percentStyles: ReadonlySet<number>
  strings: SharedTexts
}

const DOCUMENTS: Record<string, OtherKind> = {
  'word/document.xml': 'word',
  'ppt/presentation.xml': 'slides',
  'content.xml': 'office',
  'xl/workbook.bin': 'xlsb',
}
/** Signs in shared strings; 200,000 rows of twenty different texts have half of it. */
const MOST_SIGNS = 128 * 2 ** 20
/** XML around them may be as long again, and more. */
const LARGEST_STRINGS = 4 * MOST_SIGNS
const MOST_STRINGS = 4 * 2 ** 20
/** Excel's own limit; a format that is longer would only keep the search for letters busy. */
const LONGEST_FORMAT = 255
/** Excel allows 31 signs, others more. Each finding carries the name. */
const LONGEST_SHEET_NAME = 255
/** Built-in number formats that are dates: ECMA-376 part 1, 18.8.30 (14 to 22, 45 to 47) and East Asian ones (27 to 36, 50 to 58). */
const DATE_FORMATS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, ...range(27, 36), ...range(50, 58)]
/** The same table: 0% and 0.00%. */
const PERCENT_FORMATS = [9, 10]

/** Reads everything but the sheets. @throws Refused */
export async function readWorkbook(archive: Archive, file: string): Promise<Workbook> {
  const main = await mainPart(archive, file)
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : ''
  const relations = await relationsOf(archive, main, file)
  const target = (id: string) => resolve(folder, relations.get(id)?.target ?? '')
  const sheets: SheetPart[] = []
  const parts = new Set<string>()
  let is1904 = false
  await parseWhole(archive, main, file, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true', 'on'].includes((attributes.date1904 ?? '').toLowerCase())
      if (name !== 'sheet') return
      const part = target(attribute(attributes, 'id') ?? '')
      // A sheet that is named and not there would be missed by nobody.
      if (!archive.has(part)) throw new Refused('damaged', { file })
      // A thousand sheets that are one part are a bomb that no size shows.
      if (parts.size === parts.add(part.toLowerCase()).size) throw new Refused('unsafe', { file })
      const label = (attributes.name ?? '').slice(0, LONGEST_SHEET_NAME)
      sheets.push({ name: label, part, isHidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  })
  if (sheets.length === 0) throw new Refused('damaged', { file })
  const byType = (type: string) => [...relations.values()].find((one) => one.type.endsWith(type))
  const styles = byType('/styles')
  const strings = byType('/sharedStrings')
  return {
    sheets,
    is1904,
    ...(styles === undefined ? NO_STYLES : await stylesOf(archive, resolve(folder, styles.target), file)),
    strings: strings === undefined ? new SharedTexts() : await stringsOf(archive, resolve(folder, strings.target), file),
  }
}

async function mainPart(archive: Archive, file: string): Promise<string> {
  for (const [part, what] of Object.entries(DOCUMENTS)) if (archive.has(part)) throw new Refused('not-a-workbook', { file, what })
  const relations = await relationsOf(archive, '', file)
  const main = [...relations.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target.replace(/^\//, '') ?? 'xl/workbook.xml'
  if (!archive.has(main)) throw new Refused('not-a-workbook', { file, what: 'archive' })
  return main
}

type Relations = Map<string, { type: string; target: string }>

async function relationsOf(archive: Archive, part: string, file: string): Promise<Relations> {
  const cut = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
  const relations: Relations = new Map()
  if (!archive.has(name)) return relations
  await parseWhole(archive, name, file, {
    open: (tag, attributes) => {
      // What lies outside of the archive is never fetched.
      if (tag === 'Relationship' && attributes.TargetMode !== 'External')
        relations.set(attributes.Id ?? '', { type: attributes.Type ?? '', target: attributes.Target ?? '' })
    },
  })
  return relations
}

type Styles = Pick<Workbook, 'dateStyles' | 'percentStyles'>
const NO_STYLES: Styles = { dateStyles: new Set(), percentStyles: new Set() }

async function stylesOf(archive: Archive, part: string, file: string): Promise<Styles> {
  const [dateFormats, percentFormats] = [new Set(DATE_FORMATS), new Set(PERCENT_FORMATS)]
  const [dateStyles, percentStyles] = [new Set<number>(), new Set<number>()]
  if (!archive.has(part)) return NO_STYLES
  let isInFormats = false
  let index = 0
  await parseWhole(archive, part, file, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const code = attributes.formatCode ?? ''
        if (isDateFormat(code)) dateFormats.add(Number(attributes.numFmtId))
        else if (isPercentFormat(code)) percentFormats.add(Number(attributes.numFmtId))
      }
      if (name === 'cellXfs') isInFormats = true
      if (name !== 'xf' || !isInFormats) return
      const format = Number(attributes.numFmtId ?? 0)
      if (dateFormats.has(format)) dateStyles.add(index)
      if (percentFormats.has(format)) percentStyles.add(index)
      index += 1
    },
    close: (name) => {
      if (name === 'cellXfs') isInFormats = false
    },
  })
  return { dateStyles, percentStyles }
}

/** A format with day, month or year outside of quotes, brackets and escapes; also the German letters that LibreOffice leaves (TT.MM.JJJJ). */
function isDateFormat(code: string): boolean {
  // "Standard" is how German programs call the general one.
  if (code.length > LONGEST_FORMAT || /^(?:general|standard)$/i.test(code)) return false
  const bare = withoutLiterals(code)
  return /[dyj]/i.test(bare) || /t{1,2}[./-]m/i.test(bare)
}

function isPercentFormat(code: string): boolean {
  return code.length <= LONGEST_FORMAT && withoutLiterals(code).includes('%')
}

function withoutLiterals(code: string): string {
  return code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
}

async function stringsOf(archive: Archive, part: string, file: string): Promise<SharedTexts> {
  const strings = new SharedTexts()
  if (!archive.has(part)) return strings
  let text = ''
  let signs = 0
  let isText = false
  let isPhonetic = false
  const events = {
    open: (name: string) => {
      if (name === 'si') text = ''
      if (name === 't') isText = true
      // Reading aids of East Asian names are no part of the text.
      if (name === 'rPh') isPhonetic = true
    },
    close: (name: string) => {
      if (name === 'si') {
        strings.add(unescaped(text))
        if (strings.length > MOST_STRINGS) throw new Refused('too-large', { file })
      }
      if (name === 't') isText = false
      if (name === 'rPh') isPhonetic = false
    },
    text: (piece: string) => {
      if (isText && !isPhonetic) text += piece
      signs += piece.length
      if (signs > MOST_SIGNS) throw new Refused('too-large', { file })
    },
  }
  await parseWhole(archive, part, file, events, LARGEST_STRINGS)
  return strings
}

/** `_x000D_` is how workbooks write signs that XML cannot. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = `${folder}${target}`.split('/')
  const resolved: string[] = []
  for (const part of parts) {
    if (part === '..') resolved.pop()
    else if (part !== '.' && part !== '') resolved.push(part)
  }
  return resolved.join('/')
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
