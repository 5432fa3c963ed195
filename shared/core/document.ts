// What a written document says, before anybody decides whether it becomes Word or PDF: pure data. A room names headings, lists and
// tables; how they look, and how a screen reader hears them, is decided once, by the two writers in electron/documents.
import * as z from 'zod'
import type { Language } from '../i18n/text'
import type { IsoDate } from './entity'
import type { Drawing } from './drawing'

export const DocumentFormat = z.enum(['pdf', 'docx'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** Some words of a paragraph. `note` is a footnote that is called behind them. */
export interface Run {
  text: string
  isBold?: boolean
  isItalic?: boolean
  note?: string
}

/** An entry of a list, with the list inside it. */
export interface ListEntry {
  runs: readonly Run[]
  inner?: List
}

export interface List {
  kind: 'list'
  isNumbered: boolean
  entries: readonly ListEntry[]
}

/** `number`: right-aligned. `share`: how wide against the other columns. */
export interface TableColumn {
  header: string
  kind: 'text' | 'number' | 'day'
  share: number
}

/** Cells are words as people read them. In the first column stands what a row is about. */
export interface Table {
  kind: 'table'
  caption: string | null
  columns: readonly TableColumn[]
  rows: readonly (readonly string[])[]
}

/** Width and height in picture points. */
export const Picture = z.object({
  kind: z.literal('picture'),
  type: z.enum(['png', 'jpeg']),
  bytes: z.instanceof(Uint8Array),
  width: z.int().min(1),
  height: z.int().min(1),
})
export type Picture = z.infer<typeof Picture>

/** A drawing or picture; `alternative` says in words what it shows, `table` holds its figures and stands below it. */
export interface Figure {
  kind: 'figure'
  content: Drawing | Picture
  caption: string
  alternative: string
  table: Table | null
}

/** The title is the heading of level 1, so headings begin at 2; no level may be left out on the way down. */
export interface Heading {
  kind: 'heading'
  level: HeadingLevel
  text: string
}
export type HeadingLevel = 2 | 3 | 4 | 5 | 6

export type Block =
  | Heading
  | { kind: 'paragraph'; runs: readonly Run[] }
  | List
  | Table
  | Figure
  /** The table of contents, of all headings of the document. */
  | { kind: 'contents' }
  | { kind: 'pageBreak' }

/** Who writes. Lines that an office left empty are left out. */
export const Letterhead = z.object({
  officeName: z.string(),
  countyName: z.string(),
  street: z.string(),
  postcode: z.string(),
  place: z.string(),
  phone: z.string(),
  mail: z.string(),
  contact: z.string(),
  picture: Picture.nullable(),
})
export type Letterhead = z.infer<typeof Letterhead>

export interface TextDocument {
  title: string
  language: Language
  letterhead: Letterhead | null
  /** The day that the document's statements are of. */
  day: IsoDate
  /** Foot of every page, beside its number. */
  footer: string
  orientation: 'portrait' | 'landscape'
  blocks: readonly Block[]
}

/** A paragraph of plain words. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] }
}

/** All headings in their order. @throws TypeError where a level is left out: whoever listens to the headings would search for it */
export function headingsOf({ blocks }: Pick<TextDocument, 'blocks'>): Heading[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  let level = 1
  for (const heading of headings) {
    if (heading.level > level + 1) throw new TypeError(`A heading of level ${heading.level} follows one of level ${level}`)
    level = heading.level
  }
  return headings
}
