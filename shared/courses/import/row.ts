// One row of a list becomes values and findings. Every finding says which cell, what is wrong, and what to do.
import type { Json } from '../../core/change'
import type { IsoDate } from '../../core/entity'
import type { Finding } from '../../core/finding'
import { formatDate } from '../../i18n/format'
import { ageOn, birthdayFault, type DateFault, readDay, type ReadDay, type SlashOrder } from './dates'
import { readPhone, readPostcode, readPostcodeCity } from './contact'
import { fits } from './fieldsOfList'
import { inMixedCase, type NameOrder, splitName } from './names'
import { cellText, type CellValue, dayOfSerial } from '../../core/sheet'
import { readScore } from './scores'
import { isNothing, type ReadValue, type ValueProblem } from './value'
import { codeOfWord } from './words'

/** What a value needs to be read: the day it is, what slashes mean in this column, and the bounds of points (a dated rule). */
export interface ReadContext {
  today: IsoDate
  order: SlashOrder
  bounds: Readonly<Record<string, { min: number; max: number }>>
  /** The workbook counts its days from 1904. */
  is1904: boolean
  /** What the header says of two names in one cell. */
  nameOrder: NameOrder | null
}
const DAYS = new Set(['birthDate', 'entitlementDate', 'entitlementUntil', 'registrationDate', 'placementDate', 'courseStart', 'courseEnd'])
/** Of a course's life; no record of a list takes them yet, so what cannot be read stays as it is. */
const OTHER_DAYS = new Set(['entryDate', 'titleUntil', 'dtzDate', 'lidDate', 'breakOffDate'])
const OTHER_NUMBERS = new Set(['lessonsDone', 'lessonsLeft', 'lidScore'])
const SCORES = new Set(['placementScore', 'scoreOral', 'scoreWritten', 'recommendedModule', 'schoolYears'])
const CODES = {
  nationality: 'nationality',
  firstLanguage: 'language',
  courseType: 'courseType',
  learningPace: 'learningPace',
  slot: 'slot',
  sex: 'sex',
  cefr: 'cefr',
  entitlementBasis: 'entitlementBasis',
} as const

/** Excel's error signs as text, German and English: what is left of them in a CSV file. */
const ERROR_SIGN = /^#(?:NV|N\/A|BEZUG!|REF!|WERT!|VALUE!|DIV\/0!|NAME\?|ZAHL!|NUM!|NULL!)$/
/** A name that is not known yet: N.N., a line, question marks. */
const NO_NAME_YET = /^(?:n\. ?n\.?|nn|[^\p{L}\d]+)$/iu
/** What stands in no name: a digit, or the sign that a lost letter leaves. */
const NO_NAME = /[\d?\ufffd@#<>{}=;|\\]/

/** Reads one cell as a field's value. An empty cell gives nothing: it means unchanged. What no record can keep is named and left out. */
export function readValue(field: string, cell: CellValue | undefined, context: ReadContext): ReadValue {
  const { values, problems } = readCell(field, cell, context)
  const kept: ReadValue = { values: {}, problems: [...problems] }
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || fits(name, value)) kept.values[name] = value
    else kept.problems.push(unfit(value))
    if ((name === 'lastName' || name === 'firstName') && typeof value === 'string' && NO_NAME.test(value))
      kept.problems.push(doubtfulName(value))
  }
  return kept
}

function readCell(field: string, cell: CellValue | undefined, context: ReadContext): ReadValue {
  const text = cellText(cell)
  if (cell?.kind === 'uncomputed')
    return problem(
      'formula-error',
      'warning',
      'Die Formel dieser Zelle ist nicht ausgerechnet, ihr Wert fehlt. Öffnen Sie die Datei in Excel und speichern Sie sie, oder tragen Sie den Wert ein.',
      {},
    )
  const sign = cell?.kind === 'error' ? cell.sign : ERROR_SIGN.test(text) ? text : null
  if (sign !== null)
    return problem('formula-error', 'warning', '{value} ist ein Formelfehler. Tragen Sie den Wert ein oder lassen Sie die Zelle leer.', {
      value: sign,
    })
  if (cell === undefined || text === '') return { values: {}, problems: [] }
  if (DAYS.has(field)) return readDayValue(field, cell, text, context)
  if (SCORES.has(field)) return readScore(field, cell, text, context.bounds[field])
  if (field === 'fullName') return NO_NAME_YET.test(text) ? { values: {}, problems: [] } : readFullName(text, context.nameOrder)
  if (field === 'lastName' || field === 'firstName')
    return NO_NAME_YET.test(text) ? { values: {}, problems: [] } : value(field, inMixedCase(text))
  if (field === 'childcareNeed') return readChildren(text)
  if (isNothing(text)) return { values: {}, problems: [] }
  if (field === 'postcode') return readPostcode(text)
  if (field === 'postcodeCity') return readPostcodeCity(text)
  if (field === 'phone' || field === 'mobile') return readPhone(field, cell, text)
  if (field === 'otherLanguages') return readLanguages(text)
  if (field === 'nationality') return readNationality(text)
  if (field === 'cefr') {
    const level = text.replace(/\([^)]*\)/g, '').replace(/^(?:ger|niveau|stufe|level)\b:?/i, '')
    const code = codeOfWord('cefr', level)
    return code === null ? unknownWord(text) : value(field, code)
  }
  // "Alpha ja" asks here whether somebody reads, there whether a course is needed; other words are the list's own.
  if (field === 'literacy') return codeOfWord('yes', text) === null ? readCode(field, 'literacy', text) : { values: {}, problems: [] }
  if (OTHER_DAYS.has(field)) return value(field, dayIn(cell, text, context).day ?? text)
  if (OTHER_NUMBERS.has(field)) return value(field, /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text)
  if (field in CODES) return readCode(field, CODES[field as keyof typeof CODES], text)
  return value(field, text)
}

function dayIn(cell: CellValue, text: string, { today, order, is1904 }: ReadContext): ReadDay {
  if (cell.kind === 'date') return plainDay(cell.day)
  // A day whose cell lost its format is the number of Excel's calendar: 21934 for 19.01.1960.
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? dayOfSerial(Number.parseInt(text, 10), is1904) : null
  return serial === null ? readDay(text, { today, order }) : { day: serial, fault: null, repair: null }
}

function readDayValue(field: string, cell: CellValue, text: string, context: ReadContext): ReadValue {
  const { today, is1904 } = context
  const year = field === 'birthDate' && cell.kind === 'date' ? yearAlone(cell.day, today, is1904) : null
  if (year !== null) return problem('date-incomplete', 'error', DATE_SENTENCES['date-incomplete'], { value: year })
  const read = dayIn(cell, text, context)
  const fault = read.fault ?? (field === 'birthDate' && read.day !== null ? birthdayFault(read.day, today) : null)
  if (fault !== null)
    return problem(
      fault,
      fault === 'date-unknown' ? 'warning' : 'error',
      DATE_SENTENCES[fault],
      { value: cell.kind === 'date' ? formatDate(cell.day) : text },
      read.repair,
    )
  if (read.day === null) return { values: {}, problems: [] }
  const age = field === 'birthDate' ? ageOn(read.day, today) : YOUNGEST
  if (age >= YOUNGEST && age <= OLDEST) return value(field, read.day)
  const doubt = problem(
    'date-implausible',
    'warning',
    'Wer am {value} geboren ist, ist {age, plural, one {# Jahr} other {# Jahre}} alt. Prüfen Sie das Jahr; übernommen wird es so.',
    { value: formatDate(read.day), age },
  )
  return { values: { [field]: read.day }, problems: doubt.problems }
}

/** The year that somebody typed where Excel expected a day: 1985 is 07.06.1905 there. `null`: a day after all. */
function yearAlone(day: string, today: IsoDate, is1904: boolean): number | null {
  const serial = (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000 - (is1904 ? 1462 : 0)
  return serial >= 1900 && serial <= Number(today.slice(0, 4)) ? serial : null
}

/** Whoever is younger or older attends no course (domain.md 2.8): somebody mistyped the year. */
const YOUNGEST = 16
const OLDEST = 90

/** A day that a date cell holds; one that the calendar does not know (a damaged ISO cell) is a fault. */
function plainDay(day: string): ReadDay {
  // Date.parse takes 31 February for a day of March.
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day)
    ? { day, fault: null, repair: null }
    : { day: null, fault: 'date-invalid', repair: null }
}

const DATE_SENTENCES: Record<DateFault, string> = {
  'date-invalid': '„{value}“ ist kein Datum. Tragen Sie Tag, Monat und Jahr ein, zum Beispiel 01.03.1985.',
  'date-incomplete': '„{value}“ ist kein ganzes Datum. Tragen Sie Tag, Monat und Jahr ein oder lassen Sie das Feld leer.',
  'date-unknown': '„{value}“ heißt: nicht bekannt. Das Feld bleibt leer.',
  'date-implausible': '„{value}“ kann kein Geburtsdatum sein. Prüfen Sie das Jahr.',
}

function readFullName(text: string, order: NameOrder | null): ReadValue {
  const { lastName, firstName, sex, isSplit, isGuess } = splitName(text, order)
  const values = { lastName, firstName, ...(sex !== null && { sex }) }
  if (!isSplit)
    return {
      values,
      problems: [
        {
          code: 'required-missing',
          severity: 'warning',
          repair: null,
          sentence: '„{value}“ ist nur ein Name. Ergänzen Sie den Vornamen, oder lassen Sie es so, wenn die Person nur einen Namen hat.',
          params: { value: text },
        },
      ],
    }
  if (!isGuess) return { values, problems: [] }
  return {
    values,
    problems: [
      {
        code: 'name-order',
        severity: 'warning',
        repair: null,
        sentence: '„{value}“ steht ohne Komma. Gelesen wurde der letzte Teil als Familienname; berichtigen Sie es, wenn es umgekehrt ist.',
        params: { value: text },
      },
    ],
  }
}

function readChildren(text: string): ReadValue {
  const answer = codeOfWord('yes', text)
  const [, children] = text.match(/^(\d{1,2})(?: ?kind(?:er)?)?$/i) ?? []
  if (children !== undefined) return value('childcareNeed', Number(children))
  if (answer === null) return isNothing(text) ? { values: {}, problems: [] } : unknownWord(text)
  return value('childcareNeed', answer === 'yes' ? 1 : 0)
}

function readLanguages(text: string): ReadValue {
  const words = text.split(/[,;/]| und /).map((word) => word.trim())
  const read = words.map((word) => readCode('otherLanguages', 'language', word))
  return {
    values: { otherLanguages: read.flatMap(({ values }) => values.otherLanguages ?? []) },
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** One nationality, or all that stand there if each is known. */
function readNationality(text: string): ReadValue {
  const whole = codeOfWord('nationality', text)
  const all = text.split(/[,;/+]| und /).map((word) => codeOfWord('nationality', word))
  if (whole === null && all.length > 1 && all.every((code) => code !== null)) return value('nationality', [...new Set(all)])
  return readCode('nationality', 'nationality', text)
}

function readCode(field: string, list: Parameters<typeof codeOfWord>[0], text: string): ReadValue {
  const code = codeOfWord(list, text)
  if (code !== null) return value(field, code)
  return text === '' || isNothing(text) ? { values: {}, problems: [] } : unknownWord(text)
}

function unknownWord(text: string): ReadValue {
  return problem(
    'word-unknown',
    'warning',
    '„{value}“ ist hier nicht bekannt, der Wert bleibt weg. Schreiben Sie das Wort aus oder ergänzen Sie ihn später.',
    { value: text },
  )
}

function unfit(value: Json): ValueProblem {
  return {
    code: 'value-unfit',
    severity: 'warning',
    repair: null,
    params: { value: typeof value === 'object' ? JSON.stringify(value) : String(value) },
    sentence: '„{value}“ passt nicht in dieses Feld und bleibt weg. Kürzen oder berichtigen Sie den Wert.',
  }
}

function doubtfulName(value: string): ValueProblem {
  return {
    code: 'name-doubtful',
    severity: 'warning',
    repair: null,
    params: { value },
    sentence: '„{value}“ enthält Zeichen, die in keinem Namen stehen. Prüfen Sie den Namen; übernommen wird er so.',
  }
}

function value(field: string, read: Json): ReadValue {
  return { values: { [field]: read }, problems: [] }
}

function problem(
  code: string,
  severity: Finding['severity'],
  sentence: string,
  params: Record<string, string | number>,
  repair: Finding['repair'] = null,
): ReadValue {
  return { values: {}, problems: [{ code, severity, sentence, params, repair }] }
}
