// Writes a document for Word and LibreOffice, with the program's own styles, so that an office can give it another look in one place.
import { writeFile } from 'node:fs/promises'
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  PageBreak,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import {
  type Block,
  type Figure,
  headingsOf,
  type Letterhead,
  type List,
  type Run,
  type Table as TableOfDocument,
  type TableColumn,
  type TextDocument,
} from '../../shared/core/document'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { letterheadLines } from './letterheadLines'
import type { Step } from './step'
import { drawingRun, pageWords, pictureRun, runsOf } from './wordRuns'
import { BULLETS, DEEPEST, NUMBERS, stylesOf } from './wordStyles'
import { written } from './written'

/** Twentieths of a point. */
const CM = 567
const A4 = { width: 11906, height: 16838 }
/** DIN 5008 for letters; lists on the broad side need the width. */
const MARGIN = {
  portrait: { top: 2 * CM, right: 2 * CM, bottom: 2.5 * CM, left: 2.5 * CM },
  landscape: { top: 1.5 * CM, right: 1.5 * CM, bottom: 2 * CM, left: 1.5 * CM },
}
const LEVELS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6,
} as const
const RULE = '8A93A3'
/** Writes the document to `file`, which must not exist yet. @throws cancelled, or the file system's error */
export async function writeWord(file: string, document: TextDocument, step: Step): Promise<void> {
  await writeFile(file, await Packer.toBuffer(new WordWriter(document, step).document()), { flag: 'wx' })
}

class WordWriter {
  private readonly source: TextDocument
  private readonly step: Step
  private readonly notes: Record<string, { children: Paragraph[] }> = {}
  private lists = 0

  constructor(source: TextDocument, step: Step) {
    this.source = source
    this.step = step
    headingsOf(source)
  }

  document(): Document {
    const { title, letterhead, footer, language, orientation, day, blocks } = this.source
    const children: FileChild[] = [
      ...(letterhead === null ? [] : this.letterhead(letterhead)),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(title) }),
      new Paragraph({ style: 'Small', children: runsOf(t('Stand {day}', { day: formatDate(day) })) }),
      ...blocks.flatMap((block, index) => {
        this.step(index, blocks.length)
        return this.block(block)
      }),
    ]
    const width = this.textWidth()
    return new Document({
      title: written(title),
      creator: 'Kreiswerkbank',
      description: written(footer),
      styles: stylesOf(language === 'de' ? 'de-DE' : 'en-GB'),
      numbering: { config: [BULLETS, NUMBERS] },
      footnotes: this.notes,
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { ...A4, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
              margin: MARGIN[orientation],
            },
          },
          headers: { default: new Header({ children: [new Paragraph({ style: 'Small', children: runsOf(title) })] }) },
          footers: { first: footerOf(footer, width), default: footerOf(footer, width) },
          children,
        },
      ],
    })
  }

  private block(block: Block): FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ heading: LEVELS[block.level], children: runsOf(block.text) })]
      case 'paragraph':
        return [new Paragraph({ spacing: { after: 120 }, children: this.runs(block.runs) })]
      case 'list':
        this.lists += 1
        return this.list(block, this.lists, 0)
      case 'table':
        return this.table(block)
      case 'figure':
        return this.figure(block)
      case 'contents':
        // Written with its entries and links; Word fills in the page numbers when asked to, and does not ask at every opening.
        return [new TableOfContents(t('Inhalt'), { hyperlink: true, headingStyleRange: '2-6', beginDirty: false })]
      case 'pageBreak':
        return [new Paragraph({ children: [new PageBreak()] })]
    }
  }

  private letterhead(letterhead: Letterhead): Paragraph[] {
    const { picture } = letterhead
    const lines = letterheadLines(letterhead)
    return [
      ...(picture === null ? [] : [new Paragraph({ alignment: AlignmentType.RIGHT, children: [pictureRun(picture, 170, 51, '')] })]),
      ...lines.map(
        (line, index) =>
          new Paragraph({
            style: 'Small',
            children: runsOf(line, index === 0 ? { bold: true, size: 24 } : {}),
            ...(index === lines.length - 1 && {
              spacing: { after: 360 },
              border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: RULE, space: 4 } },
            }),
          }),
      ),
    ]
  }

  private list({ entries, isNumbered }: List, instance: number, level: number): Paragraph[] {
    return entries.flatMap(({ runs, inner }) => [
      new Paragraph({
        numbering: { reference: isNumbered ? 'numbers' : 'bullets', level: Math.min(level, DEEPEST), instance },
        children: this.runs(runs),
      }),
      ...(inner === undefined ? [] : this.list(inner, instance, level + 1)),
    ])
  }

  private table({ caption, columns, rows }: TableOfDocument): FileChild[] {
    const shares = columns.reduce((sum, { share }) => sum + share, 0)
    const widths = columns.map(({ share }) => Math.round((share / shares) * this.textWidth()))
    const row = (cells: readonly string[], isHead: boolean) =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: isHead,
        children: columns.map((column, index) => cellOf(cells[index] ?? '', column, widths[index] ?? 0, isHead)),
      })
    return [
      ...(caption === null ? [] : [new Paragraph({ style: 'Caption', keepNext: true, children: runsOf(caption) })]),
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        columnWidths: widths,
        rows: [
          row(
            columns.map(({ header }) => header),
            true,
          ),
          ...rows.map((cells, index) => {
            if (index % 50 === 0) this.step(index, rows.length)
            return row(cells, false)
          }),
        ],
      }),
      new Paragraph({ children: [] }),
    ]
  }

  private figure({ content, caption, alternative, table }: Figure): FileChild[] {
    const broad = (this.textWidth() / 1440) * 96
    const scale = Math.min(broad / content.width, 1)
    const size = { width: Math.round(content.width * scale), height: Math.round(content.height * scale) }
    const image =
      content.kind === 'picture'
        ? pictureRun(content, size.width, size.height, written(alternative))
        : drawingRun(content, size, caption, alternative)
    return [
      new Paragraph({ keepNext: true, children: [image] }),
      new Paragraph({ style: 'Caption', children: runsOf(caption) }),
      ...(table === null ? [] : this.table(table)),
    ]
  }

  private runs(runs: readonly Run[]): ParagraphChild[] {
    return runs.flatMap(({ text, isBold, isItalic, note }) => {
      const look = { ...(isBold === true && { bold: true }), ...(isItalic === true && { italics: true }) }
      if (note === undefined) return runsOf(text, look)
      const number = Object.keys(this.notes).length + 1
      this.notes[number] = { children: [new Paragraph({ children: runsOf(note) })] }
      return [...runsOf(text, look), new FootnoteReferenceRun(number)]
    })
  }

  private textWidth(): number {
    const { orientation } = this.source
    const { left, right } = MARGIN[orientation]
    return (orientation === 'portrait' ? A4.width : A4.height) - left - right
  }
}

function cellOf(text: string, { kind }: TableColumn, width: number, isHead: boolean): TableCell {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: RULE })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    borders: { top: none, left: none, right: none, bottom: line(isHead ? 8 : 4) },
    children: [
      new Paragraph({
        style: 'Cell',
        ...(kind === 'number' && { alignment: AlignmentType.RIGHT }),
        children: runsOf(text, isHead ? { bold: true } : {}),
      }),
    ],
  })
}

function footerOf(text: string, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } },
        children: [...runsOf(text), new TextRun({ children: ['\t', ...pageWords()] })],
      }),
    ],
  })
}
