// What stands at the head of this office's documents. It stays in this file: other offices have their own.
import * as z from 'zod'
import { command, query } from '../core/call'
import { Letterhead } from '../core/document'
import { failure } from '../core/errors'

/** Greatest file of a picture, in bytes: it goes into every document. */
export const LARGEST_PICTURE = 1_000_000

export const pictureNotUsable = failure(
  'workspace/picture-not-usable',
  'Diese Datei ist kein Bild, das in einen Briefkopf passt. Nehmen Sie ein Bild der Art PNG oder JPEG mit höchstens 1 MB.',
)

const Line = z.string().trim().max(200)

/** The lines that an office sets; empty ones are left out of documents. */
export const LetterheadLines = z.object({
  officeName: Line.min(1),
  street: Line,
  postcode: z.string().trim().max(10),
  place: Line,
  phone: z.string().trim().max(60),
  mail: Line,
  contact: Line,
})
export type LetterheadLines = z.infer<typeof LetterheadLines>

export const letterheadCalls = {
  getLetterhead: query({ right: 'read', input: z.object({}), output: Letterhead }),
  setLetterhead: command({ label: 'Briefkopf ändern', right: 'coordinate', input: LetterheadLines, output: z.null() }),
  /** `null`: no picture any more. */
  setLetterheadPicture: command({
    label: 'Bild im Briefkopf ändern',
    right: 'coordinate',
    input: z.object({ bytes: z.instanceof(Uint8Array).nullable() }),
    output: z.null(),
    raises: [pictureNotUsable],
  }),
}
