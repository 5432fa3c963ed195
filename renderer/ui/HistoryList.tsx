import { useState } from 'react'
import { entities } from '../../shared/rooms'
import type { Field } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import type { HistoryEntry } from '../../shared/workspace/history'
import { useLive } from '../app/live'
import { LinkButton } from './Button'
import { fieldText } from './fieldText'
import { Loaded } from './Loaded'
import { useReferenceLabel } from './ReferenceField'
import styles from './HistoryList.module.css'

const SHORT = 2

/** What happened to a record, or to several that are shown as one: old struck, new marked, who, when, and out of which file. Newest first. */
export function HistoryList({ records }: { records: readonly { entity: string; id: string }[] }) {
  const [isWhole, setWhole] = useState(false)
  const found = useLive(workspace.recordHistory, { records: [...records] })
  return (
    <section className={styles.history} aria-label={t('Verlauf')} data-whole={isWhole || undefined}>
      <Loaded result={found.isOld ? { ...found, value: undefined } : found}>
        {(entries) => (
          <>
            <h3 className={styles.title}>
              {t('Verlauf')}
              {entries.length > SHORT && (
                <span className={styles.all}>
                  <LinkButton onPress={() => setWhole(!isWhole)}>
                    {isWhole ? t('Weniger zeigen') : t('Alle {count} Einträge', { count: entries.length })}
                  </LinkButton>
                </span>
              )}
            </h3>
            {entries.length === 0 && <p className={styles.by}>{t('Noch nichts geschehen.')}</p>}
            <ul>
              {(isWhole ? entries : entries.slice(0, SHORT)).map((entry) => (
                <li key={`${entry.actId} ${entry.entity} ${entry.field}`} className={styles.entry}>
                  <time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
                  <div>
                    <What entry={entry} />
                    <div className={styles.by}>{sourceOf(entry)}</div>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  )
}

function What({ entry }: { entry: HistoryEntry }) {
  if (entry.field === '$deleted') return <>{entry.to === true ? t('Gelöscht') : t('Wiederhergestellt')}</>
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
  return [body === null ? user : t('{user} für {body}', { user, body: labelOf('bodyKind', body) }), t(act), origin]
    .filter(Boolean)
    .join(' · ')
}
