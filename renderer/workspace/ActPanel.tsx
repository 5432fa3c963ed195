import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { MOST_SHOWN, type NamedAct, type NamedRecord } from '../../shared/workspace/historyCalls'
import type { OutputOf } from '../../shared/core/call'
import { DELETED } from '../../shared/core/change'
import { addressOfNamed, fieldWord, kindText, lineText, recordText } from '../app/actText'
import { useLive } from '../app/live'
import { useMay } from '../app/office'
import { Button, Loaded, Panel, Section, StateText } from '../ui'
import styles from './ActPanel.module.css'

type Found = NonNullable<OutputOf<typeof workspace.getAct>>

/** One step: who, when, which records and fields, and what its undo left or would leave; each record can be opened. */
export function ActPanel({
  id,
  focusKey,
  onClose,
  onTakeBack,
}: {
  id: string
  focusKey: number | null
  onClose: () => void
  onTakeBack: (step: NamedAct) => Promise<void>
}) {
  const found = useLive(workspace.getAct, { id })
  const mayEdit = useMay('workspace', 'edit')
  const line = found.value?.line
  return (
    <Panel
      title={line === undefined ? t('Schritt') : lineText(line)}
      identity={line && `${formatMoment(line.at)} · ${line.user}`}
      onClose={onClose}
      focusKey={line === undefined ? null : focusKey}
    >
      <Loaded result={found}>
        {(act) =>
          act === null ? (
            <p>{t('Diesen Schritt gibt es hier nicht.')}</p>
          ) : (
            <>
              {act.left.length > 0 && <Left act={act} />}
              <Section title={t('Betroffene Einträge')}>
                <ul className={styles.records}>
                  {act.records.map((record) => (
                    <li key={record.id}>
                      <RecordLink record={record} isGone={record.isGone} />
                      <div className={styles.fields}>{fieldsText(record.entity, record.fields)}</div>
                    </li>
                  ))}
                </ul>
                {act.line.records > act.records.length && (
                  <p className={styles.fields}>{t('und {more} weitere', { more: act.line.records - act.records.length })}</p>
                )}
              </Section>
              {mayEdit && act.line.undoneBy === null && (
                <p>
                  <Button icon={act.line.kind === 'undone' ? 'redo' : 'undo'} onPress={() => void onTakeBack(act.line)}>
                    {act.line.kind === 'undone' ? t('Wiederholen') : t('Zurücknehmen')}
                  </Button>
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

/** Fields that were changed since, each with its record. */
function Left({ act: { line, left, leftTotal } }: { act: Found }) {
  const isPast = line.undoneBy !== null || line.kind === 'undone'
  return (
    <Section title={isPast ? t('Stehen geblieben, weil inzwischen geändert') : t('Bliebe stehen, weil inzwischen geändert')}>
      <ul className={styles.records}>
        {left.map((record) => (
          <li key={`${record.id} ${record.field}`}>
            <RecordLink record={record} isGone={false} />
            <div className={styles.fields}>
              {record.field === DELETED ? t('wird noch von anderen Einträgen gebraucht') : fieldWord(record.entity, record.field)}
            </div>
          </li>
        ))}
      </ul>
      {leftTotal > MOST_SHOWN && <p className={styles.fields}>{t('und {more} weitere', { more: leftTotal - MOST_SHOWN })}</p>}
    </Section>
  )
}

function RecordLink({ record, isGone }: { record: NamedRecord; isGone: boolean }) {
  const address = addressOfNamed(record)
  const text = recordText(record)
  return (
    <>
      {address === null || isGone ? (
        <span dir="auto">{text}</span>
      ) : (
        <a href={`#${address}`} dir="auto">
          {text}
        </a>
      )}{' '}
      {record.title !== null && <span className={styles.kind}>{kindText(record.entity)}</span>}{' '}
      {isGone && <StateText kind="muted">{t('gelöscht')}</StateText>}
    </>
  )
}

/** Which fields: all of a new record would be a list of everything it has. */
function fieldsText(entity: string, fields: readonly string[]): string {
  if (fields.includes(DELETED)) return t('gelöscht oder zurückgeholt')
  const words = fields.map((field) => fieldWord(entity, field))
  return words.length > 12 ? t('{fields} Felder', { fields: words.length }) : words.join(', ')
}
