// All workspaces of this program: which window shows which, opened and made, each folder once.
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { DEMO_PASSPHRASE, demoOnly, noWorkspace, type ShellState } from '../../shared/workspace/shell'
import { madeAt, newestBackup } from '../store/backup'
import type { Office } from '../store/keyring'
import { holderOf } from '../store/lockFile'
import { isReachable } from '../store/reachable'
import { removeFolder } from '../store/workspaceFolder'
import { WorkspaceSession } from '../workspace/session'
import type { SessionPorts } from '../workspace/sessionPorts'
import { unpackWorkspace } from '../workspace/workspaceBackups'
import type { PcMemory, Recent } from './pcMemory'
import { type Seat, Workplace, type WorkplacePorts } from './workplace'

export interface WorkplacesPorts extends WorkplacePorts, Omit<SessionPorts, 'memory'> {
  memory: PcMemory
  /** A package built on the test runtime opens the fictional county alone. */
  isDemoOnly: boolean
  demo: {
    office: Office
    userName: string
    /** The folder NAME.kwb of the fictional county. */
    folder: { parent: string; folderName: string }
    fill: (session: WorkspaceSession) => Promise<void>
  }
}

export class Workplaces {
  private readonly ports: WorkplacesPorts
  private readonly places = new Map<string, Workplace>()

  constructor(ports: WorkplacesPorts) {
    this.ports = ports
  }

  placeOf(seat: Seat): Workplace | null {
    return [...this.places.values()].find(({ seats }) => seats.has(seat)) ?? null
  }

  /** Shows the workspace of a folder in a window, locked unless another window has it open. @throws noWorkspace, keyringLost, demoOnly */
  async choose(seat: Seat, folder: string): Promise<Workplace> {
    if (!existsSync(folder)) throw new WorkbenchError(noWorkspace, { folder })
    const real = realpathSync(folder)
    const place = this.places.get(real) ?? this.place(WorkspaceSession.choose(real, this.ports))
    if (this.ports.isDemoOnly && !place.session.about.isDemo) throw new WorkbenchError(demoOnly, {})
    await this.sit(seat, place)
    return place
  }

  /** Chooses a workspace that was open on this PC. @throws noWorkspace and those of `choose` */
  async chooseRecent(seat: Seat, id: string): Promise<void> {
    const recent = this.ports.memory.recent.find((one) => one.id === id)
    if (recent === undefined) throw new WorkbenchError(noWorkspace, { folder: '?' })
    await this.choose(seat, recent.folder)
  }

  /** At the start of the program: the workspace that was open last, if its folder is there and one can still be seen in it. */
  async chooseLast(seat: Seat): Promise<void> {
    const last = this.ports.memory.recent[0]
    if (last === undefined || !(await isReachable(last.folder))) return
    try {
      await this.choose(seat, last.folder)
    } catch (error) {
      // A folder that is no workspace any more must not stand in the way of the others; chosen by hand it says why.
      if (!(error instanceof WorkbenchError)) throw error
    }
  }

  /** Makes a workspace, opens it in the window and gives its recovery key. @throws demoOnly and those of `WorkspaceSession.create` */
  async create(
    seat: Seat,
    folder: { parent: string; folderName: string },
    office: Office,
    user: { name: string; passphrase: string },
  ): Promise<string> {
    if (this.ports.isDemoOnly && !office.isDemo) throw new WorkbenchError(demoOnly, {})
    const { session, recoveryKey } = await WorkspaceSession.create(
      { ...folder, parent: realpathSync(folder.parent) },
      office,
      user,
      this.ports,
    )
    const place = this.place(session)
    await this.sit(seat, place)
    this.opened(place)
    return recoveryKey
  }

  /** Opens the fictional county, made anew if it is not there. */
  async openDemo(seat: Seat): Promise<void> {
    const { folder, office, userName, fill } = this.ports.demo
    const path = join(folder.parent, folder.folderName)
    if (!existsSync(path)) {
      await this.create(seat, folder, office, { name: userName, passphrase: DEMO_PASSPHRASE })
      const place = this.placeOf(seat)
      if (place === null) return
      try {
        await fill(place.session)
      } catch (error) {
        // Half a county would stay for ever: it is made anew only where there is none.
        await this.leave(seat)
        removeFolder(place.session.folder)
        throw error
      }
      return
    }
    const { session } = await this.choose(seat, path)
    const first = session.about.users[0]
    if (first !== undefined) await this.enter(seat, () => session.unlock(first.id, DEMO_PASSPHRASE))
  }

  /** Unpacks a workspace that was copied into one file, and shows it, locked. @throws demoOnly and those of `unpackWorkspace` */
  async unpack(seat: Seat, file: string, folder: { parent: string; folderName: string }): Promise<void> {
    await this.choose(seat, await unpackWorkspace(file, { ...folder, parent: realpathSync(folder.parent) }))
  }

  /** Unlocks the window's workspace in the given way. @throws noWorkspace and those of the way */
  async enter(seat: Seat, unlock: (session: WorkspaceSession) => Promise<void>): Promise<void> {
    const place = this.placeOf(seat)
    if (place === null) throw new WorkbenchError(noWorkspace, { folder: '?' })
    const wasOpen = place.session.isOpen
    try {
      await unlock(place.session)
    } finally {
      // Also where something failed after the file was open: an open workspace must never be without its idle lock.
      if (place.session.isOpen && !wasOpen) this.opened(place)
      // A wrong passphrase changes the screen too: the wait.
      else place.tell({ type: 'shell' })
    }
  }

  /** Changes who has access to the window's workspace; every window then shows it. @throws noWorkspace and what the change says */
  async changeUsers(seat: Seat, change: (session: WorkspaceSession) => Promise<void>): Promise<void> {
    const place = this.placeOf(seat)
    if (place === null) throw new WorkbenchError(noWorkspace, { folder: '?' })
    try {
      await change(place.session)
    } finally {
      if (place.session.isOpen) place.tell({ type: 'shell' })
      // Its files could not be opened again with their new key: to the windows that is a lock.
      else await place.lock()
    }
  }

  /** The window shows no workspace any more; the last one to leave locks it. */
  async leave(seat: Seat): Promise<void> {
    const place = this.placeOf(seat)
    if (place === null) return
    await place.leave(seat)
    if (place.seats.size === 0) this.places.delete(place.session.folder)
    seat.tell({ type: 'shell' })
  }

  /** Before the PC sleeps or its screen is locked. */
  async lockAll(): Promise<void> {
    await Promise.all([...this.places.values()].map((place) => place.lock()))
  }

  /** Before the program ends: long work is stopped, and the windows' leaving then finds nothing to wait for. */
  stopLongWork(): void {
    for (const place of this.places.values()) place.stopLongWork()
  }

  /** The idle time was changed. */
  adjust(): void {
    for (const place of this.places.values()) place.adjust()
  }

  /** What a window shows of its workspace. */
  async stateFor(seat: Seat): Promise<ShellState['workspace']> {
    const recent = await Promise.all(this.ports.memory.recent.map(async (one) => ({ ...one, isMissing: !(await isReachable(one.folder)) })))
    const place = this.placeOf(seat)
    if (place === null) return { phase: 'none', recent }
    const { session } = place
    const { countyName, officeName, users, isDemo } = session.about
    const opened = { folder: session.folder, countyName, officeName, users, isDemo }
    if (session.isOpen)
      return {
        phase: 'open',
        opened,
        isReadOnly: session.isReadOnly,
        locksAt: place.locksAt,
        backedUpAt: backedUpAt(session.folder, this.ports.now()),
      }
    return { phase: 'locked', opened, waitUntil: session.waitUntil, holder: holderShown(session.folder, this.ports.now()), recent }
  }

  private place(session: WorkspaceSession): Workplace {
    const place = new Workplace(session, this.ports)
    session.onChanged = (changed) => place.tell({ type: 'changed', ...changed })
    session.onBackedUp = () => place.tell({ type: 'shell' })
    session.onNewKey = (done, total) => place.tell({ type: 'newKey', done, total })
    this.places.set(session.folder, place)
    return place
  }

  private async sit(seat: Seat, place: Workplace): Promise<void> {
    if (this.placeOf(seat) === place) return
    await this.leave(seat)
    place.seats.add(seat)
    seat.tell({ type: 'shell' })
  }

  private opened(place: Workplace): void {
    const { folder, about } = place.session
    const { countyName, officeName, isDemo } = about
    this.ports.memory.noteOpened({ folder, countyName, officeName, isDemo, openedAt: this.ports.now() } satisfies Omit<Recent, 'id'>)
    place.begin()
  }
}

function backedUpAt(folder: string, now: number): number | null {
  try {
    const newest = newestBackup(folder, now)
    return newest === null ? null : madeAt(newest)
  } catch {
    // A share that is gone for a moment must not take the whole window with it.
    return null
  }
}

function holderShown(folder: string, now: number) {
  try {
    const holder = holderOf(folder)
    return holder === null
      ? null
      : { user: holder.user, host: holder.host, since: holder.since, hasBackup: newestBackup(folder, now) !== null }
  } catch {
    // The folder is gone or cannot be written: unlocking will say so, the start screen must still be drawn.
    return null
  }
}
