import type { ClipboardEvent, ReactNode } from 'react'
import { t } from '../../shared/i18n/text'
import { useNotices } from '../app/noticeStore'
import type { CellColumn } from './columns'

/** Strg C: the chosen rows as a spreadsheet takes them, with heads. A text selection of the user goes first. */
export function copyRows<Row>(
  event: ClipboardEvent,
  columns: readonly CellColumn<Row>[],
  rows: readonly Row[],
  marked: number,
  isMarked: (row: Row) => boolean,
  current: string | null,
  rowId: (row: Row) => string,
): void {
  const chosen = rows.filter((row) => (marked > 0 ? isMarked(row) : rowId(row) === current))
  if (chosen.length === 0 || !window.getSelection()?.isCollapsed) return
  const lines = chosen.map((row) => columns.map(({ cell }) => textOf(cell(row))).join('\t'))
  event.clipboardData.setData('text/plain', [columns.map(({ label }) => label).join('\t'), ...lines].join('\n'))
  event.preventDefault()
  if (chosen.length < marked) {
    const counts = { copied: chosen.length, marked }
    useNotices.getState().say('warning', t('Kopiert sind {copied} von {marked} markierten Zeilen: die anderen sind nicht geladen.', counts))
  }
}

/** What a cell says, without how it is drawn. */
export function textOf(content: ReactNode): string {
  if (typeof content === 'string' || typeof content === 'number') return String(content).replace(/[\t\n]/g, ' ')
  if (Array.isArray(content)) return content.map(textOf).join('')
  if (typeof content === 'object' && content !== null && 'props' in content)
    return textOf((content.props as { children?: ReactNode }).children)
  return ''
}
