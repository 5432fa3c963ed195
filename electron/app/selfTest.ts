// `--self-test`: proves without a user that this program works here. A workspace is made, migrated, written, read, locked, unlocked and removed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameOf } from '../../shared/rooms'
import { workspace } from '../../shared/workspace/calls'
import { WorkspaceSession } from '../workspace/session'
import type { SessionPorts } from '../workspace/sessionPorts'
import { openWindow } from './windows'
import { openingPlace } from './windowPlace'

/** Runs all steps and gives the line to print. @throws whatever fails, with nothing left behind */
export async function selfTest(ports: Omit<SessionPorts, 'memory'>): Promise<string> {
  const startedAt = ports.now()
  const parent = mkdtempSync(join(tmpdir(), 'kreiswerkbank-'))
  try {
    await loadPage()
    const office = { countyKey: '99999', countyName: 'Selbsttest', officeName: 'Selbsttest', isDemo: true }
    const passphrase = 'nur für den Selbsttest'
    const memory = {
      attempts: () => ({ failures: 0, until: 0 }),
      setAttempts: () => undefined,
      seenRevision: () => null,
      noteRevision: () => undefined,
    }
    const { session, recoveryKey } = await WorkspaceSession.create(
      { parent, folderName: 'Selbsttest' },
      office,
      { name: 'Selbsttest', passphrase },
      { ...ports, memory },
    )
    const values = { probe: recoveryKey.length }
    await session.run(nameOf(workspace.keepDraft), { view: 'selbsttest', values })
    await session.lock()
    await session.unlock(session.about.users[0]?.id ?? '', passphrase)
    const { value } = await session.run(nameOf(workspace.getDraft), { view: 'selbsttest' })
    await session.lock()
    const draft = workspace.getDraft.output.parse(value)
    if (draft?.values['probe'] !== values.probe) throw new Error('What was written does not come back')
    return `Selbsttest bestanden: Fenster geladen, Arbeitsbereich angelegt, beschrieben, gesperrt und wieder gelesen (${((ports.now() - startedAt) / 1000).toFixed(1)} s).`
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

/** The built page loads over app:// in a window like any other. */
async function loadPage(): Promise<void> {
  const window = openWindow(null, openingPlace(null, []))
  await new Promise<void>((resolve, reject) => {
    window.webContents.once('did-finish-load', () => resolve())
    window.webContents.once('did-fail-load', (_event, code, description) =>
      reject(new Error(`The page does not load: ${description} (${code})`)),
    )
    window.webContents.once('preload-error', (_event, _path, error) => reject(error))
  })
  window.destroy()
}
