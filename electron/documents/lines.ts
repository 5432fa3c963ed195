// Breaks words into lines of a width.
import type { FaceName, Faces } from './faces'
import { asSeen, type Segment, segmentsOf } from './segments'
import { written } from './written'

/** Words of one look. `note`: the footnote that is called behind them. */
export interface Words {
  text: string
  face: FaceName
  note?: number
}

/** A piece of a line, with its width. */
export interface Placed extends Segment {
  width: number
  note: number | null
}

/** `x`: how far from the left end of the line it is seen. */
export interface PlacedInLine extends Placed {
  x: number
}

export interface Line {
  /** In the order in which they are read. */
  pieces: readonly PlacedInLine[]
  width: number
  notes: readonly number[]
}

/** How wide a text is in a typeface and size. */
export type Measure = (text: string, face: FaceName, size: number, isRightToLeft: boolean) => number

/** A word with what no line end may part; `space` is the blank behind it. */
interface Word {
  pieces: Placed[]
  width: number
  space: Placed | null
  endsLine: boolean
  isClosed: boolean
}

/** Size of a footnote's number against the text around it. */
export const NOTE_SIZE = 0.65

export class LineBreaker {
  private readonly faces: Faces
  private readonly measure: Measure

  constructor(faces: Faces, measure: Measure) {
    this.faces = faces
    this.measure = measure
  }

  /** The lines of a paragraph; at least one, so that an empty cell has a height. */
  lines(all: readonly Words[], width: number, size: number): Line[] {
    const words = this.words(all, size).flatMap((word) => (word.width > width ? this.cut(word, width, size) : [word]))
    const lines: Word[][] = [[]]
    let used = 0
    for (const word of words) {
      let line = lines.at(-1) ?? []
      if (line.length > 0 && used + word.width > width) {
        line = []
        lines.push(line)
        used = 0
      }
      line.push(word)
      used += word.width + (word.space?.width ?? 0)
      if (word.endsLine) {
        lines.push([])
        used = 0
      }
    }
    return lines.map(lineOf)
  }

  private words(all: readonly Words[], size: number): Word[] {
    const words: Word[] = []
    const open = () => {
      const last = words.at(-1)
      if (last !== undefined && !last.isClosed) return last
      const word: Word = { pieces: [], width: 0, space: null, endsLine: false, isClosed: false }
      words.push(word)
      return word
    }
    for (const { text, face, note } of all) {
      for (const part of written(text).split(/(\n| +)|(?<=[\p{L}\d][-–/])(?=\p{L})/u)) {
        if (part === undefined || part === '') continue
        const word = open()
        if (part === '\n') Object.assign(word, { endsLine: true, isClosed: true })
        else if (part.startsWith(' ')) Object.assign(word, { space: this.placed(' ', face, size), isClosed: true })
        else {
          for (const segment of segmentsOf(part, face, this.faces)) add(word, this.place(segment, size))
          word.isClosed = /[\p{L}\d][-–/]$/u.test(part)
        }
      }
      if (note !== undefined) {
        // Behind a blank the number would stand alone at the beginning of a line.
        const word = words.at(-1) ?? open()
        add(word, { ...this.placed(String(note), face, size * NOTE_SIZE), note })
      }
    }
    return words
  }

  private placed(text: string, face: FaceName, size: number): Placed {
    return this.place({ text, face, direction: 'neutral', meant: null }, size)
  }

  private place(segment: Segment, size: number): Placed {
    return { ...segment, width: this.measure(segment.text, segment.face, size, segment.direction === 'rtl'), note: null }
  }

  /** A word that is wider than a line, cut where the line is full. */
  private cut(word: Word, width: number, size: number): Word[] {
    const parts: Word[] = []
    const begin = () => {
      const part: Word = { pieces: [], width: 0, space: null, endsLine: false, isClosed: true }
      parts.push(part)
      return part
    }
    let part = begin()
    for (const piece of word.pieces) {
      for (const text of piece.note !== null || piece.meant !== null ? [piece.text] : graphemes(piece.text)) {
        const next = piece.text === text ? piece : this.place({ ...piece, text }, size)
        if (part.pieces.length > 0 && part.width + next.width > width) part = begin()
        add(part, next)
      }
    }
    part.space = word.space
    part.endsLine = word.endsLine
    return parts
  }
}

function add(word: Word, piece: Placed): void {
  word.pieces.push(piece)
  word.width += piece.width
}

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
}

function lineOf(words: readonly Word[]): Line {
  const read = words.flatMap(({ pieces, space }) => (space === null ? pieces : [...pieces, space]))
  const trailing = words.at(-1)?.space?.width ?? 0
  let x = 0
  const places = new Map<Placed, number>()
  for (const piece of asSeen(read)) {
    places.set(piece, x)
    x += piece.width
  }
  return {
    pieces: joined(read.map((piece) => ({ ...piece, x: places.get(piece) ?? 0 }))),
    width: x - trailing,
    notes: read.flatMap(({ note }) => note ?? []),
  }
}

/** Neighbours of one look as one piece: fewer commands in the file, and whole words where it is read aloud. */
function joined(pieces: readonly PlacedInLine[]): PlacedInLine[] {
  const result: PlacedInLine[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    const isSame =
      last?.face === piece.face && [last, piece].every((one) => one.direction !== 'rtl' && one.note === null && one.meant === null)
    // Where the direction turns, neighbours in the text are not neighbours on paper.
    if (last === undefined || !isSame || Math.abs(last.x + last.width - piece.x) > 0.001) result.push(piece)
    else Object.assign(last, { text: last.text + piece.text, width: last.width + piece.width, direction: 'ltr' })
  }
  return result
}
