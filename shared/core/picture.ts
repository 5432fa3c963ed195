import type { Picture } from './document'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_HEAD = 24
const MARKER = 0xff

/** What a file of a picture is, read from its first bytes: a PNG or JPEG with its size; `null` for anything else. */
export function pictureOf(bytes: Picture['bytes']): Picture | null {
  const found = sizeOfPng(bytes) ?? sizeOfJpeg(bytes)
  return found === null || found.width < 1 || found.height < 1 ? null : { kind: 'picture', bytes, ...found }
}

type Size = Pick<Picture, 'type' | 'width' | 'height'>

function sizeOfPng(bytes: Uint8Array): Size | null {
  if (bytes.length < PNG_HEAD || PNG.some((byte, index) => bytes[index] !== byte)) return null
  const view = viewOf(bytes)
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** The size stands in the first segment that begins a frame (SOF0 to SOF15, without DHT, JPG and DAC). */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  if (bytes[0] !== MARKER || bytes[1] !== 0xd8) return null
  const view = viewOf(bytes)
  for (let at = 2; at + 9 <= bytes.length;) {
    if (view.getUint8(at) !== MARKER) return null
    const kind = view.getUint8(at + 1)
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    // A marker may be filled up with more of its first byte.
    at += kind === MARKER ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
