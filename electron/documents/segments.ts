// Cuts text into pieces of one typeface and one direction, and orders the pieces of a line as they are seen.
import anyAscii from 'any-ascii'
import type { FaceName, Faces } from './faces'

/** `neutral`: digits, blanks and punctuation alone, which follow what stands around them. */
export type Direction = 'ltr' | 'rtl' | 'neutral'

export interface Segment {
  /** What is drawn. */
  text: string
  face: FaceName
  direction: Direction
  /** The text itself where no typeface has its signs and a transcription is drawn. */
  meant: string | null
}

const ARABIC = /\p{Script=Arabic}/u
const ETHIOPIC = /\p{Script=Ethiopic}/u

/** The pieces of a text without line ends, in the order in which it is read. */
export function segmentsOf(text: string, wanted: FaceName, faces: Faces): Segment[] {
  const segments: Segment[] = []
  for (const sign of text) {
    const last = segments.at(-1)
    const piece = pieceOf(sign, wanted, faces, last)
    if (piece === null) continue
    const isSame = last?.face === piece.face && (last.direction === 'rtl') === (piece.direction === 'rtl')
    if (last === undefined || !isSame || (last.meant === null) !== (piece.meant === null)) {
      segments.push(piece)
      continue
    }
    last.text += piece.text
    if (last.meant !== null && piece.meant !== null) last.meant += piece.meant
    if (last.direction === 'neutral') last.direction = piece.direction
  }
  return segments
}

function pieceOf(sign: string, wanted: FaceName, faces: Faces, before: Segment | undefined): Segment | null {
  const code = sign.codePointAt(0) ?? 0
  const isMark = /\p{M}/u.test(sign)
  // A mark belongs to the sign before it, whatever script it is of.
  if (isMark && before !== undefined && before.meant === null && faces[before.face].hasSign(code))
    return { text: sign, face: before.face, direction: before.direction, meant: null }
  const face = faceOf(code, sign, wanted, faces)
  const direction = ARABIC.test(sign) ? 'rtl' : /\p{L}/u.test(sign) ? 'ltr' : 'neutral'
  if (face !== null) return { text: sign, face, direction, meant: null }
  // Joiners and marks of direction have no shape of their own; order and joining come out of the letters.
  if (/[\p{Cf}\p{M}]/u.test(sign)) return null
  return { text: anyAscii(sign) || '?', face: wanted, direction: 'ltr', meant: sign }
}

function faceOf(code: number, sign: string, wanted: FaceName, faces: Faces): FaceName | null {
  const order: FaceName[] = ARABIC.test(sign) ? ['arabic'] : ETHIOPIC.test(sign) ? ['ethiopic'] : [wanted, 'plain', 'arabic', 'ethiopic']
  return order.find((name) => faces[name].hasSign(code)) ?? null
}

/**
 * The pieces of a line from left to right as they are seen: a simple form of the Unicode algorithm with one level inside a line that
 * runs from left to right. Documents are German or English; names in them are what may run the other way.
 */
export function asSeen<Piece extends { direction: Direction }>(pieces: readonly Piece[]): Piece[] {
  const seen: Piece[] = []
  let run: Piece[] = []
  let between: Piece[] = []
  for (const piece of pieces) {
    if (piece.direction === 'rtl') {
      run.push(...between, piece)
      between = []
    } else if (piece.direction === 'neutral' && run.length > 0) between.push(piece)
    else {
      seen.push(...run.reverse(), ...between, piece)
      run = []
      between = []
    }
  }
  seen.push(...run.reverse(), ...between)
  return seen
}

/** The text in pieces of one direction, in the order in which it is read; blanks and punctuation stay with what is before them. */
export function scriptRuns(text: string): { text: string; isRightToLeft: boolean }[] {
  const runs: { text: string; isRightToLeft: boolean }[] = []
  for (const sign of text) {
    const last = runs.at(-1)
    const isRightToLeft = ARABIC.test(sign) || (last?.isRightToLeft === true && !/[\p{L}\p{N}]/u.test(sign))
    if (last?.isRightToLeft === isRightToLeft) last.text += sign
    else runs.push({ text: sign, isRightToLeft })
  }
  return runs
}
