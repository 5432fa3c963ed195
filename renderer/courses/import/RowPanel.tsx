import { useState } from 'react'
import type { z } from 'zod'
import { courses } from '../../../shared/courses/calls'
import { type ImportRow } from '../../../shared/courses/import/calls'
import { findingInWords } from '../../../shared/i18n/finding'
import { t } from '../../../shared/i18n/text'
import { useCommand } from '../../app/command'
import { Button, Notice, Panel, Section, TextField } from '../../ui'
import styles from './import.module.css'
import { listFieldText, listFieldWord } from './words'

type Row = z.infer<typeof ImportRow>

/** One row: what is wrong and how to repair it, what changes, and all its values. */
export function RowPanel({ importId, row, onClose }: { importId: string; row: Row; onClose: () => void }) {
  const correct = useCommand(courses.correctImport)
  const repair = (field: string, value: string | number | boolean) =>
    void correct.run({ id: importId, position: row.position, taken: row.taken, field, value: String(value) })
  const changes = Object.entries(row.current ?? {})
  return (
    <Panel
      title={row.name || t('ohne Namen')}
      identity={t('Blatt „{sheet}“, Zeile {row}', { sheet: row.sheet, row: row.row })}
      onClose={onClose}
    >
      {correct.failure !== null && <Notice kind="error">{correct.failure.sentence}</Notice>}
      {row.findings.length > 0 && (
        <Section title={t('Zu klären')}>
          {row.findings.map((finding) => (
            <div key={`${finding.code} ${finding.place.cell} ${finding.place.field ?? ''}`} className={styles.finding}>
              <p>{findingInWords(finding)}</p>
              {finding.place.field !== null && (
                <Correction
                  label={listFieldWord(finding.place.field)}
                  proposal={finding.repair === null ? '' : listFieldText(finding.place.field, finding.repair)}
                  onTake={(value) => repair(finding.place.field ?? '', value)}
                />
              )}
            </div>
          ))}
        </Section>
      )}
      {changes.length > 0 && (
        <Section title={t('Was sich ändert')}>
          <table className={styles.changes}>
            <thead>
              <tr>
                <th scope="col">{t('Feld')}</th>
                <th scope="col">{t('Jetzt hier')}</th>
                <th scope="col">{t('In der Datei')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(([field, here]) => (
                <tr key={field}>
                  <th scope="row">{listFieldWord(field)}</th>
                  <td>
                    <del className={styles.old}>{listFieldText(field, here)}</del>
                  </td>
                  <td>
                    <ins className={styles.new}>{listFieldText(field, row.values[field] ?? null)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <Section title={t('Alle Angaben der Zeile')}>
        <table className={styles.changes}>
          <tbody>
            {Object.entries(row.values).map(([field, value]) => (
              <tr key={field}>
                <th scope="row">{listFieldWord(field)}</th>
                <td>{listFieldText(field, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </Panel>
  )
}

function Correction({ label, proposal, onTake }: { label: string; proposal: string; onTake: (value: string) => void }) {
  const [value, setValue] = useState(proposal)
  return (
    <>
      <TextField label={label} value={value} onChange={setValue} maxLength={200} />
      <div className={styles.buttons}>
        <Button whyNot={value.trim() === '' ? t('Geben Sie den richtigen Wert ein.') : null} onPress={() => onTake(value)}>
          {t('Berichtigen')}
        </Button>
      </div>
    </>
  )
}
