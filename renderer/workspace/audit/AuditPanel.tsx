import { formatMoment } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { MOST_AUDITED } from '../../../shared/workspace/auditCalls'
import { auditKindText } from '../../../shared/workspace/auditText'
import { workspace } from '../../../shared/workspace/calls'
import { addressOfNamed, kindText, recordText } from '../../app/actText'
import { useLive } from '../../app/live'
import { IconButton, Loaded, Panel, Section } from '../../ui'
import styles from './audit.module.css'

/** One entry of the audit with the records that it is about. */
export function AuditPanel({
  id,
  focusKey,
  onClose,
  onOnly,
}: {
  id: string
  focusKey: number | null
  onClose: () => void
  /** Shows what else there is about a record. */
  onOnly: (record: string, name: string) => void
}) {
  const found = useLive(workspace.getAuditEntry, { id })
  const line = found.value?.line
  return (
    <Panel
      title={line === undefined ? t('Eintrag im Protokoll') : [t(line.what), line.about].filter(Boolean).join(': ')}
      identity={line && `${formatMoment(line.at)} · ${line.user} · ${auditKindText(line.kind)}`}
      onClose={onClose}
      focusKey={line === undefined ? null : focusKey}
    >
      <Loaded result={found}>
        {(entry) =>
          entry === null ? (
            <p>{t('Diesen Eintrag gibt es hier nicht.')}</p>
          ) : (
            <Section title={t('Betroffene Einträge')}>
              {entry.records.length === 0 && <p className={styles.kind}>{t('Keine: Es ging um den Arbeitsbereich selbst.')}</p>}
              <ul className={styles.records}>
                {entry.records.map((record) => {
                  const address = addressOfNamed(record)
                  const text = recordText(record)
                  return (
                    <li key={record.id}>
                      <span>
                        {address === null ? (
                          <span dir="auto">{text}</span>
                        ) : (
                          <a href={`#${address}`} dir="auto">
                            {text}
                          </a>
                        )}{' '}
                        <span className={styles.kind}>{kindText(record.entity)}</span>
                      </span>
                      <IconButton
                        label={t('Nur Einträge zu „{name}“', { name: text })}
                        icon="filter"
                        onPress={() => onOnly(record.id, text)}
                      />
                    </li>
                  )
                })}
              </ul>
              {entry.line.records > MOST_AUDITED && (
                <p className={styles.kind}>{t('und {more} weitere', { more: entry.line.records - MOST_AUDITED })}</p>
              )}
            </Section>
          )
        }
      </Loaded>
    </Panel>
  )
}
