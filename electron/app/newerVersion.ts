// "A newer version": only from a folder that the IT office names. The program looks at names of files and installs nothing.
import { readdir } from 'node:fs/promises'

const PACKAGE = /^Kreiswerkbank[- _](?:Setup[- _])?(\d{1,4})\.(\d{1,4})\.(\d{1,4})\b.*\.(?:msi|exe|zip|deb|AppImage)$/i

/** The greatest version of this program that lies in the folder, if it is greater than `version`; else `null`. A folder out of reach: `null`. */
export async function newerVersionIn(folder: string, version: string): Promise<string | null> {
  let newest = numbersOf(version)
  let found: string | null = null
  for (const name of await namesIn(folder)) {
    const [, ...parts] = PACKAGE.exec(name) ?? []
    const numbers = parts.map(Number)
    if (numbers.length === 3 && isGreater(numbers, newest)) {
      newest = numbers
      found = numbers.join('.')
    }
  }
  return found
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}

function numbersOf(version: string): number[] {
  return version.split(/[.-]/).slice(0, 3).map(Number)
}

function isGreater(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, index) => number !== other[index])
  return at >= 0 && one[at]! > other[at]!
}
