import { useEffect, useState } from 'react'
import { t } from '../../shared/i18n/text'
import type { ShellState } from '../../shared/workspace/shell'
import { type Act, useActs } from './acts'
import { Band } from './Band'
import { shell } from './client'
import { ErrorBoundary } from './ErrorBoundary'
import { LockWarning } from './LockWarning'
import { Navigation } from './Navigation'
import { useNotices } from './noticeStore'
import { Palette } from './Palette'
import { useNoteRecent } from './recent'
import { useRegions } from './regions'
import { pathOf, usePlace } from './routes'
import { type OpenWorkspace, setPreferences } from './shellState'
import { StatusBar } from './StatusBar'
import { useStepActs } from './steps'
import { TopBar } from './TopBar'
import styles from './Workbench.module.css'

/** The unlocked window: four fixed bars around the view of the address. */
export function Workbench({ opened, state }: { opened: OpenWorkspace; state: ShellState }) {
  const [isSearching, setSearching] = useState(false)
  const { place, go } = usePlace()
  useRegions()
  const steps = useStepActs()
  const stepActs = steps === null ? [] : [steps.undo, steps.redo]
  useNoteRecent(place.id)
  useActs([...stepActs, ...frameActs(state, go, () => setSearching(true))], { isFrame: true })
  const { view: View } = place.view
  useEffect(() => () => useNotices.getState().leave(), [place.view])
  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          // The address belongs to the views; the link only moves the focus.
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('Zum Inhalt')}
      </a>
      <TopBar onSearch={() => setSearching(true)} onLock={() => void shell('lock', {})} steps={stepActs} />
      <Band opened={opened} />
      <Navigation />
      <main id="content" className={styles.view} tabIndex={-1} data-region="view">
        <ErrorBoundary key={`${place.room}/${place.view.path}`}>
          <View />
        </ErrorBoundary>
      </main>
      <StatusBar opened={opened} state={state} />
      {isSearching && <Palette onClose={() => setSearching(false)} />}
      <LockWarning />
    </div>
  )
}

/** What can be done from everywhere. */
function frameActs({ preferences }: ShellState, go: (path: string) => void, search: () => void): readonly Act[] {
  const isGerman = preferences.language === 'de'
  return [
    { label: t('Suchen oder Befehl eingeben'), icon: 'search', key: 'Control+K', run: search },
    { label: t('Sperren'), icon: 'lock', key: 'Control+L', run: () => void shell('lock', {}) },
    { label: t('Arbeitsbereich schließen'), icon: 'close', run: () => void shell('closeWorkspace', {}) },
    { label: t('Neues Fenster'), icon: 'plus', run: () => void shell('newWindow', {}) },
    { label: t('Drucken'), icon: 'print', key: 'Control+P', run: () => void shell('print', {}) },
    { label: t('Einstellungen'), icon: 'workspace', key: 'Control+,', run: () => go(pathOf('workspace', 'settings')) },
    { label: t('Letzte Schritte'), icon: 'list', run: () => go(pathOf('workspace', 'acts')) },
    { label: t('Helles Erscheinungsbild'), run: () => void setPreferences({ theme: 'light' }) },
    { label: t('Dunkles Erscheinungsbild'), run: () => void setPreferences({ theme: 'dark' }) },
    { label: isGerman ? 'English' : 'Deutsch', run: () => void setPreferences({ language: isGerman ? 'en' : 'de' }) },
  ]
}
