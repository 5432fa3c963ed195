import { courses } from '../../../shared/courses/calls'
import { formatNumber } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { shell } from '../../app/client'
import { progressOf, type useJob } from '../../app/jobs'
import { failedFrom, useLive } from '../../app/live'
import { useIncoming } from '../../app/incoming'
import { useNotices } from '../../app/noticeStore'
import { pathOf } from '../../app/routes'
import { Button, Notice, ProgressLine, ReferenceField, Section } from '../../ui'
import { useImport } from './store'
import styles from './import.module.css'

type Reader = ReturnType<typeof useJob<typeof courses.readWorkbook>>

/** Step 1: whose list it is and which file. Lists that wait from earlier stand below. */
export function ChooseWorkbook({ reader }: { reader: Reader }) {
  const { organisationId, setProvider, setFile } = useImport()
  const waiting = useLive(courses.listImports, {})
  const isRunning = reader.state?.state === 'running'
  const rows = progressOf(courses.readWorkbook, reader.state)?.rows ?? 0
  const { list, offerList } = useIncoming()
  const read = async (offered: { token: string; name: string } | null) => {
    try {
      const chosen = offered ?? (await shell('chooseWorkbooks', {}))[0]
      if (chosen === undefined) return
      offerList(null)
      setFile(chosen)
      await reader.start({ file: chosen.token, fileName: chosen.name, organisationId, mapping: null })
    } catch (error) {
      useNotices.getState().say('error', failedFrom(error).sentence)
    }
  }
  const whyNot =
    organisationId === null
      ? t('Wählen Sie zuerst den Kursträger, von dem die Liste kommt.')
      : isRunning
        ? t('Die Datei wird gerade gelesen.')
        : null
  return (
    <div className={styles.page}>
      {reader.failure !== null && <Notice kind="error">{reader.failure.sentence}</Notice>}
      <Section level={2} title={t('Liste eines Kursträgers einlesen')}>
        <p>{t('Excel-Arbeitsmappen (.xlsx) und CSV-Dateien. Es wird nur gelesen; übernommen wird erst, was Sie geprüft haben.')}</p>
        <ReferenceField label={t('Kursträger')} entity="organisation" value={organisationId} onChange={setProvider} isRequired />
        <div className={styles.buttons}>
          {list !== null && (
            <Button look="primary" icon="import" whyNot={whyNot} onPress={() => void read(list)}>
              {t('„{name}“ einlesen', { name: list.name })}
            </Button>
          )}
          <Button look={list === null ? 'primary' : 'normal'} icon="import" whyNot={whyNot} onPress={() => void read(null)}>
            {t('Datei wählen …')}
          </Button>
          {isRunning && (
            <ProgressLine label={t('Datei wird gelesen')} share={null} figure={t('{rows} Zeilen', { rows: formatNumber(rows) })} />
          )}
          {isRunning && (
            <Button icon="stop" onPress={reader.cancel}>
              {t('Abbrechen')}
            </Button>
          )}
        </div>
      </Section>
      {(waiting.value?.length ?? 0) > 0 && (
        <Section level={2} title={t('Wartende Listen')}>
          <ul className={styles.waiting}>
            {waiting.value?.map((one) => (
              <li key={one.id}>
                <a href={`#${pathOf('courses', 'import', one.id)}`}>{one.file}</a>
                <span>
                  {t('{rows, plural, one {# Zeile} other {# Zeilen}} noch nicht übernommen', {
                    rows: Object.values(one.counts).reduce((sum, count) => sum + count, 0),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
