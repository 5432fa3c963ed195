// What an act is called on screen: its label with what it was about.
import { formatDate } from '../../shared/i18n/format'
import { dayOf } from '../../shared/core/clock'
import { entities } from '../../shared/rooms'
import { t } from '../../shared/i18n/text'
import type { NamedAct, NamedRecord } from '../../shared/workspace/historyCalls'
import { addressOf } from './routes'

/** "Kurs anlegen: BW-26-01", "Einlesen: Liste_Nov.xlsx, Bildungswerk Erlenmark, 12.11.2026"; the label alone for an act about many things. */
export function actText({ act, params, about }: Pick<NamedAct, 'act' | 'params' | 'about'>): string {
  const label = t(act, params)
  if (about === null) return label
  if (about.kind === 'record') return about.record.title === null ? label : `${label}: ${about.record.title}`
  return `${label}: ${[about.file, about.provider, formatDate(dayOf(about.at))].filter(Boolean).join(', ')}`
}

/** As a line of a list: "Rückgängig: Kurs anlegen: BW-26-01" for what took it back. */
export function lineText(line: Pick<NamedAct, 'kind' | 'act' | 'params' | 'about'>): string {
  const what = actText(line)
  if (line.kind === 'undone') return t('Rückgängig: {what}', { what })
  return line.kind === 'redone' ? t('Wiederholt: {what}', { what }) : what
}

/** "Haddad, Amira", or the kind of record where nobody knows it by a name. */
export function recordText({ entity, title }: Pick<NamedRecord, 'entity' | 'title'>): string {
  return title ?? kindText(entity)
}

/** The kind of a record: "Teilnehmende". One of a newer version is called by its name. */
export function kindText(entity: string): string {
  const about = entities.get(entity)
  return about === undefined ? entity : t(about.label)
}

/** Where a record can be looked at: in a view of its own, else in that of the nearest record that lends it its name; `null`: nowhere. */
export function addressOfNamed({ entity, id, refersTo }: NamedRecord): string | null {
  for (const one of [{ entity, id }, ...refersTo]) {
    const address = addressOf(one.entity, one.id)
    if (address !== null) return address
  }
  return null
}

/** The word of a field of a record. */
export function fieldWord(entity: string, field: string): string {
  const known = entities.get(entity)?.fields[field]
  return known === undefined ? field : t(known.short ?? known.label)
}
