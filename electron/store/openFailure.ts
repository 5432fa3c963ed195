import { basename } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { damagedFile } from '../../shared/workspace/shell'
import { inUse, isBusy } from './lockFile'
import { inWords } from './workspaceFolder'

/** Why a workspace did not open, as a failure with its sentence: in use, damaged, not reachable. Everything else as it is. */
export function openFailure(folder: string, error: unknown): unknown {
  if (isBusy(error)) return inUse(folder)
  return codeOf(error) === 'ENOENT' ? new WorkbenchError(damagedFile, { folder: basename(folder) }) : diskFailure(folder, error)
}

/** What the disk says of an open workspace: damaged, full, not reachable. Everything else as it is. */
export function diskFailure(folder: string, error: unknown): unknown {
  const isDamaged = /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))
  return isDamaged ? new WorkbenchError(damagedFile, { folder: basename(folder) }) : inWords(folder, error)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
