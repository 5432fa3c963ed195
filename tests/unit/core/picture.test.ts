import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureOf } from '../../../shared/core/picture'

const bytes = (...parts: (readonly number[])[]) => new Uint8Array(parts.flat())
const png = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52], [0, 0, 1, 0x90], [0, 0, 0, 0x78])
/** Start, a comment of 6 bytes, a marker filled up, a frame of 120 lines of 400 points. */
const frame = (kind: number) => bytes([0xff, 0xd8], [0xff, 0xfe, 0, 6, 1, 2, 3, 4], [0xff, 0xff, kind, 0, 17, 8, 0, 120, 1, 0x90, 3])

test('PNG and JPEG are known by their first bytes, with their size', () => {
  expect(pictureOf(png)).toMatchObject({ type: 'png', width: 400, height: 120 })
  for (const kind of [0xc0, 0xc1, 0xc2, 0xcf]) expect(pictureOf(frame(kind))).toMatchObject({ type: 'jpeg', width: 400, height: 120 })
})

test('tables of a JPEG are no frame, and a picture without points is none', () => {
  for (const kind of [0xc4, 0xc8, 0xcc]) expect(pictureOf(frame(kind))).toBeNull()
  expect(pictureOf(png.slice(0, 23))).toBeNull()
  const flat = png.slice()
  flat[19] = 0
  flat[18] = 0
  expect(pictureOf(flat)).toBeNull()
})

test('whatever bytes a file has, they are a picture with a size or none', () => {
  const begun = fc.constantFrom<readonly number[]>([], [0xff, 0xd8], Array.from(png.slice(0, 8)))
  fc.assert(
    fc.property(begun, fc.array(fc.oneof(fc.constant(0xff), fc.nat(255)), { maxLength: 60 }), (head, rest) => {
      const found = pictureOf(bytes(head, rest))
      if (found !== null) expect(Math.min(found.width, found.height)).toBeGreaterThan(0)
    }),
  )
})
