import * as crypto from 'node:crypto'

/** SHA-256 of a text as hex. */
export const sha256: (text: string) => string =
  // In one call where Node has it (from 21.7): half the time for the short texts of the log.
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text)
    : (text) => crypto.createHash('sha256').update(text).digest('hex')
