// One row of a list becomes values and findings. Every finding says which cell, what is wrong, and what to do.
import type { Json } from '../../core/change'
import type { IsoDate } from '../../core/entity'
import type { Finding } from '../../core/finding'
import { formatDate } from '../../i18n/format'
import { birthdayFault, type DateFault, readDay, type ReadDay, type SlashOrder } from './dates'
import { inMixedCase, splitName } from './names'
import { cellText, type CellValue, dayOfSerial } from '../../core/sheet'
import { readScore } from './scores'
import { isNothing, type ReadValue } from './value'
import { codeOfWord } from './words'

/** What a value needs to be read: the day it is, what slashes mean in this column, and the bounds of points (a dated rule). */
export interface ReadContext {
  today: IsoDate
  order: SlashOrder
  bounds: Readonly<Record<string, { min: number; max: number }>>
  /** The workbook counts its days from 1904. */
  is1904: boolean
}
const DAYS = new Set(['birthDate', 'entitlementDate', 'entitlementUntil', 'registrationDate', 'placementDate', 'courseStart', 'courseEnd'])
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

/** Reads one cell as a field's value. An empty cell gives nothing: it means unchanged. */
export function readValue(field: string, cell: CellValue | undefined, context: ReadContext): ReadValue {
  const text = cellText(cell)
  if (cell?.kind === 'error')
    return problem('formula-error', 'warning', '{value} ist ein Formelfehler. Tragen Sie den Wert ein oder lassen Sie die Zelle leer.', {
      value: cell.sign,
    })
  if (cell === undefined || text === '') return { values: {}, problems: [] }
  if (DAYS.has(field)) return readDayValue(field, cell, text, context)
  if (SCORES.has(field)) return readScore(field, cell, text, context.bounds[field])
  if (field === 'fullName') return readFullName(text)
  if (field === 'lastName' || field === 'firstName') return value(field, inMixedCase(text))
  if (field === 'postcode') return value('postcode', /^\d{4}$/.test(text) ? `0${text}` : text)
  if (field === 'postcodeCity') return readPostcodeCity(text)
  if (field === 'phone' || field === 'mobile') return value(field, cell.kind === 'number' ? `0${text}`.replace(/^00/, '0') : text)
  if (field === 'childcareNeed') return readChildren(text)
  if (field === 'otherLanguages')
    return value(
      field,
      text.split(/[,;/]| und /).flatMap((word) => codeOfWord('language', word.trim()) ?? []),
    )
  if (field === 'cefr')
    return readCode(
      field,
      'cefr',
      text.replace(/\s/g, '').replace(/^([abc])/, (letter) => letter.toUpperCase()),
    )
  if (field === 'literacy') return readLiteracy(text)
  if (field in CODES) return readCode(field, CODES[field as keyof typeof CODES], text)
  return value(field, text)
}

function readDayValue(field: string, cell: CellValue, text: string, { today, order, is1904 }: ReadContext): ReadValue {
  // A day whose cell lost its format is the number of Excel's calendar: 21934 for 19.01.1960.
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? dayOfSerial(Number(text), is1904) : null
  const read =
    cell.kind === 'date'
      ? plainDay(cell.day)
      : serial !== null
        ? { day: serial, fault: null, repair: null }
        : readDay(text, { today, order })
  const fault = read.fault ?? (field === 'birthDate' && read.day !== null ? birthdayFault(read.day, today) : null)
  if (fault !== null)
    return problem(
      fault,
      fault === 'date-unknown' ? 'warning' : 'error',
      DATE_SENTENCES[fault],
      { value: cell.kind === 'date' ? formatDate(cell.day) : text },
      read.repair,
    )
  return read.day === null ? { values: {}, problems: [] } : value(field, read.day)
}

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

function readFullName(text: string): ReadValue {
  const { lastName, firstName, sex, isSplit, isGuess } = splitName(text)
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

function readPostcodeCity(text: string): ReadValue {
  const [, postcode, city] = text.match(/^(\d{4,5}),? +(.+)$/) ?? []
  if (postcode === undefined || city === undefined) return value('city', text)
  return { values: { postcode: postcode.padStart(5, '0'), city }, problems: [] }
}

function readChildren(text: string): ReadValue {
  const answer = codeOfWord('yes', text)
  if (/^\d{1,2}$/.test(text)) return value('childcareNeed', Number(text))
  return answer === null ? { values: {}, problems: [] } : value('childcareNeed', answer === 'yes' ? 1 : 0)
}

/** "Alpha ja" asks whether somebody can read and write Latin letters; other words are the list's own. */
function readLiteracy(text: string): ReadValue {
  const code = codeOfWord('literacy', text)
  return code === null ? { values: {}, problems: [] } : value('literacy', code)
}

function readCode(field: string, list: Parameters<typeof codeOfWord>[0], text: string): ReadValue {
  const code = codeOfWord(list, text)
  if (code !== null) return value(field, code)
  if (isNothing(text)) return { values: {}, problems: [] }
  return problem(
    'word-unknown',
    'warning',
    '„{value}“ ist hier nicht bekannt, der Wert bleibt weg. Schreiben Sie das Wort aus oder ergänzen Sie ihn später.',
    { value: text },
  )
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
