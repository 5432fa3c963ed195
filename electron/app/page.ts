// Which file of the built window an address names, and the security policy that goes with it. Without Electron, so that tests can be hostile.
import { extname, join, normalize, sep } from 'node:path'

export const SCHEME = 'app'
/** The one address that our page has. */
export const PAGE_ORIGIN = `${SCHEME}://workbench`

/** What the build makes; anything else is not served. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

/** The file behind an address and its type, or `null` for everything that is not ours: other hosts, paths out of the folder, other kinds of files. */
export function assetOf(address: string, folder: string): { file: string; type: string } | null {
  let path: string
  try {
    const url = new URL(address)
    if (url.protocol !== `${SCHEME}:` || url.host !== 'workbench' || url.username !== '' || url.port !== '') return null
    path = decodeURIComponent(url.pathname)
  } catch {
    // No address, or % signs that name no letter.
    return null
  }
  // A drive, a stream of a file, another system's separator.
  if (/[\\\0:]/.test(path)) return null
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  const type = TYPES[extname(file).toLowerCase()]
  return type === undefined || !file.startsWith(folder + sep) ? null : { file, type }
}

/** Headers of every answer. The page asks nobody for anything: what it shows comes over the bridge. */
export function headersOf(type: string): Record<string, string> {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
