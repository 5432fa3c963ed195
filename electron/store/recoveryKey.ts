// The recovery key on paper: 20 random bytes as 32 signs in 8 groups, each with a check sign, so that a mistyped group is named.
import { createHash, randomBytes } from 'node:crypto'
import { base32crockford } from '@scure/base'
import { WorkbenchError } from '../../shared/core/errors'
import { wrongRecoveryKey } from '../../shared/workspace/shell'

/** 160 bits: no passphrase stretching is needed, nobody tries them all. */
const BYTES = 20
const GROUPS = 8
const SIGNS = 4
const SEPARATORS = /[\s\-–—_.·]+/u

/** A new recovery key: what is wrapped with (20 bytes), and what is printed ("K7QF2-…", 8 groups of 4 signs and a check sign). */
export function newRecoveryKey(): { secret: Uint8Array; printed: string } {
  const secret = randomBytes(BYTES)
  const signs = base32crockford.encode(secret)
  const groups = Array.from({ length: GROUPS }, (_, index) => {
    const group = signs.slice(index * SIGNS, (index + 1) * SIGNS)
    return group + checkSign(group, index)
  })
  return { secret, printed: groups.join('-') }
}

/**
 * The 20 bytes behind what somebody typed. Case, blanks and dashes do not count; O is read as 0, I and L as 1.
 * @throws wrongRecoveryKey naming the first wrong group (from 1)
 */
export function readRecoveryKey(typed: string): Uint8Array {
  const wholeSigns = GROUPS * (SIGNS + 1)
  const groups = typed.trim().split(SEPARATORS).map(plainSigns)
  const signs = groups.join('')
  // Typed without blanks, or with all of them lost: cut where the groups must end.
  const isGrouped = groups.length === GROUPS
  for (let index = 0; index < GROUPS; index++) {
    const group = isGrouped ? groups[index]! : signs.slice(index * (SIGNS + 1), (index + 1) * (SIGNS + 1))
    const isRight = group.length === SIGNS + 1 && group[SIGNS] === checkSign(group.slice(0, SIGNS), index)
    if (!isRight) throw new WorkbenchError(wrongRecoveryKey, { group: index + 1 })
  }
  // Signs after the last group belong to nothing that was printed.
  if (signs.length !== wholeSigns) throw new WorkbenchError(wrongRecoveryKey, { group: GROUPS })
  const secret = Array.from({ length: GROUPS }, (_, index) => signs.slice(index * (SIGNS + 1), index * (SIGNS + 1) + SIGNS))
  return base32crockford.decode(secret.join(''))
}

function plainSigns(group: string): string {
  return group.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** The group's place counts too: two groups changed about are found. */
function checkSign(group: string, index: number): string {
  const hash = createHash('sha256')
    .update(`${index + 1} ${group}`)
    .digest()
  return base32crockford.encode(hash.subarray(0, 5))[0]!
}
