// The typefaces of PDFs: those of the screen, so that a name that the screen can show is legible on paper too. They lie in the code of
// the job that writes, packed as the window has them; pdfkit wants them unpacked.
import arabic from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2?inline'
import ethiopic from '@fontsource-variable/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2?inline'
import slanted from '@kern-ux/native/dist/fonts/fira-sans/FiraSans-Italic.woff2?inline'
import plain from '@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2?inline'
import strong from '@kern-ux/native/dist/fonts/fira-sans/FiraSans-SemiBold.woff2?inline'
import { create } from 'fontkit'
import unpack from 'woff2-encoder/decompress'

const packed = { plain, strong, slanted, arabic, ethiopic }
export type FaceName = keyof typeof packed
export interface Face {
  bytes: Uint8Array
  hasSign: (codePoint: number) => boolean
}
export type Faces = Readonly<Record<FaceName, Face>>

let opened: Promise<Faces> | undefined

/** All typefaces, unpacked once per worker. */
export function loadFaces(): Promise<Faces> {
  opened ??= openAll()
  return opened
}

async function openAll(): Promise<Faces> {
  const [plain, strong, slanted, arabic, ethiopic] = await Promise.all([
    open(packed.plain),
    open(packed.strong),
    open(packed.slanted),
    open(packed.arabic),
    open(packed.ethiopic),
  ])
  return { plain, strong, slanted, arabic, ethiopic }
}

async function open(dataUrl: string): Promise<Face> {
  const bytes = await unpack(bytesOf(dataUrl))
  const font = create(Buffer.from(bytes))
  if (!('hasGlyphForCodePoint' in font)) throw new TypeError('A collection of typefaces is none')
  const known = new Map<number, boolean>()
  const hasSign = (codePoint: number) => {
    let has = known.get(codePoint)
    if (has === undefined) known.set(codePoint, (has = font.hasGlyphForCodePoint(codePoint)))
    return has
  }
  return { bytes, hasSign }
}

/** The bytes of a file that the build took into the code. */
export function bytesOf(dataUrl: string): Uint8Array {
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64')
}
