import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import type { ShellState } from '../../shared/workspace/shell'
import { shell } from '../app/client'
import { setPreferences, useShell } from '../app/shellState'
import { View } from '../app/View'
import { Button, Icon, Notice, NumberField, Section, Segmented } from '../ui'
import { BackupSettings } from './BackupSettings'
import { ExportEverything } from './ExportEverything'
import { LetterheadSettings } from './LetterheadSettings'
import { ProgramLogDialog } from './ProgramLog'
import { ChangePassphrase, RenewRecoveryKey } from './Secrets'
import styles from './SettingsView.module.css'

const LONGEST_IDLE = 240
const LANGUAGES = [
  { code: 'de', label: 'Deutsch' },
  { code: 'en', label: 'English' },
] as const

/** What this PC remembers, and the keys of this workspace. */
export function SettingsView() {
  const state = useShell((shown) => shown.state)
  const [showsLog, setShowsLog] = useState(false)
  if (state === null) return null
  const { preferences, policy } = state
  const { rules } = policy
  const longestIdle = rules.idleMinutesAtMost ?? LONGEST_IDLE
  return (
    <View isPage>
      <div className={styles.page}>
        <PolicyFaults policy={policy} />
        <Section level={2} title={t('Erscheinungsbild')} lead={t('gilt für diesen Rechner')}>
          <div className={styles.lines}>
            <span aria-hidden>{t('Sprache')}</span>
            {rules.language === undefined ? (
              <Segmented
                label={t('Sprache')}
                value={preferences.language}
                onChange={(language) => void setPreferences({ language })}
                options={LANGUAGES}
              />
            ) : (
              <span className={styles.ruled}>
                <Icon name="lock" size={14} /> {LANGUAGES.find(({ code }) => code === rules.language)?.label} · {t('Vorgabe Ihrer IT')}
              </span>
            )}
            <span aria-hidden>{t('Hell oder dunkel')}</span>
            <Segmented
              label={t('Hell oder dunkel')}
              value={preferences.theme}
              onChange={(theme) => void setPreferences({ theme })}
              options={[
                { code: 'system', label: t('wie Windows') },
                { code: 'light', label: t('hell') },
                { code: 'dark', label: t('dunkel') },
              ]}
            />
            <span aria-hidden>{t('Dichte')}</span>
            <Segmented
              label={t('Dichte')}
              value={preferences.density}
              onChange={(density) => void setPreferences({ density })}
              options={[
                { code: 'compact', label: t('kompakt') },
                { code: 'comfortable', label: t('komfortabel') },
              ]}
            />
          </div>
        </Section>
        <Section level={2} title={t('Sperren')} lead={t('gilt für diesen Rechner')}>
          <NumberField
            label={t('Sperren nach')}
            unit={t('Minuten ohne Eingabe')}
            isWhole
            value={preferences.idleMinutes}
            hint={
              rules.idleMinutesAtMost === undefined
                ? t('20 Sekunden vorher werden Sie gewarnt. Ihre Eingaben bleiben erhalten.')
                : t('Höchstens {minutes} Minuten: Vorgabe Ihrer IT. 20 Sekunden vorher werden Sie gewarnt.', { minutes: longestIdle })
            }
            onChange={(idleMinutes) => {
              if (idleMinutes !== null && idleMinutes >= 1 && idleMinutes <= longestIdle) void setPreferences({ idleMinutes })
            }}
          />
        </Section>
        <LetterheadSettings />
        <BackupSettings />
        <ChangePassphrase />
        <RenewRecoveryKey />
        <ExportEverything />
        <Section level={2} title={t('Über das Programm')}>
          <p className={styles.text}>{t('Kreiswerkbank {version}, freie Software unter der EUPL-1.2.', { version: state.version })}</p>
          <div className={styles.row}>
            <Button onPress={() => void shell('openLink', { link: 'licence' })}>{t('Lizenz')}</Button>
            <Button onPress={() => void shell('openLink', { link: 'accessibility' })}>{t('Barrierefreiheit')}</Button>
            <Button onPress={() => setShowsLog(true)}>{t('Programmprotokoll ansehen …')}</Button>
          </div>
          {showsLog && <ProgramLogDialog of="all" onClose={() => setShowsLog(false)} />}
        </Section>
      </div>
    </View>
  )
}

/** What of the IT office's file was not understood; only the IT office can mend it. */
function PolicyFaults({ policy: { file, faults } }: Pick<ShellState, 'policy'>) {
  if (file === null || faults.length === 0) return null
  if (faults.includes(''))
    return (
      <Notice kind="warning">
        {t('Die Vorgabedatei Ihrer IT („{file}“) ist nicht lesbar; zurzeit gilt keine ihrer Vorgaben. Bitte sagen Sie es Ihrer IT.', {
          file,
        })}
      </Notice>
    )
  return (
    <Notice kind="warning">
      {t('In der Vorgabedatei Ihrer IT („{file}“) sind Angaben unverständlich und gelten nicht: {faults}. Bitte sagen Sie es Ihrer IT.', {
        file,
        faults: faults.join(', '),
      })}
    </Notice>
  )
}
