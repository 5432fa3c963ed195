// Files that were dropped onto a window or named at the start wait here until the page asks for them: it may still be loading.
import { statSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path'
import type { IncomingFile, IncomingKind } from '../../shared/workspace/incomingFiles'
import type { FileTokens } from './fileTokens'

/** More at once are a slip of the hand. */
const MOST = 20

const KINDS: Readonly<Record<string, IncomingKind>> = {
  '.kwbz': 'copy',
  '.kwa': 'snapshot',
  '.xlsx': 'list',
  '.xlsm': 'list',
  '.xls': 'list',
  '.csv': 'list',
  '.ods': 'list',
}

export class IncomingFiles {
  private readonly tokens: FileTokens
  private waiting: IncomingFile[] = []

  constructor(tokens: FileTokens) {
    this.tokens = tokens
  }

  /** Takes those paths that are there. Gives whether there was any. */
  add(paths: readonly string[]): boolean {
    const found = paths.slice(0, MOST).flatMap((path) => {
      const file = isAbsolute(path) ? fileAt(path) : null
      return file === null ? [] : [{ token: this.tokens.give(file.path), name: basename(file.path), kind: file.kind }]
    })
    this.waiting.push(...found)
    return found.length > 0
  }

  /** All that wait, once. */
  take(): IncomingFile[] {
    const taken = this.waiting
    this.waiting = []
    return taken
  }
}

/** The files of the program's own kinds that a command line names, as absolute paths; switches and the program's own path are none. */
export function filesNamed(commandLine: readonly string[], folder: string): string[] {
  return commandLine
    .slice(1)
    .filter((part) => !part.startsWith('-'))
    .map((part) => resolve(folder, part))
    .filter((path) => (fileAt(path)?.kind ?? 'other') !== 'other')
}

/** What lies there; a file inside a workspace's folder stands for the folder. `null`: nothing. */
function fileAt(path: string): { path: string; kind: IncomingKind } | null {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return null
  if (found.isDirectory()) return { path, kind: isWorkspace(path) ? 'workspace' : 'other' }
  if (basename(path) === 'workspace.db' && isWorkspace(dirname(path))) return { path: dirname(path), kind: 'workspace' }
  return { path, kind: KINDS[extname(path).toLowerCase()] ?? 'other' }
}

function isWorkspace(folder: string): boolean {
  return statSync(join(folder, 'workspace.db'), { throwIfNoEntry: false })?.isFile() === true
}
