// What a window can ask of the main process itself: shared/workspace/shell.ts, one function an ask.
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type * as z from 'zod'
import { invalidInput, WorkbenchError } from '../../shared/core/errors'
import { ruledPreferences } from '../../shared/workspace/policy'
import type { shell as asked, ShellAsk, ShellState } from '../../shared/workspace/shell'
import type { FileTokens } from './fileTokens'
import type { IncomingFiles } from './incomingFiles'
import type { PcMemory } from './pcMemory'
import type { RuledBy } from './policy'
import type { ProgramLog } from './programLog'
import { saveText } from './textFile'
import type { Seat } from './workplace'
import type { Workplaces } from './workplaces'

type Asks = { [Name in ShellAsk]: (input: z.output<(typeof asked)[Name]['input']>) => Promise<z.input<(typeof asked)[Name]['output']>> }

/** Electron, as far as asks need it; tests pass their own. */
export interface ShellPorts {
  /** What the user chose in the system's dialog; empty if the dialog was closed. */
  chooseFolder(purpose: 'create' | 'open' | 'output'): Promise<string[]>
  chooseWorkbooks(): Promise<string[]>
  chooseCopyFile(): Promise<string[]>
  openWindow(): void
  /** The zoom was changed: every window takes it. */
  zoom(): void
  print(): Promise<void>
  openLink(address: string): Promise<void>
  showFolder(path: string): Promise<void>
  /** The preferences were changed: every window draws itself anew. */
  refreshAll(): void
}
export interface AsksContext {
  seat: Seat
  tokens: FileTokens
  incoming: IncomingFiles
  workplaces: Workplaces
  memory: PcMemory
  ruledBy: RuledBy
  log: Pick<ProgramLog, 'read' | 'brokenRun' | 'endedBadly'>
  about: () => Pick<ShellState, 'version' | 'isTestRuntime' | 'newerVersion'>
  ports: ShellPorts
}

/** The only pages that the program opens in a browser. */
const LINKS = {
  licence: 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
  accessibility: 'https://www.bfit-bund.de/',
} as const

/** The asks of one window. */
export function asksOf({ seat, tokens, incoming, workplaces, memory, ruledBy, log, about, ports }: AsksContext): Asks {
  const place = () => workplaces.placeOf(seat)
  const session = () => {
    const found = place()
    if (found === null) throw new WorkbenchError(invalidInput, { where: 'workspace' })
    return found.session
  }
  return {
    getState: async () => ({
      ...about(),
      endedBadly: log.endedBadly,
      preferences: ruledPreferences(memory.preferences, ruledBy.policy),
      policy: { file: ruledBy.file, faults: ruledBy.faults, rules: ruledBy.policy },
      workspace: await workplaces.stateFor(seat),
    }),
    chooseFolder: async ({ purpose }) => {
      const [path] = await ports.chooseFolder(purpose)
      return path === undefined ? null : { token: tokens.give(path), name: path }
    },
    chooseWorkbooks: async () => (await ports.chooseWorkbooks()).map((path) => ({ token: tokens.give(path), name: basename(path) })),
    createWorkspace: async ({ parent, folderName, countyKey, countyName, officeName, userName, passphrase }) => ({
      recoveryKey: await workplaces.create(
        seat,
        { parent: tokens.path(parent), folderName },
        { countyKey, countyName, officeName, isDemo: false },
        { name: userName, passphrase },
      ),
    }),
    openWorkspace: async (which) => {
      if ('token' in which) await workplaces.choose(seat, tokens.path(which.token))
      else await workplaces.chooseRecent(seat, which.recent)
      return null
    },
    openDemo: () => done(workplaces.openDemo(seat)),
    forgetRecent: async ({ recent }) => {
      memory.forget(recent)
      ports.refreshAll()
      return null
    },
    unlock: ({ userId, passphrase, next }) => done(workplaces.enter(seat, (one) => one.unlock(userId, passphrase, next))),
    unlockWithRecoveryKey: ({ userId, recoveryKey, passphrase }) =>
      done(workplaces.enter(seat, (one) => one.recover(userId, recoveryKey, passphrase))),
    openBackup: ({ userId, passphrase }) => done(workplaces.enter(seat, (one) => one.openBackup(userId, passphrase))),
    listBackups: async () => session().backups.list,
    makeBackup: () => done(session().backUp('hand')),
    checkBackup: ({ name }) => session().backups.check(name),
    restoreBackup: async ({ name }) => {
      await place()?.restore(name)
      return null
    },
    restoreAsCopy: async ({ name, parent, folderName }) => {
      const folder = await session().backups.makeSecond(name, { parent: tokens.path(parent), folderName })
      return { token: tokens.give(folder), folder: basename(folder) }
    },
    copyWorkspace: async ({ folder }) => ({ file: basename(await session().backups.copyTo(tokens.path(folder))) }),
    chooseCopyFile: async () => {
      const [path] = await ports.chooseCopyFile()
      return path === undefined ? null : { token: tokens.give(path), name: basename(path) }
    },
    openCopyFile: ({ file, parent, folderName }) =>
      done(workplaces.unpack(seat, tokens.path(file), { parent: tokens.path(parent), folderName })),
    listCutOffJobs: () => session().jobNotes.cutOff(),
    forgetCutOffJobs: () => done(session().jobNotes.forget()),
    changePassphrase: ({ current, next }) => done(session().keys.changePassphrase(current, next)),
    renewRecoveryKey: async ({ passphrase }) => ({ recoveryKey: await session().keys.renewRecoveryKey(passphrase) }),
    addUser: ({ passphrase, about: user, first }) =>
      done(workplaces.changeUsers(seat, (one) => one.keys.changeUsers(passphrase, { kind: 'add', about: user, first }))),
    changeUser: ({ passphrase, userId, about: user }) =>
      done(workplaces.changeUsers(seat, (one) => one.keys.changeUsers(passphrase, { kind: 'change', userId, about: user }))),
    resetPassphrase: ({ passphrase, userId, first }) =>
      done(workplaces.changeUsers(seat, (one) => one.keys.changeUsers(passphrase, { kind: 'reset', userId, first }))),
    removeUser: ({ passphrase, userId, withNewKey }) =>
      done(workplaces.changeUsers(seat, (one) => one.keys.changeUsers(passphrase, { kind: 'remove', userId }, { newKey: withNewKey }))),
    checkWorkspace: () => {
      const found = place()
      if (found === null) throw new WorkbenchError(invalidInput, { where: 'workspace' })
      return found.check()
    },
    readProgramLog: async ({ of }) => ({ events: of === 'all' ? log.read() : log.brokenRun() }),
    dismissCrash: async () => {
      log.endedBadly = false
      ports.refreshAll()
      return null
    },
    saveText: async ({ folder, title, text }) => ({ name: saveText(tokens.path(folder), title, text, Date.now()) }),
    lock: async () => {
      await place()?.lock()
      return null
    },
    readyToLock: async () => {
      place()?.ready(seat)
      return null
    },
    closeWorkspace: () => done(workplaces.leave(seat)),
    takeFiles: async () => incoming.take(),
    newWindow: async () => {
      ports.openWindow()
      return null
    },
    setPreferences: async (changed) => {
      memory.setPreferences(changed)
      workplaces.adjust()
      ports.refreshAll()
      return null
    },
    reportActivity: async () => {
      place()?.reportActivity()
      return null
    },
    zoom: async ({ step }) => {
      memory.stepZoom(step)
      ports.zoom()
      return null
    },
    print: () => done(ports.print()),
    openLink: ({ link }) => done(ports.openLink(LINKS[link])),
    showFolder: async ({ token }) => {
      const path = tokens.path(token)
      // A file would be started by its program.
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) await ports.showFolder(path)
      return null
    },
  }
}

async function done(work: Promise<unknown>): Promise<null> {
  await work
  return null
}
