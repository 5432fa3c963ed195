// Names of files that every Windows takes.

const LONGEST = 80
// Devices since DOS; no file may have their names, whatever the ending.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name for a file out of a text: no signs that Windows refuses, no dot or blank at the end, at most 80 signs. */
export function safeFileName(text: string): string {
  const kept = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}<>:"/\\|?*„“”]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const short = Array.from(kept)
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return short === '' || RESERVED.test(short) ? `${short}_` : short
}

/** The first of NAME.ENDING, NAME (2).ENDING ... that is not taken; without an ending, of a folder. Case does not count, as on Windows. */
export function unusedName(name: string, ending: string | null, isTaken: (fileName: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const fileName = `${name}${number === 1 ? '' : ` (${number})`}${ending === null ? '' : `.${ending}`}`
    if (!isTaken(fileName.toLowerCase())) return fileName
  }
}
