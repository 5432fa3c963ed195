const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** The CRC-32 of a zip's part, piece by piece. zlib.crc32 came with Node 20; the test runtime has Node 18. */
export class Crc {
  private state = 0xffffffff

  take(bytes: Uint8Array): void {
    let crc = this.state
    for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
    this.state = crc
  }

  get value(): number {
    return (this.state ^ 0xffffffff) >>> 0
  }
}
