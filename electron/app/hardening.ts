// Electron's security checklist, as far as the whole program is meant; windows.ts has what belongs to a window.
// https://www.electronjs.org/docs/latest/tutorial/security
import { app, Menu, type Session, session } from 'electron'
import { isPackaged } from '../runtime'
import { PAGE_ORIGIN } from './page'

/**
 * Nothing of the workspace may get onto the disk beside the encrypted file: a session without `persist:` keeps cookies, storage and
 * caches in memory alone.
 */
const PARTITION = 'workbench'

const DEBUGGERS = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins']

/** What must be said before Electron is ready. `devOrigin`: of the dev server, `null` in a built program. */
export function hardenProgram(devOrigin: string | null): void {
  const { commandLine } = app
  // As root Chromium's sandbox cannot start; --no-sandbox is only ever given by tests. Windows keep `sandbox: true`.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Chromium's own errands: nothing is looked up, updated or reported.
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
    'disable-breakpad',
  ]) {
    commandLine.appendSwitch(name)
  }
  if (devOrigin === null) commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('disable-http-cache')
  commandLine.appendSwitch('disk-cache-size', '1')
  commandLine.appendSwitch('disable-gpu-shader-disk-cache')
  // The fuse against `--inspect` says nothing of Chromium's own debugger, which would show the page to every program of this user.
  if (isPackaged()) for (const name of DEBUGGERS) commandLine.removeSwitch(name)

  app.on('session-created', (created) => hardenSession(created, devOrigin))
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (devOrigin === null || new URL(event.url).origin !== devOrigin) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  // macOS takes copy and paste from the menu; elsewhere they work without one.
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null)
}

/** The session that all windows share, after Electron is ready. */
export function pageSession(): Session {
  return session.fromPartition(PARTITION)
}

/** True for the only addresses that may be asked for: our own page's, and the dev server's while it runs. */
function isOwn(address: string, devOrigin: string | null): boolean {
  if (address.startsWith(`${PAGE_ORIGIN}/`) || address.startsWith('devtools://')) return true
  return devOrigin !== null && [devOrigin, devOrigin.replace(/^http/, 'ws')].includes(new URL(address).origin)
}

function hardenSession(created: Session, devOrigin: string | null): void {
  created.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  created.setPermissionCheckHandler(() => false)
  created.setDevicePermissionHandler(() => false)
  created.setSpellCheckerEnabled(false)
  created.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isOwn(details.url, devOrigin) }))
  created.on('will-download', (event) => event.preventDefault())
}
