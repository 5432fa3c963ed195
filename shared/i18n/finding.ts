// A finding as people read it: where, then what is wrong and what to do.
import type { Finding } from '../core/finding'
import { t } from './text'

/** The whole sentence in the language in force. Without a cell the row is named. */
export function findingInWords({ place: { sheet, row, cell }, sentence, params }: Finding): string {
  const what = t(sentence, params)
  return cell === ''
    ? t('Blatt „{sheet}“, Zeile {row}: {what}', { sheet, row, what })
    : t('Blatt „{sheet}“, Zelle {cell}: {what}', { sheet, cell, what })
}
