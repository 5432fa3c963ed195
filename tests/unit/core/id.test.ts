import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Id } from '../../../shared/core/entity'
import { idFromBytes } from '../../../shared/core/id'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('16 bytes become 26 signs that an id may have, and nothing of them is lost', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const id = idFromBytes(some)
      expect(Id.safeParse(id).success).toBe(true)
      const number = Array.from(id).reduce((sum, sign) => sum * 32n + BigInt(SIGNS.indexOf(sign)), 0n)
      expect(number).toBe(BigInt(`0x${Buffer.from(some).toString('hex')}`))
    }),
  )
})

test('ids stand in the order of their bytes', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const byBytes = Math.sign(Buffer.compare(one, other))
      const [a, b] = [idFromBytes(one), idFromBytes(other)]
      expect(a < b ? -1 : a > b ? 1 : 0).toBe(byBytes)
    }),
  )
})

test('fewer or more bytes are a bug', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }).filter(({ length }) => length !== 16),
      (some) => {
        expect(() => idFromBytes(some)).toThrow(TypeError)
      },
    ),
  )
})
