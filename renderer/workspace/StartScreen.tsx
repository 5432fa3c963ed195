import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import type { ShellState } from '../../shared/workspace/shell'
import { useActs } from '../app/acts'
import { shell } from '../app/client'
import { strangeFileText, useIncoming, useIncomingOf } from '../app/incoming'
import { setPreferences } from '../app/shellState'
import { BareTopBar } from '../app/TopBar'
import { Button, Notice } from '../ui'
import { useAttempt } from './attempt'
import { CreateForm } from './CreateForm'
import { CrashNotice, ProgramLogDialog } from './ProgramLog'
import { RecentList } from './RecentList'
import { RecoverForm } from './RecoverForm'
import { StartHelp } from './StartHelp'
import styles from './StartScreen.module.css'
import { UnlockForm } from './UnlockForm'
import { UnpackDialog } from './UnpackDialog'
import { Ways } from './Ways'

/** Before a workspace is open: choose one, unlock it, make a new one, or look at the demo county. */
export function StartScreen({ state }: { state: ShellState }) {
  const [task, setTask] = useState<'open' | 'create' | 'recover'>('open')
  const [copy, setCopy] = useState<{ token: string; name: string } | null>(null)
  const attempt = useAttempt()
  const [showsHelp, setShowsHelp] = useState(false)
  const openAnother = (input: { token: string } | { recent: string }) => attempt.run(() => shell('openWorkspace', input))
  const [strange, setStrange] = useState<string | null>(null)
  useIncomingOf(['workspace'], ([first]) => first && void openAnother({ token: first.token }))
  useIncomingOf(['copy'], ([first]) => setCopy(first ?? null))
  useIncomingOf(['snapshot', 'other'], ([first]) => setStrange(first === undefined ? null : strangeFileText(first)))
  const waits = useIncoming(({ files }) => files.length > 0)
  const [showsLog, setShowsLog] = useState(false)
  useActs([{ menu: 'help', label: t('Hilfe zu dieser Ansicht'), key: 'F1', run: () => setShowsHelp(true) }])
  const { workspace, preferences, policy, newerVersion } = state
  if (workspace.phase === 'open') return null
  const isGerman = preferences.language === 'de'
  const locked = workspace.phase === 'locked' ? workspace : null
  const openFolder = async () => {
    setTask('open')
    await attempt.run(async () => {
      const chosen = await shell('chooseFolder', { purpose: 'open' })
      if (chosen !== null) await shell('openWorkspace', { token: chosen.token })
    })
  }
  const chooseCopy = () => attempt.run(async () => setCopy(await shell('chooseCopyFile', {})))
  return (
    <div className={styles.start}>
      <BareTopBar>
        <Button look="quiet" keyHint="F1" onPress={() => setShowsHelp(true)}>
          {t('Hilfe')}
        </Button>
        {policy.rules.language === undefined && (
          <Button look="quiet" onPress={() => void setPreferences({ language: isGerman ? 'en' : 'de' })}>
            <span lang={isGerman ? 'en' : 'de'}>{isGerman ? 'English' : 'Deutsch'}</span>
          </Button>
        )}
      </BareTopBar>
      <main className={styles.columns}>
        <section className={styles.left} aria-labelledby="start-title">
          <h1 id="start-title" className={styles.title}>
            {titleOf(task)}
          </h1>
          {newerVersion && (
            <Notice kind="info">
              {t('Eine neuere Version liegt bereit: {version} im Ordner „{folder}“. Ihre IT richtet sie ein.', newerVersion)}
            </Notice>
          )}
          {waits && <Notice kind="info">{t('Die abgelegte Liste wird angeboten, sobald der Arbeitsbereich offen ist.')}</Notice>}
          {strange !== null && <Notice kind="warning">{strange}</Notice>}
          {state.endedBadly && <CrashNotice />}
          {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
          {task === 'create' && <CreateForm onCancel={() => setTask('open')} />}
          {task === 'recover' && locked && <RecoverForm locked={locked} onCancel={() => setTask('open')} />}
          {task === 'open' && (
            <>
              <RecentList
                recent={workspace.recent}
                openFolder={locked?.opened.folder ?? null}
                onOpen={(recent) => void openAnother({ recent })}
              />
              {locked && <UnlockForm key={locked.opened.folder} locked={locked} onRecover={() => setTask('recover')} />}
            </>
          )}
        </section>
        <Ways
          isTestRuntime={state.isTestRuntime}
          onCreate={() => setTask('create')}
          onOpenFolder={() => void openFolder()}
          onUnpack={() => void chooseCopy()}
          onDemo={() => void attempt.run(() => shell('openDemo', {}))}
          isBusy={attempt.isRunning}
        />
      </main>
      {showsLog && <ProgramLogDialog of="all" onClose={() => setShowsLog(false)} />}
      {showsHelp && <StartHelp page={locked && task !== 'create' ? 'start/unlock' : 'start/open'} onClose={() => setShowsHelp(false)} />}
      {copy !== null && <UnpackDialog key={copy.token} file={copy} onClose={() => setCopy(null)} />}
      <footer className={styles.footer}>
        <span>{t('Version {version}', { version: state.version })}</span>
        {state.isTestRuntime && <span>{t('Testlaufzeit: nur für den Musterkreis')}</span>}
        <span className={styles.end}>
          <Button look="quiet" onPress={() => setShowsLog(true)}>
            {t('Programmprotokoll ansehen …')}
          </Button>
          <Button look="quiet" onPress={() => void shell('openLink', { link: 'accessibility' })}>
            {t('Barrierefreiheit')}
          </Button>
          <Button look="quiet" onPress={() => void shell('openLink', { link: 'licence' })}>
            {t('Lizenz')}
          </Button>
        </span>
      </footer>
    </div>
  )
}

function titleOf(task: 'open' | 'create' | 'recover'): string {
  if (task === 'create') return t('Arbeitsbereich anlegen')
  if (task === 'recover') return t('Mit Wiederherstellungsschlüssel öffnen')
  return t('Arbeitsbereich öffnen')
}
