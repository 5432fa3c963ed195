// `--check FOLDER`: checks a workspace without a window. The passphrase of anybody with access comes on standard input.
import { createInterface } from 'node:readline'
import { basename } from 'node:path'
import { isWorkbenchError, WorkbenchError } from '../../shared/core/errors'
import { t } from '../../shared/i18n/text'
import { type CheckReport, isSound } from '../../shared/workspace/check'
import { reportText } from '../../shared/workspace/checkText'
import { wrongPassphrase } from '../../shared/workspace/shell'
import type { CheckOrder } from '../store/check/checkFolder'
import type { DeriveKey } from '../store/keyDerivation'
import { BrokenKeyring, unlockWithPassphrase, WrongPassphrase } from '../store/keyring'
import { assertWorkspace, readKeyrings } from '../store/workspaceFolder'

/** 0: sound; 1: something was found; 2: it could not be checked. */
export type ExitCode = 0 | 1 | 2

/** The folder behind `--check` in a command line, `null` if it asks for no check. */
export function folderToCheck(words: readonly string[]): string | null {
  const at = words.findIndex((word) => word === '--check' || word.startsWith('--check='))
  const word = words[at]
  if (word === undefined) return null
  return (word === '--check' ? words[at + 1] : word.slice('--check='.length)) ?? ''
}

interface CheckPorts {
  derive: DeriveKey
  check: (order: CheckOrder) => Promise<CheckReport>
  version: string
  /** The first line of standard input. */
  readPassphrase: () => Promise<string>
  say: (text: string) => void
}

/** Checks a folder and prints the report. What cannot be done is said in its sentence. */
export async function checkByCommand(folder: string, { derive, check, version, readPassphrase, say }: CheckPorts): Promise<ExitCode> {
  try {
    assertWorkspace(folder)
    const key = await keyOf(folder, await readPassphrase(), derive)
    const report = await check({ folder, key, version })
    key.fill(0)
    say(reportText(report))
    return isSound(report) ? 0 : 1
  } catch (error) {
    if (!isWorkbenchError(error)) throw error
    say(`${t(error.definition.sentence, error.params)}\n`)
    return 2
  }
}

/** The key by the passphrase of whomever it is of. @throws wrongPassphrase, keyringLost */
async function keyOf(folder: string, passphrase: string, derive: DeriveKey): Promise<Buffer> {
  for (const keyring of readKeyrings(folder)) {
    for (const { id } of keyring.users) {
      try {
        return await unlockWithPassphrase(keyring, id, passphrase, derive)
      } catch (error) {
        // A keyring that was changed without the key is the check's own finding; its copy may still open.
        if (!(error instanceof WrongPassphrase || error instanceof BrokenKeyring)) throw error
      }
    }
  }
  throw new WorkbenchError(wrongPassphrase, { user: basename(folder), seconds: 0 })
}

/** The first line of a stream, without its end. */
export function firstLine(input: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => {
    const lines = createInterface({ input })
    let line = ''
    lines.once('line', (text) => {
      line = text
      lines.close()
    })
    lines.once('close', () => resolve(line))
  })
}
