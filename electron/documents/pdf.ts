// Writes a document as tagged PDF/A: headings, lists, tables, notes and pictures are what they are also for a screen reader.
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Block, type Heading, headingsOf, type Letterhead, type List, type Run, type TextDocument } from '../../shared/core/document'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import type { FaceName } from './faces'
import type { Words } from './lines'
import { type Element, MM, Pages } from './pages'
import { writeFigure } from './pdfFigure'
import { writeTable } from './pdfTable'
import { letterheadLines } from './letterheadLines'
import type { Step } from './step'
import { written } from './written'

export const TEXT = 10.5
const TITLE = 18
const HEADINGS = { 2: 14, 3: 12, 4: 11, 5: 10.5, 6: 10.5 } as const
const SMALL = 9
/** Longer notes than this stand in the text, in brackets: a page must have room for them. */
const LONGEST_NOTE = 600

/**
 * Writes the document to `file`, which must not exist yet. Gives the signs that no typeface has; a transcription is drawn for them, and
 * the signs themselves lie behind it. @throws cancelled, or the file system's error
 */
export async function writePdf(file: string, document: TextDocument, step: Step): Promise<void> {
  const pages = await Pages.begin(document)
  const writing = pipeline(pages.pdf, createWriteStream(file, { flags: 'wx' }))
  // Errors are taken up below; without this, one that comes while pages are filled would be nobody's.
  writing.catch(() => undefined)
  try {
    new PdfWriter(pages, document, step).write()
  } catch (error) {
    pages.pdf.destroy()
    await writing.catch(() => undefined)
    throw error
  }
  await writing
}

/** A line of the table of contents that waits for its page number. */
interface Waiting {
  element: Element
  page: number
  y: number
}

class PdfWriter {
  private readonly pages: Pages
  private readonly document: TextDocument
  private readonly step: Step
  private readonly headings: readonly Heading[]
  private readonly notes: string[] = []
  private readonly pageOf = new Map<Heading, number>()
  private readonly waiting = new Map<Heading, Waiting>()

  constructor(pages: Pages, document: TextDocument, step: Step) {
    this.pages = pages
    this.document = document
    this.step = step
    this.headings = headingsOf(document)
  }

  write(): void {
    const { letterhead, title, blocks } = this.document
    if (letterhead !== null) this.letterhead(letterhead)
    this.text(this.pages.element(this.pages.root, 'H1'), 'H1', [{ text: title, face: 'strong' }], TITLE)
    this.text(
      this.pages.element(this.pages.root, 'P'),
      'P',
      [{ text: t('Stand {day}', { day: formatDate(this.document.day) }), face: 'plain' }],
      SMALL,
    )
    this.gap(8)
    blocks.forEach((block, index) => {
      this.step(index, blocks.length)
      this.block(block)
    })
    this.fillContents()
    this.pages.end(this.document, (page, count) => t('Seite {page} von {count}', { page, count }))
  }

  private block(block: Block): void {
    const { pages } = this
    switch (block.kind) {
      case 'heading':
        return this.heading(block)
      case 'paragraph':
        this.text(pages.element(pages.root, 'P'), 'P', this.words(block.runs), TEXT)
        return this.gap(6)
      case 'list':
        this.list(block, pages.root, 0)
        return this.gap(6)
      case 'table':
        writeTable(pages, pages.root, block, this.step)
        return this.gap(10)
      case 'figure':
        writeFigure(pages, block, this.step)
        return this.gap(10)
      case 'contents':
        this.contents()
        return this.gap(10)
      case 'pageBreak':
        if (!pages.isEmpty) pages.nextPage()
        return
    }
  }

  private letterhead(letterhead: Letterhead): void {
    const { pages } = this
    const part = pages.element(pages.root, 'Sect')
    const { picture } = letterhead
    const top = pages.y
    const height = 18 * MM
    if (picture !== null) {
      const width = Math.min(60 * MM, (picture.width / picture.height) * height)
      const x = pages.left + pages.width - width
      pages.ornament('Layout', () => pages.pdf.image(Buffer.from(picture.bytes), x, top, { fit: [width, height], align: 'right' }))
    }
    const width = pages.width - (picture === null ? 0 : 65 * MM)
    letterheadLines(letterhead).forEach((text, index) =>
      this.text(pages.element(part, 'P'), 'P', [{ text, face: index === 0 ? 'strong' : 'plain' }], index === 0 ? 12 : SMALL, 0, width),
    )
    if (picture !== null && pages.y < top + height) pages.y = top + height
    pages.ornament('Layout', () => pages.rule(pages.left, pages.y + 6, pages.width, 1))
    this.gap(24)
  }

  private heading(heading: Heading): void {
    const { pages } = this
    const size = HEADINGS[heading.level]
    this.gap(size * 0.6)
    // A heading never stands alone at the foot of a page.
    pages.need(pages.lineHeight(size) + 3 * pages.lineHeight(TEXT))
    this.pageOf.set(heading, pages.pageIndex)
    pages.target(this.targetOf(heading))
    pages.pdf.outline.addItem(written(heading.text))
    const tag = `H${heading.level}`
    this.text(pages.element(pages.root, tag), tag, [{ text: heading.text, face: 'strong' }], size)
    this.gap(3)
  }

  private targetOf(heading: Heading): string {
    return `heading-${this.headings.indexOf(heading)}`
  }

  private list({ isNumbered, entries }: List, parent: Element, depth: number): void {
    const { pages } = this
    const list = pages.element(parent, 'L')
    Pages.counted(list, isNumbered ? 'Decimal' : 'Disc')
    const indent = 16 * (depth + 1)
    entries.forEach(({ runs, inner }, index) => {
      const entry = pages.element(list, 'LI')
      const label = pages.element(entry, 'Lbl')
      const body = pages.element(entry, 'LBody')
      pages.need(pages.lineHeight(TEXT))
      const [mark] = pages.breaker.lines([{ text: isNumbered ? `${index + 1}.` : '–', face: 'plain' }], indent, TEXT)
      if (mark !== undefined) {
        pages.mark(label, 'Lbl')
        pages.draw(mark, { x: pages.left + indent - 16, y: pages.y, width: 16, size: TEXT })
        pages.unmark()
      }
      this.text(body, 'LBody', this.words(runs), TEXT, indent)
      if (inner !== undefined) this.list(inner, body, depth + 1)
      this.gap(2)
    })
  }

  private contents(): void {
    const { pages } = this
    const part = pages.element(pages.root, 'TOC')
    for (const heading of this.headings) {
      const entry = pages.element(part, 'TOCI')
      const reference = pages.element(entry, 'Reference')
      const link = pages.element(reference, 'Link')
      const indent = (heading.level - 2) * 14
      this.text(link, 'Link', [{ text: heading.text, face: 'plain' }], TEXT, indent, pages.width - 40)
      const y = pages.y - pages.lineHeight(TEXT)
      pages.link(link, y, pages.lineHeight(TEXT), this.targetOf(heading), written(heading.text))
      this.waiting.set(heading, { element: pages.element(entry, 'Span'), page: pages.pageIndex, y })
    }
  }

  private fillContents(): void {
    const { pages } = this
    for (const [heading, { element, page, y }] of this.waiting) {
      const [number] = pages.breaker.lines([{ text: String((this.pageOf.get(heading) ?? 0) + 1), face: 'plain' }], 40, TEXT)
      if (number === undefined) continue
      pages.later(page, element, 'Span', () => pages.draw(number, { x: pages.left, y, width: pages.width, size: TEXT, align: 'right' }))
    }
  }

  private words(runs: readonly Run[]): Words[] {
    return runs.flatMap(({ text, isBold, isItalic, note }) => {
      const face: FaceName = isBold === true ? 'strong' : isItalic === true ? 'slanted' : 'plain'
      if (note === undefined) return [{ text, face }]
      if (note.length > LONGEST_NOTE) return [{ text: `${text} (${note})`, face }]
      return [{ text, face, note: this.notes.push(note) }]
    })
  }

  private text(element: Element, tag: string, words: readonly Words[], size: number, indent = 0, width = this.pages.width - indent): void {
    const { pages } = this
    const lines = pages.breaker.lines(words, width, size)
    pages.write(lines, { element, tag, size, x: pages.left + indent, width }, (number) => [
      { text: `${number} ${this.notes[number - 1] ?? ''}`, face: 'plain' },
    ])
  }

  private gap(height: number): void {
    if (!this.pages.isEmpty) this.pages.y += height
  }
}
