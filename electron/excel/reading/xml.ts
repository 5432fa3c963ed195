// XML as events, in pieces, without namespaces' prefixes: other programs write <x:row>. A document type is refused: no workbook has one.
import { SaxesParser } from 'saxes'
import type { Archive } from './archive'
import { Refused } from './refusals'

/** Excel's longest cell has 32,767 signs; a longer text would only fill the memory. */
const LONGEST_TEXT = 4 * 2 ** 20
/** A cell's text lies eight elements deep; the parser remembers every open one. */
const DEEPEST = 64
/** Parts that are no sheets and no texts: relations, styles. Excel's largest have a few megabytes. */
const LARGEST_SMALL_PART = 32 * 2 ** 20

export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/** Feeds a part to `events` piece by piece; after each piece control is the caller's. @throws Refused `damaged`, `unsafe` */
export async function* parsePart(archive: Archive, name: string, file: string, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  const faults: Refused[] = []
  const fault = (reason: 'unsafe' | 'damaged') => {
    // The first one counts: a hostile part makes thousands.
    if (faults.length === 0) faults.push(new Refused(reason, { file }))
  }
  parser.on('doctype', () => fault('unsafe'))
  parser.on('error', () => fault('damaged'))
  let sinceTag = 0
  let depth = 0
  parser.on('opentag', ({ name: tag, attributes }) => {
    sinceTag = 0
    depth += 1
    if (depth > DEEPEST) fault('unsafe')
    events.open(local(tag), attributes as Record<string, string>)
  })
  parser.on('closetag', ({ name: tag }) => {
    sinceTag = 0
    depth -= 1
    events.close(local(tag))
  })
  parser.on('text', (text) => events.text(text))
  parser.on('cdata', (text) => events.text(text))
  const decoder = new TextDecoder('utf-8')
  for await (const piece of archive.read(name)) {
    sinceTag += piece.length
    parser.write(decoder.decode(piece, { stream: true }))
    if (sinceTag > LONGEST_TEXT) throw new Refused('too-large', { file })
    if (faults[0] !== undefined) throw faults[0]
    yield
  }
  parser.write(decoder.decode())
  parser.close()
  if (faults[0] !== undefined) throw faults[0]
}

/** Reads a part that is no sheet to its end. `largest`: most bytes that it may have. @throws Refused `damaged`, `unsafe`, `too-large` */
export async function parseWhole(
  archive: Archive,
  name: string,
  file: string,
  events: Partial<XmlEvents>,
  largest = LARGEST_SMALL_PART,
): Promise<void> {
  if (archive.size(name) > largest) throw new Refused('too-large', { file })
  const all: XmlEvents = { open: () => undefined, close: () => undefined, text: () => undefined, ...events }
  const pieces = parsePart(archive, name, file, all)
  while ((await pieces.next()).done !== true) continue
}

/** An attribute whatever its prefix: `r:id` and `d3p1:id` are both `id`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => local(key) === name)?.[1]
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}
