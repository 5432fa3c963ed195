import { useEffect, useState } from 'react'
import { t } from '../../shared/i18n/text'
import type { ShellState } from '../../shared/workspace/shell'
import { type Act, useActs } from './acts'
import { Band } from './Band'
import { shell } from './client'
import { ClosedView } from './ClosedView'
import { useCutOffNotice } from './cutOff'
import { ErrorBoundary } from './ErrorBoundary'
import { FindBar, focusSearchField } from './FindBar'
import { useHelp } from './HelpPanel'
import { LockWarning } from './LockWarning'
import { pageId } from './manual'
import { Navigation } from './Navigation'
import { useNotices } from './noticeStore'
import { useMay, useMaySee } from './office'
import { Palette } from './Palette'
import { useNoteRecent } from './recent'
import { useRegions } from './regions'
import { useIncomingFiles } from './useIncomingFiles'
import { pathOf, usePlace } from './routes'
import { ShortcutSheet } from './ShortcutSheet'
import { type OpenWorkspace, setPreferences } from './shellState'
import { StatusBar } from './StatusBar'
import { useStepActs } from './steps'
import { TopBar } from './TopBar'
import styles from './Workbench.module.css'

/** The unlocked window: four fixed bars around the view of the address. */
export function Workbench({ opened, state }: { opened: OpenWorkspace; state: ShellState }) {
  const [isSearching, setSearching] = useState(false)
  const [isFinding, setFinding] = useState(false)
  const [showsKeys, setShowsKeys] = useState(false)
  const { place, go } = usePlace()
  useRegions()
  useIncomingFiles()
  useCutOffNotice()
  const steps = useStepActs()
  const stepActs = steps === null ? [] : [steps.undo, steps.redo]
  useNoteRecent(place.id)
  const maySee = useMaySee()
  const acts = frameActs(state, go, useMay('workspace', 'read'), {
    search: () => setSearching(true),
    find: () => {
      if (!focusSearchField()) setFinding(true)
    },
    showKeys: () => setShowsKeys(true),
  })
  useActs([...stepActs, ...acts], { isFrame: true })
  const isClosed = maySee !== undefined && !maySee(place.room, place.view)
  const View = isClosed ? ClosedView : place.view.view
  useEffect(
    () => () => {
      useNotices.getState().leave()
      // What was found stood in the view that is left.
      setFinding(false)
    },
    [place.view],
  )
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
        {isFinding && <FindBar onClose={() => setFinding(false)} />}
      </main>
      <StatusBar opened={opened} state={state} />
      {showsKeys && <ShortcutSheet onClose={() => setShowsKeys(false)} />}
      {isSearching && <Palette onClose={() => setSearching(false)} />}
      <LockWarning />
    </div>
  )
}

interface FrameWays {
  search(): void
  find(): void
  showKeys(): void
}

/** What can be done from everywhere. */
function frameActs(
  { preferences, policy }: ShellState,
  go: (path: string) => void,
  mayRead: boolean,
  { search, find, showKeys }: FrameWays,
): readonly Act[] {
  const isGerman = preferences.language === 'de'
  return [
    { menu: 'file', label: t('Neues Fenster'), icon: 'plus', run: () => void shell('newWindow', {}) },
    { menu: 'file', label: t('Drucken'), icon: 'print', key: 'Control+P', run: () => void shell('print', {}) },
    { menu: 'file', label: t('Einstellungen'), icon: 'workspace', key: 'Control+,', run: () => go(pathOf('workspace', 'settings')) },
    { menu: 'file', label: t('Sperren'), icon: 'lock', key: 'Control+L', run: () => void shell('lock', {}) },
    { menu: 'file', label: t('Arbeitsbereich schließen'), icon: 'close', run: () => void shell('closeWorkspace', {}) },
    ...(mayRead
      ? [{ menu: 'edit' as const, label: t('Letzte Schritte'), icon: 'list' as const, run: () => go(pathOf('workspace', 'acts')) }]
      : []),
    { menu: 'edit', label: t('Suchen oder Befehl eingeben'), icon: 'search', key: 'Control+K', run: search },
    { menu: 'edit', label: t('In dieser Ansicht suchen'), icon: 'magnifier', key: 'Control+F', run: find },
    { menu: 'view', label: t('Größer'), icon: 'plus', key: 'Control+Plus', run: () => void shell('zoom', { step: 'in' }) },
    { menu: 'view', label: t('Kleiner'), icon: 'minus', key: 'Control+-', run: () => void shell('zoom', { step: 'out' }) },
    { menu: 'view', label: t('Übliche Größe'), key: 'Control+0', run: () => void shell('zoom', { step: 'none' }) },
    { menu: 'view', label: t('Helles Erscheinungsbild'), run: () => void setPreferences({ theme: 'light' }) },
    { menu: 'view', label: t('Dunkles Erscheinungsbild'), run: () => void setPreferences({ theme: 'dark' }) },
    { menu: 'view', label: t('Erscheinungsbild wie Windows'), run: () => void setPreferences({ theme: 'system' }) },
    {
      menu: 'view',
      label: isGerman ? 'English' : 'Deutsch',
      whyNot: policy.rules.language === undefined ? null : t('Vorgabe Ihrer IT'),
      run: () => void setPreferences({ language: isGerman ? 'en' : 'de' }),
    },
    { menu: 'help', label: t('Hilfe zu dieser Ansicht'), icon: 'info', key: 'F1', run: () => useHelp.getState().toggle() },
    { menu: 'help', label: t('Handbuch'), icon: 'text', run: () => go(pathOf('workspace', 'help')) },
    { menu: 'help', label: t('Tasten dieser Ansicht'), icon: 'list', key: 'Control+Shift+?', run: showKeys },
    { menu: 'help', label: t('Alle Tasten'), icon: 'list', run: () => go(pathOf('workspace', 'help', pageId('help/keys'))) },
    {
      menu: 'help',
      label: t('Barrierefreiheit'),
      icon: 'person',
      run: () => go(pathOf('workspace', 'help', pageId('help/accessibility'))),
    },
  ]
}
