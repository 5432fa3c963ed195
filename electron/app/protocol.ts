// Serves the window's own files under app://workbench: with file:// any page could read any file.
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { assetOf, headersOf, SCHEME } from './page'

/** Makes app:// an origin like https. Must be said before Electron is ready. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/** Answers the session's requests for app:// out of the folder of the built window. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async ({ url, method }) => {
    const asset = method === 'GET' ? assetOf(url, folder) : null
    if (asset === null) return new Response(null, { status: 404 })
    const content = await readFile(asset.file).catch(() => null)
    if (content === null) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(content), { headers: headersOf(asset.type) })
  })
}
