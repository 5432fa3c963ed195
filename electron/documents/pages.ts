// The pages of a PDF while they are filled: where the next line goes, which element of the structure it belongs to, what stands at the foot.
import type { TextDocument } from '../../shared/core/document'
import { type FaceName, type Faces, loadFaces } from './faces'
import { type Line, LineBreaker, NOTE_SIZE, type Words } from './lines'
import { pdfText, TaggedPdf } from './taggedPdf'
import { written } from './written'

export type Element = PDFKit.PDFStructureElement

/** Points of a millimetre. */
export const MM = 72 / 25.4
/** DIN 5008 for letters; lists on the broad side need the width. */
const MARGINS = {
  portrait: { top: 20 * MM, right: 20 * MM, bottom: 25 * MM, left: 25 * MM },
  landscape: { top: 15 * MM, right: 15 * MM, bottom: 20 * MM, left: 15 * MM },
}
const LEADING = 1.35
const NOTE_TEXT = 8.5
/** Room for the words "Seite 1000 von 1000". */
const PAGE_WORDS = 90
/** Above the notes: a short line with room around it. */
const NOTE_RULE = 10
const RULE = '#8a93a3'

/** A footnote that the page has to hold. */
interface Note {
  number: number
  lines: readonly Line[]
  element: Element
}

export class Pages {
  readonly pdf: TaggedPdf
  readonly root: Element
  readonly breaker: LineBreaker
  readonly left: number
  readonly width: number
  /** Where the next line begins. */
  y: number
  private readonly top: number
  private readonly bottom: number
  private open: { element: Element; tag: string } | null = null
  private notes: Note[] = []
  private noteHeight = 0
  /** Draws what a part that goes on needs at the head of each further page: a table its column heads. */
  private head: (() => void) | null = null

  private constructor(pdf: TaggedPdf, faces: Faces, { orientation }: TextDocument) {
    this.pdf = pdf
    for (const [name, { bytes }] of Object.entries(faces)) pdf.registerFont(name, bytes)
    this.breaker = new LineBreaker(faces, (text, face, size, isRightToLeft) =>
      pdf
        .font(face)
        .fontSize(size)
        .widthOfString(text, isRightToLeft ? { features: [] } : {}),
    )
    pdf.addPage()
    const { top, right, bottom, left } = MARGINS[orientation]
    this.left = left
    this.width = pdf.page.width - left - right
    this.top = top
    this.bottom = pdf.page.height - bottom
    this.y = top
    this.root = pdf.struct('Document')
    pdf.addStructure(this.root)
  }

  /** Begins a PDF/A-2a with one empty page. */
  static async begin(document: TextDocument): Promise<Pages> {
    const pdf = new TaggedPdf({
      size: 'A4',
      layout: document.orientation,
      margin: 0,
      font: '',
      autoFirstPage: false,
      // "Page x of y" is known at the end.
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: document.language === 'de' ? 'de-DE' : 'en-GB',
      displayTitle: true,
      info: {
        Title: written(document.title),
        Author: written(document.letterhead?.officeName ?? ''),
        Creator: 'Kreiswerkbank',
        Producer: 'Kreiswerkbank (pdfkit)',
      },
    })
    return new Pages(pdf, await loadFaces(), document)
  }

  /** A new element of the structure at the end of `parent`. */
  element(
    parent: Element,
    tag: string,
    options: PDFKit.Mixins.StructureElementOptions & { scope?: string; bbox?: number[] } = {},
  ): Element {
    const element = this.pdf.struct(tag, options)
    parent.add(element)
    return element
  }

  /** What is drawn from here on belongs to `element`, also on the next page. */
  mark(element: Element, tag: string): void {
    this.unmark()
    element.add(this.pdf.markStructureContent(tag))
    this.open = { element, tag }
  }

  /** Ends what `mark` began. */
  unmark(): void {
    if (this.open !== null) this.pdf.endMarkedContent()
    this.open = null
  }

  /** Draws what says nothing: lines, and what repeats on every page. */
  ornament(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.unmark()
    this.pdf.markContent('Artifact', { type })
    draw()
    this.pdf.endMarkedContent()
  }

  lineHeight(size: number): number {
    return size * LEADING
  }

  /** How much room is left on this page. */
  get room(): number {
    return this.bottom - this.noteHeight - this.y
  }

  /** How much room an empty page has below the heads that go on. */
  get pageRoom(): number {
    return this.bottom - this.top
  }

  get isEmpty(): boolean {
    return this.y === this.top
  }

  /** The page that is filled, from 0. */
  get pageIndex(): number {
    return this.pdf.bufferedPageRange().count - 1
  }

  /** Begins a new page if `height` does not fit on this one. */
  need(height: number): void {
    if (height > this.room && !this.isEmpty) this.nextPage()
  }

  nextPage(): void {
    const { open } = this
    this.unmark()
    this.drawNotes()
    this.pdf.addPage()
    this.y = this.top
    this.head?.()
    if (open !== null) this.mark(open.element, open.tag)
  }

  /** Repeats `draw` at the head of each further page, until it is given `null`. */
  repeat(draw: (() => void) | null): void {
    this.head = draw
  }

  /**
   * Writes lines one below the other, from page to page. Footnotes that they call come to the foot of the page that calls them:
   * `noteOf` gives a note's text.
   */
  write(
    lines: readonly Line[],
    place: { element: Element; tag: string; size: number; x?: number; width?: number },
    noteOf?: (note: number) => Words[],
  ): void {
    const { element, tag, size, x = this.left, width = this.width } = place
    for (const line of lines) {
      const called = line.notes.map((number) => this.breaker.lines(noteOf?.(number) ?? [], this.width, NOTE_TEXT))
      const height = called.reduce((sum, one) => sum + one.length * this.lineHeight(NOTE_TEXT), 0)
      const rule = called.length > 0 && this.notes.length === 0 ? NOTE_RULE : 0
      this.need(this.lineHeight(size) + height + rule)
      if (this.open?.element !== element) this.mark(element, tag)
      this.draw(line, { x, y: this.y, width, size, element, tag })
      this.y += this.lineHeight(size)
      if (called.length === 0) continue
      this.noteHeight += height + (this.notes.length === 0 ? NOTE_RULE : 0)
      line.notes.forEach((number, index) => this.notes.push({ number, lines: called[index] ?? [], element: this.element(element, 'Note') }))
    }
    this.unmark()
  }

  /** Draws one line at a place. The mark of its element must be open, unless it is an ornament. */
  draw(
    line: Line,
    about: { x: number; y: number; width: number; size: number; align?: 'left' | 'right'; element?: Element; tag?: string },
  ): void {
    const { size, width, element, tag } = about
    const left = about.x + (about.align === 'right' ? width - line.width : 0)
    const baseline = about.y + size
    for (const piece of line.pieces) {
      const x = left + piece.x
      if (piece.note !== null && element !== undefined && tag !== undefined) {
        this.mark(this.element(element, 'Reference'), 'Reference')
        this.put(piece.text, piece.face, x, baseline - size * 0.35, size * NOTE_SIZE)
        this.mark(element, tag)
        continue
      }
      const isRightToLeft = piece.direction === 'rtl'
      const isNamed = isRightToLeft && element !== undefined && tag !== undefined
      // The signs lie in the file as they are seen, from left to right; this says the word as it is read.
      if (isNamed) this.mark(this.element(element, 'Span', { actual: piece.text }), 'Span')
      if (piece.meant !== null) this.pdf.markContent('Span', { actual: piece.meant })
      this.put(piece.text, piece.face, x, baseline, size, isRightToLeft)
      if (piece.meant !== null) this.pdf.endMarkedContent()
      if (isNamed) this.mark(element, tag)
    }
  }

  private put(text: string, face: FaceName, x: number, y: number, size: number, isRightToLeft = false): void {
    const options = { lineBreak: false, baseline: 'alphabetic', ...(isRightToLeft && { features: [] }) } as const
    this.pdf.font(face).fontSize(size).text(text, x, y, options)
  }

  private drawNotes(): void {
    if (this.notes.length === 0) return
    const { notes } = this
    this.notes = []
    this.noteHeight = 0
    const height = notes.reduce((sum, { lines }) => sum + lines.length * this.lineHeight(NOTE_TEXT), 0)
    let y = this.bottom - height
    this.ornament('Layout', () => this.rule(this.left, y - NOTE_RULE / 2, 60))
    for (const { lines, element } of notes) {
      this.mark(element, 'Note')
      for (const line of lines) {
        this.draw(line, { x: this.left, y, width: this.width, size: NOTE_TEXT, element, tag: 'Note' })
        y += this.lineHeight(NOTE_TEXT)
      }
      this.unmark()
    }
  }

  /** A thin line; only inside an ornament. */
  rule(x: number, y: number, width: number, thickness = 0.5): void {
    this.pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .strokeColor(RULE)
      .stroke()
  }

  /** Writes head and foot of all pages, and ends the file. */
  end({ title, footer }: TextDocument, pageWords: (page: number, count: number) => string): void {
    this.unmark()
    this.drawNotes()
    const { count } = this.pdf.bufferedPageRange()
    const lines = (text: string, width: number) => this.breaker.lines([{ text, face: 'plain' }], width, NOTE_TEXT)
    const [head] = lines(title, this.width)
    const foot = lines(footer, this.width - PAGE_WORDS)
    for (let index = 0; index < count; index += 1) {
      this.pdf.switchToPage(index)
      this.ornament('Pagination', () => {
        const y = this.bottom + 5 * MM
        this.rule(this.left, y, this.width)
        const place = { x: this.left, y: y + 4, width: this.width, size: NOTE_TEXT }
        foot.forEach((one, below) => this.draw(one, { ...place, y: place.y + below * this.lineHeight(NOTE_TEXT) }))
        const [page] = lines(pageWords(index + 1, count), PAGE_WORDS)
        if (page !== undefined) this.draw(page, { ...place, align: 'right' })
        if (index > 0 && head !== undefined) this.draw(head, { ...place, y: this.top - 7 * MM })
      })
    }
    this.pdf.end()
  }

  /** Draws a line on an earlier page: what was not known when it was filled. */
  later(page: number, element: Element, tag: string, draw: () => void): void {
    this.pdf.switchToPage(page)
    this.mark(element, tag)
    draw()
    this.unmark()
  }

  /** Says how a list counts, for readers aloud. */
  static counted(list: Element, numbering: 'Decimal' | 'Disc'): void {
    list.dictionary.data.A = { O: 'List', ListNumbering: numbering }
  }

  /** A place that links reach. */
  target(name: string): void {
    this.pdf.addNamedDestination(name, 'XYZ', this.left, this.y, null)
  }

  /** Makes a line a link to a target. */
  link(element: Element, y: number, height: number, target: string, words: string): void {
    const options = { structParent: element, Contents: pdfText(words) } as PDFKit.Mixins.AnnotationOption
    this.pdf.goTo(this.left, y, this.width, height, target, options)
  }
}
