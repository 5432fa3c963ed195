import type { IsoDate } from '../../shared/core/entity'
import { type Letterhead, paragraph, type Table, type TextDocument } from '../../shared/core/document'
import { formatDate, formatNumber } from '../../shared/i18n/format'
import { currentLanguage, t } from '../../shared/i18n/text'
import type { CellValue, Column } from '../excel/writing/column'

/** More columns than this need the broad side of the paper. */
const NARROW = 5

/** What a list says about itself. */
export interface ListAbout {
  title: string
  /** The filter in words; `null`: the list is whole. */
  filter: string | null
  countyName: string
  letterhead: Letterhead | null
  day: IsoDate
}

/**
 * A list as a document: the same columns as in a workbook, without the hidden ones, in the order given. What the filter left out and how
 * many rows there are is said above.
 */
export function listDocument<Row>(rows: readonly Row[], columns: readonly Column<Row>[], about: ListAbout): TextDocument {
  const shown = columns.filter(({ isHidden }) => !isHidden)
  return {
    title: about.title,
    language: currentLanguage(),
    letterhead: about.letterhead,
    day: about.day,
    footer: t('{county}, {title}, vertraulich', { county: about.countyName, title: about.title }),
    orientation: shown.length > NARROW ? 'landscape' : 'portrait',
    blocks: [
      paragraph(about.filter === null ? t('Alle Einträge, ohne Filter.') : t('Filter: {filter}', { filter: about.filter })),
      paragraph(t('{count, plural, one {# Eintrag} other {# Einträge}}', { count: rows.length })),
      ...(rows.length === 0 ? [] : [tableOf(rows, shown)]),
    ],
  }
}

/** A table of these rows with these columns of a workbook. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], caption: string | null = null): Table {
  return {
    kind: 'table',
    caption,
    columns: columns.map(({ header, kind, width }) => ({
      header,
      kind: kind === 'integer' || kind === 'number' ? 'number' : kind,
      share: width,
    })),
    rows: rows.map((row) => columns.map(({ value, kind }) => inWords(value(row), kind))),
  }
}

function inWords(value: CellValue, kind: Column<never>['kind']): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'boolean') return value ? t('ja') : t('nein')
  return kind === 'day' ? formatDate(value) : value
}
