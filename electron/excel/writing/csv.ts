// CSV as German Excel opens it by double click: UTF-8 with BOM, semicolons, CRLF, decimal comma.

const BOM = '﻿'
/** Excel would run these as formulas, whoever wrote them. */
const FORMULA = /^[=+\-@\t\r]/

/** A whole file of a head and rows. */
export function csvFile(head: readonly string[], rows: Iterable<readonly unknown[]>): string {
  let text = BOM + csvLine(head)
  for (const row of rows) text += csvLine(row)
  return text
}

function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(';')}\r\n`
}

/** Text that begins like a formula gets an apostrophe; lists and objects are JSON. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  if (typeof value === 'boolean') return value ? '1' : '0'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
