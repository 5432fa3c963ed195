// The window never sees a path: it gets a token for what the user chose in a dialog, good for this window until it closes.
import { randomBytes } from 'node:crypto'
import { invalidInput, WorkbenchError } from '../../shared/core/errors'

export class FileTokens {
  private readonly paths = new Map<string, string>()

  /** A new token (32 hex signs) for a path. */
  give(path: string): string {
    const token = randomBytes(16).toString('hex')
    this.paths.set(token, path)
    return token
  }

  /** The path behind a token of this window. @throws invalidInput for a token that it was never given */
  path(token: string): string {
    const path = this.paths.get(token)
    if (path === undefined) throw new WorkbenchError(invalidInput, { where: 'token' })
    return path
  }

  /** The paths behind those strings of an input that are tokens, for a job's worker. */
  pathsIn(input: unknown): Record<string, string> {
    const found: Record<string, string> = {}
    const look = (value: unknown): void => {
      if (typeof value === 'string') {
        const path = this.paths.get(value)
        if (path !== undefined) found[value] = path
      } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) Object.values(value).forEach(look)
    }
    look(input)
    return found
  }
}
