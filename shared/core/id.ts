// Ids: 128 bits as 26 signs of Crockford's base32 (no I, L, O, U), the first sign at most 7.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The id of 16 given bytes: random ones for a new record, the start of a hash for a record with a natural key. */
export function idFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new TypeError('An id is made of 16 bytes')
  let id = ''
  let bits = 0
  let held = 0
  // 130 bits fill 26 signs; the two missing ones stand in front.
  held = 2
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    held += 8
    while (held >= 5) {
      held -= 5
      id += SIGNS[(bits >> held) & 31]
    }
    bits &= (1 << held) - 1
  }
  return id
}
