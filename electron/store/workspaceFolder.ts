// The folder NAME.kwb and its files. Nothing in it hangs on this PC or user: copied elsewhere it opens with a passphrase alone.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { badFolderName, fileNotReachable, folderTaken, keyringLost, noWorkspace } from '../../shared/workspace/shell'
import { flushFolder, writeAtomically } from './atomicFile'
import { BrokenKeyring, type Keyring, parseKeyring } from './keyring'

const ENDING = '.kwb'
/** No folder name that Windows cannot take, so that a workspace made on Linux can be copied there. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/iu

/** Paths inside a workspace folder. The keyring's copy stands with the backups, which the same key opens. */
export function filesOf(folder: string) {
  const backups = join(folder, 'backups')
  return {
    database: join(folder, 'workspace.db'),
    keyring: join(folder, 'keyring.json'),
    erased: join(folder, 'erased.bin'),
    backups,
    keyringCopy: join(backups, 'keyring.json'),
    lock: join(folder, 'lock.db'),
    holder: join(folder, 'lock.json'),
    /** What takes the database's place next; a remainder of a killed program otherwise. */
    next: join(folder, 'workspace.db.next'),
  }
}

/** The path of a workspace's folder by the name that somebody gave it. @throws badFolderName */
function folderNamed(parent: string, name: string): string {
  const bare = name.toLowerCase().endsWith(ENDING) ? name.slice(0, -ENDING.length) : name
  if (bare.trim() === '' || FORBIDDEN.test(bare)) throw new WorkbenchError(badFolderName, { folder: name })
  return join(parent, bare + ENDING)
}

/**
 * Makes a workspace's folder as a whole: `fill` gets an empty one beside it, which takes the name once it is filled. Killed before that, a
 * program leaves a folder with the ending .part, which the next try of that name takes away. Gives the path. @throws folderTaken,
 * badFolderName, fileNotReachable and what `fill` throws, with nothing left behind
 */
export async function makeWholeFolder(parent: string, name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = folderNamed(parent, name)
  if (existsSync(folder)) throw new WorkbenchError(folderTaken, { folder: basename(folder) })
  const part = `${folder}.part`
  try {
    removeFolder(part)
    mkdirSync(part)
    mkdirSync(filesOf(part).backups)
    await fill(part)
    renameSync(part, folder)
    flushFolder(parent)
    return folder
  } catch (error) {
    removeFolder(part)
    throw inWords(parent, error)
  }
}

/** Makes the empty folder of a new workspace and gives its path. @throws folderTaken, badFolderName */
export function makeFolder(parent: string, name: string): string {
  const folder = folderNamed(parent, name)
  // `mkdirSync` itself says whether somebody was faster.
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new WorkbenchError(folderTaken, { folder: basename(folder) })
    throw inWords(parent, error)
  }
  mkdirSync(filesOf(folder).backups)
  return folder
}

const UNREACHABLE =
  /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EFBIG|EIO|EISDIR|ENOENT|ENOTDIR|ETIMEDOUT|EHOSTDOWN|EHOSTUNREACH|SQLITE_(CANTOPEN|FULL|IOERR|READONLY)\w*)$/

/** What the system says of a folder that cannot be read or written, as a failure; everything else as it is. */
export function inWords(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return UNREACHABLE.test(code) ? new WorkbenchError(fileNotReachable, { folder: basename(folder) }) : error
}

/** Does what reads or writes in a folder. @throws fileNotReachable, and everything else as it is */
export function inWordsOf<Value>(folder: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw inWords(folder, error)
  }
}

/** Takes back a folder whose workspace could not be made. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** @throws noWorkspace if the folder has none of a workspace's files */
export function assertWorkspace(folder: string): void {
  const files = filesOf(folder)
  if (!existsSync(files.database) && !existsSync(files.keyring)) throw new WorkbenchError(noWorkspace, { folder: basename(folder) })
}

/**
 * The keyrings that can be read, the one beside the database first: its copy counts where it is lost or broken.
 * @throws keyringLost if there is none, fileNotReachable
 */
export function readKeyrings(folder: string): [Keyring, ...Keyring[]] {
  const { keyring, keyringCopy } = filesOf(folder)
  const [first, ...others] = inWordsOf(folder, () => [keyring, keyringCopy].flatMap((file) => keyringAt(file) ?? []))
  if (first === undefined) throw new WorkbenchError(keyringLost, { folder: basename(folder) })
  return [first, ...others]
}

/**
 * Writes the keyring's copy and then the keyring, which counts: whatever fails or is killed before the last step has changed nothing, and
 * the next unlock mends the copy.
 */
export function writeKeyring(folder: string, keyring: Keyring): void {
  const files = filesOf(folder)
  const text = `${JSON.stringify(keyring, null, 2)}\n`
  for (const file of [files.keyringCopy, files.keyring]) {
    if (readText(file) !== text) {
      makeBackupsFolder(folder)
      writeAtomically(file, text)
    }
  }
}

/** Makes backups/ where it is lost, never the workspace's folder itself: one that was moved away while it was open is not here any more. */
export function makeBackupsFolder(folder: string): void {
  try {
    mkdirSync(filesOf(folder).backups)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The keyring in a file, `undefined` where there is none that is whole. */
export function keyringAt(file: string): Keyring | undefined {
  const text = readText(file)
  if (text === undefined) return undefined
  try {
    return parseKeyring(text)
  } catch (error) {
    if (error instanceof BrokenKeyring) return undefined
    throw error
  }
}

/** 500 users take a quarter of it. */
const LARGEST_KEYRING = 1_000_000

/** The text of a keyring, `undefined` for what cannot be one: gone, a folder, a pipe that never ends, megabytes. */
function readText(file: string): string | undefined {
  try {
    const about = statSync(file)
    return about.isFile() && about.size <= LARGEST_KEYRING ? readFileSync(file, 'utf8') : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
