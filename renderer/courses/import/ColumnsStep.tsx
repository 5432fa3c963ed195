import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { courses } from '../../../shared/courses/calls'
import { type ImportOverview } from '../../../shared/courses/import/calls'
import { FIELDS_TAKEN } from '../../../shared/courses/import/fieldsOfList'
import type { ColumnMapping } from '../../../shared/courses/import/reading'
import { t } from '../../../shared/i18n/text'
import { useCommand } from '../../app/command'
import { useJob } from '../../app/jobs'
import { usePlace } from '../../app/routes'
import { View } from '../../app/View'
import { ActionBar, Button, Notice, Section } from '../../ui'
import { useImport } from './store'
import { listFieldWord } from './words'
import styles from './import.module.css'

const NOT_TAKEN = ''

/** Step 2: what the program takes each column for. A change reads the file anew with that meaning; the old reading goes. */
export function ColumnsStep({ overview, bars }: { overview: z.infer<typeof ImportOverview>; bars: ReactNode }) {
  const { file, goTo } = useImport()
  const { open } = usePlace()
  const [mapping, setMapping] = useState<ColumnMapping>({})
  const reader = useJob(courses.readWorkbook)
  const discard = useCommand(courses.discardImport)
  const isChanged = Object.keys(mapping).length > 0
  const isHere = file !== null && file.name === overview.file
  const whyNot = !isChanged
    ? t('Es ist noch keine Spalte geändert.')
    : !isHere
      ? t('Wählen Sie die Datei noch einmal; sie wurde in einem früheren Programmlauf gelesen.')
      : null
  const readAgain = async () => {
    if (file === null || (await discard.run({ id: overview.id })) === undefined) return
    open(null)
    await reader.start({ file: file.token, fileName: file.name, organisationId: overview.organisationId, mapping })
  }
  return (
    <View
      isPage
      bars={bars}
      actionBar={
        <ActionBar
          label={t('Spalten')}
          summary={
            isChanged
              ? t('{columns, plural, one {# Spalte} other {# Spalten}} anders zugeordnet.', { columns: Object.keys(mapping).length })
              : t('Die Zuordnung steht, wie die Kopfzeile sie sagt.')
          }
        >
          <Button whyNot={whyNot} onPress={() => void readAgain()}>
            {t('Mit dieser Zuordnung neu lesen')}
          </Button>
          <Button look="primary" onPress={() => goTo('review')}>
            {t('Weiter zum Prüfen')}
          </Button>
        </ActionBar>
      }
    >
      <div className={styles.page}>
        {discard.failure !== null && <Notice kind="error">{discard.failure.sentence}</Notice>}
        {overview.summary.notices.map(({ code, sentence, params }, index) => (
          <Notice key={`${code} ${index}`} kind="info">
            {t(sentence, params)}
          </Notice>
        ))}
        {overview.summary.sheets.map((sheet) => (
          <Section
            key={sheet.name}
            level={2}
            title={t('Blatt „{sheet}“, Kopfzeile in Zeile {row}', { sheet: sheet.name, row: sheet.headerRow })}
          >
            <div className={styles.wide} role="region" tabIndex={0} aria-label={t('Spalten des Blatts „{sheet}“', { sheet: sheet.name })}>
              <table className={styles.changes}>
                <thead>
                  <tr>
                    <th scope="col">{t('Spalte')}</th>
                    <th scope="col">{t('Überschrift')}</th>
                    <th scope="col">{t('Wird gelesen als')}</th>
                    <th scope="col">{t('Beispiele')}</th>
                  </tr>
                </thead>
                <tbody>
                  {sheet.columns.map(({ column, header, field, samples }) => {
                    const key = `${sheet.name}!${column}`
                    const chosen = key in mapping ? mapping[key] : field
                    return (
                      <tr key={column}>
                        <th scope="row">{column}</th>
                        <td>{header}</td>
                        <td>
                          <select
                            className={styles.choice}
                            aria-label={t('Spalte {column}, „{header}“, wird gelesen als', { column, header })}
                            value={chosen ?? NOT_TAKEN}
                            onChange={(event) =>
                              setMapping({ ...mapping, [key]: event.target.value === NOT_TAKEN ? null : event.target.value })
                            }
                          >
                            <option value={NOT_TAKEN}>{t('nicht übernehmen')}</option>
                            {chosen != null && !FIELDS_TAKEN.includes(chosen) && (
                              <option value={chosen}>{t('erkannt, wird nicht gebraucht')}</option>
                            )}
                            {FIELDS_TAKEN.map((name) => (
                              <option key={name} value={name}>
                                {listFieldWord(name)}
                              </option>
                            ))}
                          </select>
                        </td>
                        <td className={styles.muted} dir="auto">
                          {samples.join(' · ')}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          </Section>
        ))}
      </div>
    </View>
  )
}
