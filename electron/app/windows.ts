import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { EVENTS } from '../channels'
import type { WorkbenchEvent } from '../../shared/core/bridge'
import { isPackaged } from '../runtime'
import { pageSession } from './hardening'
import { PAGE_ORIGIN } from './page'
import { type OpeningPlace, SMALLEST } from './windowPlace'

/** Opens a window on our page, at `place`. It has no Node, no Electron, no right and no way out; preload.js is all it gets. */
export function openWindow(devOrigin: string | null, place: OpeningPlace): BrowserWindow {
  const isDark = nativeTheme.shouldUseDarkColors
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Kreiswerkbank',
    // Until the page is drawn; the tokens' own page colours.
    backgroundColor: isDark ? '#0f1624' : '#ffffff',
    show: false,
    // Ours is drawn by the page; on Linux Electron ignores it, macOS keeps its buttons.
    ...(process.platform === 'win32' && { titleBarStyle: 'hidden', titleBarOverlay: { height: 40 } }),
    webPreferences: {
      preload: join(__dirname, '../preload/preload.js'),
      session: pageSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged(),
    },
  })
  window.once('ready-to-show', () => {
    if (place.isMaximised) window.maximize()
    window.show()
  })
  void window.loadURL(devOrigin === null ? `${PAGE_ORIGIN}/` : `${devOrigin}/`)
  return window
}

/** Tells a window something, if it is still there. */
export function tellWindow(window: BrowserWindow, event: WorkbenchEvent): void {
  if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(EVENTS, event)
}
