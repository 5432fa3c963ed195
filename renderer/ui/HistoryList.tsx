import { useRef, useState } from 'react'
import { DELETED, canonicalJson, type Json } from '../../shared/core/change'
import { entities } from '../../shared/rooms'
import type { Field } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import type { HistoryEntry } from '../../shared/workspace/history'
import { useActs } from '../app/acts'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { useMay } from '../app/office'
import { IconButton, LinkButton } from './Button'
import { fieldText } from './fieldText'
import { Loaded } from './Loaded'
import { Notice } from './Notice'
import { FilterField } from './parts'
import { useReferenceLabel } from './ReferenceField'
import styles from './HistoryList.module.css'

const SHORT = 2

interface HistoryListProps {
  records: readonly { entity: string; id: string }[]
  /** Why no former value of a field can be brought back, as a sentence: who leads it, or that one may only read. */
  lockedBy: (entity: string, field: string) => string | null
}

/**
 * What happened to a record, or to several that are shown as one: old struck, new marked, who, when, and out of which file and cell. Newest
 * first; of all fields or of one. A former value can be brought back. Who may not read sees no values, so no history either.
 */
export function HistoryList(props: HistoryListProps) {
  return useMay('workspace', 'read') ? <ReadHistory {...props} /> : null
}

function ReadHistory({ records, lockedBy }: HistoryListProps) {
  const [isWhole, setWhole] = useState(false)
  const [field, setField] = useState<string | null>(null)
  const section = useRef<HTMLElement>(null)
  const found = useLive(workspace.recordHistory, { records: [...records] })
  const restore = useCommand(workspace.restoreValue, { done: () => t('Früherer Wert wiederhergestellt.') })
  useActs([
    {
      label: t('Verlauf dieses Feldes'),
      icon: 'clock',
      key: 'Control+Shift+H',
      run: () => {
        const focused = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field']
        setField(focused ?? null)
        setWhole(true)
        requestAnimationFrame(() => section.current?.focus())
      },
    },
  ])
  return (
    <section ref={section} className={styles.history} aria-label={t('Verlauf')} data-whole={isWhole || undefined} tabIndex={-1}>
      <Loaded result={found.isOld ? { ...found, value: undefined } : found}>
        {(entries) => {
          const chosen = entries.filter((one) => field === null || keyOf(one) === field)
          const present = presentOf(entries)
          return (
            <>
              <div className={styles.title}>
                <h3>{t('Verlauf')}</h3>
                {isWhole && <FilterField label={t('Feld')} value={field} onChange={setField} options={fieldsIn(entries, field)} />}
                {entries.length > SHORT && (
                  <span className={styles.all}>
                    <LinkButton
                      onPress={() => {
                        setWhole(!isWhole)
                        setField(null)
                      }}
                    >
                      {isWhole ? t('Weniger zeigen') : t('Alle {count} Einträge', { count: entries.length })}
                    </LinkButton>
                  </span>
                )}
              </div>
              {restore.failure && <Notice kind="error">{restore.failure.sentence}</Notice>}
              {chosen.length === 0 && <p className={styles.by}>{t('Noch nichts geschehen.')}</p>}
              <ul>
                {(isWhole ? chosen : chosen.slice(0, SHORT)).map((entry, index) => (
                  <li key={`${entry.actId} ${keyOf(entry)} ${index}`} className={styles.entry}>
                    <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
                    <div>
                      <What entry={entry} />
                      <div className={styles.by}>{sourceOf(entry)}</div>
                    </div>
                    {isFormer(entry, present) && (
                      <RestoreButton
                        entry={entry}
                        whyNot={lockedBy(entry.entity, entry.field)}
                        onPress={() => {
                          const of = records.find((one) => one.entity === entry.entity)
                          if (of !== undefined) void restore.run({ entity: of.entity, id: of.id, field: entry.field, actId: entry.actId })
                        }}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

interface RestoreProps {
  entry: HistoryEntry
  whyNot: string | null
  onPress: () => void
}

function RestoreButton({ entry, ...button }: RestoreProps) {
  const field = entities.get(entry.entity)?.fields[entry.field]
  if (field === undefined) return null
  if (field.kind.type === 'reference' && typeof entry.from === 'string')
    return <RestoreReference {...button} entity={field.kind.entity} id={entry.from} />
  return <IconButton {...button} label={t('Wert wiederherstellen: {value}', { value: fieldText(field, entry.from) })} icon="undo" />
}

function RestoreReference({ entity, id, ...button }: Omit<RestoreProps, 'entry'> & { entity: string; id: string }) {
  return <IconButton {...button} label={t('Wert wiederherstellen: {value}', { value: useReferenceLabel(entity, id) })} icon="undo" />
}

function keyOf({ entity, field }: HistoryEntry): string {
  return `${entity}.${field}`
}

/** The values that hold now, by field. Newest first, so the first entry of a field is the present one. */
function presentOf(entries: readonly HistoryEntry[]): ReadonlyMap<string, Json> {
  const present = new Map<string, Json>()
  for (const entry of entries) if (!present.has(keyOf(entry))) present.set(keyOf(entry), entry.to)
  return present
}

/** True where something else stood before, which is not what stands there now. */
function isFormer(entry: HistoryEntry, present: ReadonlyMap<string, Json>): boolean {
  if (entry.from === undefined || entry.field.startsWith('$') || present.get(`${entry.entity}.${DELETED}`) === true) return false
  return canonicalJson(entry.from) !== canonicalJson(present.get(keyOf(entry)) ?? null)
}

/** Fields that the history names, in the order of the newest change. The chosen one is among them, also if nothing happened to it yet. */
function fieldsIn(entries: readonly HistoryEntry[], chosen: string | null): { code: string; label: string }[] {
  const keys = new Set([...entries.map(keyOf), ...(chosen === null ? [] : [chosen])])
  return [...keys].flatMap((code) => {
    const [entity = '', field = ''] = code.split('.')
    const known = entities.get(entity)?.fields[field]
    return known === undefined ? [] : [{ code, label: t(known.short ?? known.label) }]
  })
}

function What({ entry }: { entry: HistoryEntry }) {
  if (entry.field === DELETED) return <>{entry.to === true ? t('Gelöscht') : t('Wiederhergestellt')}</>
  const field = entities.get(entry.entity)?.fields[entry.field]
  if (field === undefined) return <>{entry.field}</>
  return (
    <>
      {t(field.short ?? field.label)}{' '}
      {entry.from !== undefined && (
        <>
          <del>
            <Value field={field} value={entry.from} />
          </del>{' '}
          →{' '}
        </>
      )}
      <ins>
        <Value field={field} value={entry.to} />
      </ins>
    </>
  )
}

function Value({ field, value }: { field: Field; value: unknown }) {
  if (field.kind.type === 'reference' && typeof value === 'string') return <ReferenceText entity={field.kind.entity} id={value} />
  return <>{fieldText(field, value)}</>
}

/** The word for a referenced record; what is gone or was never sent reads "nicht vorhanden". */
function ReferenceText({ entity, id }: { entity: string; id: string | null }) {
  return <>{useReferenceLabel(entity, id)}</>
}

function sourceOf({ user, body, origin, act }: HistoryEntry): string {
  return [body === null ? user : t('{user} für {body}', { user, body: labelOf('bodyKind', body) }), t(act), placeOf(origin)]
    .filter(Boolean)
    .join(' · ')
}

/** "Liste_Nov.xlsx, Blatt „TN“, Zelle C104". */
function placeOf(origin: HistoryEntry['origin']): string | null {
  if (origin === null) return null
  const { file, sheet, row, cell } = origin
  const place = cell !== null ? t('Zelle {cell}', { cell }) : row !== null ? t('Zeile {row}', { row: String(row) }) : null
  return [file, sheet !== null && t('Blatt „{sheet}“', { sheet }), place].filter(Boolean).join(', ')
}
