import { basename } from 'node:path'
import { WorkbenchError } from '../../shared/core/errors'
import { damagedFile } from '../../shared/workspace/shell'
import { inUse, isBusy } from './lockFile'
import { inWords } from './workspaceFolder'

/** Why a workspace did not open, as a failure with its sentence: in use, damaged, not reachable. Everything else as it is. */
export function openFailure(folder: string, error: unknown): unknown {
  if (isBusy(error)) return inUse(folder)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' || code === 'ENOENT')
    return new WorkbenchError(damagedFile, { folder: basename(folder) })
  return inWords(folder, error)
}
