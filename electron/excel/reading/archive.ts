// The archive gate: nothing of a workbook is read before its directory was judged, and every part is checked against size and CRC.
import yauzl from 'yauzl'
import { Refused } from './refusals'
import { Crc } from './crc'

/** More parts than any list has. */
const MOST_PARTS = 5000
/** 2 GiB unpacked: about ten times a list of 200,000 rows. */
const MOST_BYTES = 2 ** 31
/** Honest sheets pack to a fifth to a fiftieth; a bomb to a thousandth. Small parts may repeat themselves. */
const MOST_RATIO = 400
const SMALL = 20 * 2 ** 20

/** Bytes before a part at least. */
const LOCAL_HEADER = 30

export interface Archive {
  has(name: string): boolean
  /** Bytes of a part unpacked, as the directory says; 0 for one that is not there. */
  size(name: string): number
  /** The bytes of a part in pieces. @throws Refused if its size or CRC is not what the directory says */
  read(name: string): AsyncGenerator<Buffer>
}

/** Opens a zip from memory and judges its directory. @throws Refused `damaged`, `too-large`, `encrypted`, `unsafe` */
export async function openArchive(bytes: Buffer, file: string): Promise<Archive> {
  const damaged = () => new Refused('damaged', { file })
  const zip = await yauzl.fromBufferPromise(bytes, { validateEntrySizes: true, strictFileNames: false }).catch(() => {
    throw damaged()
  })
  const entries = new Map<string, yauzl.Entry>()
  const places: { from: number; to: number }[] = []
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize
      if (entries.size >= MOST_PARTS || total > MOST_BYTES) throw new Refused('too-large', { file })
      if (entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * MOST_RATIO)
        throw new Refused('too-large', { file })
      if (entry.isEncrypted()) throw new Refused('encrypted', { file })
      // Two parts of one name: which of them counts, each reader decides otherwise.
      const name = entry.fileName.replace(/^\/+/, '')
      if (entries.has(name.toLowerCase())) throw new Refused('unsafe', { file })
      entries.set(name.toLowerCase(), entry)
      places.push({ from: entry.relativeOffsetOfLocalHeader, to: entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize })
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw damaged()
  }
  // Parts that share their bytes are a bomb that no ratio shows.
  places.sort((one, other) => one.from - other.from)
  if (places.some(({ to }, at) => to > (places[at + 1]?.from ?? bytes.length))) throw new Refused('unsafe', { file })
  const read = async function* (name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name.toLowerCase())
    if (entry === undefined) throw damaged()
    const crc = new Crc()
    try {
      // What stands before a part may say another name than the directory: readers that go through the file from its start see that one.
      const local = await zip.readLocalFileHeaderPromise(entry)
      if (!local.fileName.equals(entry.fileNameRaw)) throw new Refused('unsafe', { file })
      const stream = await zip.openReadStreamPromise(entry)
      for await (const piece of stream as AsyncIterable<Buffer>) {
        crc.take(piece)
        yield piece
      }
    } catch (error) {
      if (error instanceof Refused) throw error
      throw damaged()
    }
    if (crc.value !== entry.crc32) throw damaged()
  }
  return {
    has: (name) => entries.has(name.toLowerCase()),
    size: (name) => entries.get(name.toLowerCase())?.uncompressedSize ?? 0,
    read,
  }
}

/** A whole part as text; for the small parts that say how the others are to be read. */
export async function readText(archive: Archive, name: string): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of archive.read(name)) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
