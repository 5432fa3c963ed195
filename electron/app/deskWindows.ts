// The windows of this program, each with its seat: what it may ask, and which files were chosen in it.
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { ShellState } from '../../shared/workspace/shell'
import { t } from '../../shared/i18n/text'
import type { WindowContext } from '../ipc'
import { asksOf, type ShellPorts } from './asks'
import { FileTokens } from './fileTokens'
import { IncomingFiles } from './incomingFiles'
import type { PcMemory } from './pcMemory'
import type { RuledBy } from './policy'
import type { ProgramLog } from './programLog'
import { openingPlace, type Rectangle } from './windowPlace'
import { openWindow, tellWindow } from './windows'
import type { Seat } from './workplace'
import type { Workplaces } from './workplaces'

export interface DeskPorts {
  workplaces: Workplaces
  memory: PcMemory
  ruledBy: RuledBy
  /** What holds for the whole program; asked anew for each window. */
  about: () => Pick<ShellState, 'version' | 'isTestRuntime' | 'newerVersion'>
  devOrigin: string | null
  log: ProgramLog
  /** Of the monitors that are there now, the main one first. */
  workAreas(): Rectangle[]
  /** After preferences changed: language and theme of this process. */
  applyPreferences(): void
}

export class DeskWindows {
  private readonly ports: DeskPorts
  private readonly contexts = new Map<BrowserWindow, WindowContext>()

  constructor(ports: DeskPorts) {
    this.ports = ports
  }

  contextOf(window: BrowserWindow): WindowContext | undefined {
    return this.contexts.get(window)
  }

  /** Opens a window; a second one shows the same workspace as the first, so that two records can be seen side by side. */
  open(beside?: Seat): Seat {
    const { workplaces, memory, ruledBy, log, about, devOrigin } = this.ports
    // A second window beside the first: the system puts it where both are seen.
    const window = openWindow(devOrigin, openingPlace(beside === undefined ? memory.window : null, this.ports.workAreas()))
    this.rememberPlace(window)
    const tokens = new FileTokens()
    const incoming = new IncomingFiles(tokens)
    let isLoaded = false
    window.webContents.once('did-finish-load', () => {
      isLoaded = true
    })
    const seat: Seat = {
      tell: (event) => tellWindow(window, event),
      isAlive: () => isLoaded && !window.isDestroyed() && !window.webContents.isCrashed(),
      pathsIn: (input) => tokens.pathsIn(input),
    }
    const asks = asksOf({ seat, tokens, incoming, workplaces, memory, ruledBy, log, about, ports: this.shellPorts(window, seat) })
    const receive = (paths: readonly string[]) => {
      if (incoming.add(paths)) seat.tell({ type: 'files' })
    }
    this.contexts.set(window, { seat, asks, receive, place: () => workplaces.placeOf(seat) })
    const shown = beside === undefined ? null : workplaces.placeOf(beside)
    shown?.seats.add(seat)
    this.leaveBeforeClosing(window, seat)
    window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(memory.zoom))
    // A page that died comes back as it is after a start; what was typed is a draft in the file.
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.ports.log.noteBug({ trace: 'window', name: `render-process-gone ${reason}`, frames: [] })
      if (!window.isDestroyed()) window.reload()
    })
    return seat
  }

  /** A second start of the program: what is open comes to the front and gets the files that it named. */
  bringToFront(files: readonly string[]): void {
    const [window, context] = [...this.contexts].at(-1) ?? []
    if (window === undefined) return
    context?.receive(files)
    if (window.isMinimized()) window.restore()
    window.focus()
  }

  refreshAll(): void {
    this.ports.applyPreferences()
    for (const { seat } of this.contexts.values()) seat.tell({ type: 'shell' })
  }

  private rememberPlace(window: BrowserWindow): void {
    const note = () => {
      if (!window.isMinimized()) this.ports.memory.noteWindow({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() })
    }
    window.on('resize', note)
    window.on('move', note)
  }

  /** What was typed is kept before a window is gone, and with the last one the workspace locks. */
  private leaveBeforeClosing(window: BrowserWindow, seat: Seat): void {
    let isLeaving = false
    window.on('close', (event) => {
      if (isLeaving) return event.preventDefault()
      if (this.ports.workplaces.placeOf(seat) === null) return
      event.preventDefault()
      isLeaving = true
      void this.ports.workplaces.leave(seat).finally(() => window.destroy())
    })
    // Windows ends the session: it waits until the file is closed. `session-end`: it does not wait; a lock may still come in time.
    window.on('query-session-end', (event) => {
      event.preventDefault()
      app.quit()
    })
    window.on('session-end', () => void this.ports.workplaces.lockAll())
    // Electron quits by itself when the last window is gone.
    window.on('closed', () => this.contexts.delete(window))
  }

  private shellPorts(window: BrowserWindow, seat: Seat): ShellPorts {
    return {
      chooseFolder: async (purpose) => {
        const title = {
          create: t('Wo soll der neue Ordner liegen?'),
          open: t('Ordner des Arbeitsbereichs wählen'),
          output: t('Ordner für die Ausgabe wählen'),
        }[purpose]
        const { policy } = this.ports.ruledBy
        const begin = purpose === 'output' ? policy.outputFolder : policy.workspaceFolder
        const { filePaths } = await dialog.showOpenDialog(window, {
          title,
          ...(begin !== undefined && { defaultPath: begin }),
          properties: ['openDirectory', ...(purpose === 'open' ? [] : ['createDirectory' as const])],
        })
        return filePaths
      },
      chooseWorkbooks: async () => {
        // All files can be chosen: what is no workbook gets a sentence that says so.
        const filters = [
          { name: t('Excel-Arbeitsmappen'), extensions: ['xlsx', 'xlsm'] },
          { name: t('Alle Dateien'), extensions: ['*'] },
        ]
        const { filePaths } = await dialog.showOpenDialog(window, {
          title: t('Listen der Kursträger wählen'),
          filters,
          properties: ['openFile', 'multiSelections'],
        })
        return filePaths
      },
      chooseCopyFile: async () => {
        const filters = [
          { name: t('Kopien von Arbeitsbereichen'), extensions: ['kwbz'] },
          { name: t('Alle Dateien'), extensions: ['*'] },
        ]
        const { filePaths } = await dialog.showOpenDialog(window, {
          title: t('Kopie eines Arbeitsbereichs wählen'),
          filters,
          properties: ['openFile'],
        })
        return filePaths
      },
      openWindow: () => {
        this.open(seat)
      },
      zoom: () => {
        for (const one of this.contexts.keys()) one.webContents.setZoomLevel(this.ports.memory.zoom)
      },
      print: () => new Promise((resolve) => window.webContents.print({ printBackground: true }, () => resolve())),
      openLink: (address) => shell.openExternal(address),
      showFolder: async (path) => {
        await shell.openPath(path)
      },
      refreshAll: () => this.refreshAll(),
    }
  }
}
