// Start-up: one program a user session, hardened before anything is shown, then the window, which asks for the passphrase.
import './globalCrypto'
import { join } from 'node:path'
import { app, nativeTheme, powerMonitor, screen } from 'electron'
import { version } from '../package.json'
import { systemClock } from '../shared/core/clock'
import { setLanguage } from '../shared/i18n/text'
import { mayWrite, ruledPreferences } from '../shared/workspace/policy'
import type { ShellState } from '../shared/workspace/shell'
import { checkByCommand, type ExitCode, firstLine, folderToCheck } from './app/checkCommand'
import { demoOf } from './app/demo'
import { DeskWindows } from './app/deskWindows'
import { failureOf } from './app/failureMessage'
import { hardenProgram, pageSession } from './app/hardening'
import { PAGE_ORIGIN } from './app/page'
import { PcMemory } from './app/pcMemory'
import { ProgramLog } from './app/programLog'
import { announceScheme, servePage } from './app/protocol'
import { filesNamed } from './app/incomingFiles'
import { newerVersionIn } from './app/newerVersion'
import { policyPlaces, readPolicy } from './app/policy'
import { selfTest } from './app/selfTest'
import { Workplaces } from './app/workplaces'
import { bindBridge } from './ipc'
import { JobRunner } from './jobs/runner'
import makeJobWorker from './jobs/worker?nodeWorker'
import { isPackaged, isPackagedTestRuntime, isTestRuntime } from './runtime'
import type { CheckOrder } from './store/check/checkFolder'
import { checkInWorker } from './store/check/checkInWorker'
import { openStore } from './store/client'
import { deriveInWorker } from './store/deriveInWorker'
import { newKeyInWorker } from './store/newKeyInWorker'

// Only a program under development listens to a dev server, and to shorter idle times.
const devOrigin = isPackaged() ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
const idleSeconds = isPackaged() ? 0 : Number(app.commandLine.getSwitchValue('idle-seconds'))
const isSelfTest = app.commandLine.hasSwitch('self-test')
const checked = folderToCheck(process.argv)
const sessionPorts = {
  now: () => systemClock.now(),
  derive: deriveInWorker,
  openStore,
  writeWithNewKey: newKeyInWorker,
  version,
  isShareForced: app.commandLine.hasSwitch('share'),
}

announceScheme()
hardenProgram(devOrigin)

if (isSelfTest) void app.whenReady().then(runSelfTest)
else if (checked !== null) void app.whenReady().then(() => runCheck(checked))
else if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

async function runSelfTest(): Promise<void> {
  // The page of the self-test has no seat: its questions are refused.
  servePage(pageSession(), join(__dirname, '../renderer'))
  bindBridge({ pageOrigin: PAGE_ORIGIN, contextOf: () => undefined, noteBug: () => undefined, noteFailure: () => undefined })
  app.on('window-all-closed', () => undefined)
  try {
    const line = await selfTest(sessionPorts)
    process.stdout.write(`${line}\n`, () => app.exit(0))
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`Selbsttest nicht bestanden: ${why}\n`, () => app.exit(1))
  }
}

async function runCheck(folder: string): Promise<void> {
  app.on('window-all-closed', () => undefined)
  const printed: Promise<void>[] = []
  const print = (to: NodeJS.WriteStream, text: string) => printed.push(new Promise((resolve) => to.write(text, () => resolve())))
  let code: ExitCode = 2
  try {
    const check = (order: CheckOrder) => checkInWorker({ ...order, flag: null, now: sessionPorts.now() }, () => undefined)
    const ports = { derive: deriveInWorker, check, version, readPassphrase: () => firstLine(process.stdin) }
    code = await checkByCommand(folder, { ...ports, say: (text) => print(process.stdout, text) })
  } catch (error) {
    failureOf(error, ({ name, frames }) => print(process.stderr, [`Die Prüfung ist abgebrochen: ${name}`, ...frames, ''].join('\n')))
  }
  await Promise.all(printed)
  app.exit(code)
}

function start(): void {
  const userData = app.getPath('userData')
  const log = new ProgramLog(userData)
  const { noteBug } = log
  log.start({ version, electron: process.versions.electron, system: `${process.platform} ${process.getSystemVersion()}` })
  // The last net: Electron's own dialog would show the error's text, which may hold values.
  const caught = (error: unknown) => void failureOf(error, noteBug)
  process.on('uncaughtException', caught)
  process.on('unhandledRejection', caught)
  const after = (ms: number, then: () => void) => {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  }
  const memory = new PcMemory(userData, after)
  const ruledBy = readPolicy(policyPlacesHere())
  const preferences = () => ruledPreferences(memory.preferences, ruledBy.policy)
  const runner = new JobRunner({
    now: sessionPorts.now,
    failureOf: (error) => failureOf(error, noteBug),
    startWorker: (order) => makeJobWorker({ workerData: order }),
  })
  const workplaces = new Workplaces({
    ...sessionPorts,
    memory,
    runner,
    after,
    idleMs: () => (idleSeconds > 0 ? idleSeconds * 1000 : preferences().idleMinutes * 60_000),
    mayWrite: (format) => mayWrite(ruledBy.policy, format),
    isDemoOnly: isPackagedTestRuntime(),
    demo: demoOf(userData),
    note: (event) => log.note(event),
  })
  const applyPreferences = () => {
    setLanguage(preferences().language)
    nativeTheme.themeSource = preferences().theme
  }
  applyPreferences()
  let newerVersion: ShellState['newerVersion'] = null
  const windows = new DeskWindows({
    workplaces,
    memory,
    ruledBy,
    devOrigin,
    applyPreferences,
    log,
    about: () => ({ version, isTestRuntime: isTestRuntime(), newerVersion }),
    workAreas: () => {
      const main = screen.getPrimaryDisplay()
      return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea)
    },
  })

  servePage(pageSession(), join(__dirname, '../renderer'))
  bindBridge({
    pageOrigin: devOrigin ?? PAGE_ORIGIN,
    contextOf: (window) => windows.contextOf(window),
    noteBug,
    noteFailure: (code) => log.note({ what: 'failure', code }),
  })
  // Who leaves the desk locks the screen; the workspace goes with it.
  powerMonitor.on('lock-screen', () => void workplaces.lockAll())
  powerMonitor.on('suspend', () => void workplaces.lockAll())
  // The user ends the program, or the system the session: each window then keeps what was typed and leaves, and the last one locks.
  app.on('before-quit', () => workplaces.stopLongWork())
  powerMonitor.on('shutdown', () => app.quit())
  app.on('second-instance', (_event, commandLine, folder) => windows.bringToFront(filesNamed(commandLine, folder)))
  app.on('will-quit', () => {
    memory.flush()
    log.note({ what: 'ended' })
  })
  void workplaces.chooseLast(windows.open())
  windows.bringToFront(filesNamed(process.argv, process.cwd()))
  const { newVersionFolder } = ruledBy.policy
  if (newVersionFolder !== undefined) {
    void newerVersionIn(newVersionFolder, version).then((found) => {
      if (found === null) return
      newerVersion = { version: found, folder: newVersionFolder }
      windows.refreshAll()
    })
  }
}

/** Only a program under development takes another policy than that of this PC. */
function policyPlacesHere(): string[] {
  const given = app.commandLine.getSwitchValue('policy')
  if (!isPackaged() && given !== '') return [given]
  return policyPlaces(process.execPath, process.platform === 'win32' ? (process.env['PROGRAMDATA'] ?? null) : null)
}
