import type { Shape } from '../../shared/core/drawing'
import type { Figure } from '../../shared/core/document'
import type { Pages } from './pages'
import { writeTable } from './pdfTable'
import type { Step } from './step'

const CAPTION = 9
/** The least room below a picture: its caption. */
const BELOW = 30

/** Writes a picture with its caption, and the table with its figures below. */
export function writeFigure(pages: Pages, { content, caption, alternative, table }: Figure, step: Step): void {
  const scale = Math.min(pages.width / content.width, (pages.pageRoom - BELOW) / content.height, 1)
  const width = content.width * scale
  const height = content.height * scale
  pages.need(height + BELOW)
  const { left: x, y } = pages
  const element = pages.element(pages.root, 'Figure', { alt: alternative, bbox: [x, y, x + width, y + height] })
  pages.mark(element, 'Figure')
  if (content.kind === 'picture') pages.pdf.image(Buffer.from(content.bytes), x, y, { width, height })
  else {
    pages.pdf.save().translate(x, y).scale(scale)
    for (const shape of content.shapes) drawShape(pages, shape)
    pages.pdf.restore()
  }
  pages.unmark()
  pages.y += height + 4
  const lines = pages.breaker.lines([{ text: caption, face: 'slanted' }], pages.width, CAPTION)
  pages.write(lines, { element: pages.element(pages.root, 'Caption'), tag: 'Caption', size: CAPTION })
  if (table === null) return
  pages.y += 6
  writeTable(pages, pages.root, table, step)
}

function drawShape({ pdf, breaker }: Pages, shape: Shape): void {
  switch (shape.kind) {
    case 'rectangle':
      pdf.rect(shape.x, shape.y, shape.width, shape.height).fill(shape.fill)
      return
    case 'line': {
      const [first, ...rest] = shape.points
      if (first === undefined) return
      pdf.moveTo(...first)
      for (const point of rest) pdf.lineTo(...point)
      pdf.lineWidth(shape.thickness).strokeColor(shape.stroke)
      if (shape.dash.length > 0) pdf.dash(shape.dash[0] ?? 1, { space: shape.dash[1] ?? 1 })
      pdf.stroke().undash()
      return
    }
    case 'words': {
      const { x, y, text, size, fill, anchor } = shape
      const [line] = breaker.lines([{ text, face: 'plain' }], Infinity, size)
      if (line === undefined) return
      const left = x - (anchor === 'start' ? 0 : anchor === 'middle' ? line.width / 2 : line.width)
      pdf.fillColor(fill)
      for (const piece of line.pieces)
        pdf
          .font(piece.face)
          .fontSize(size)
          .text(piece.text, left + piece.x, y, { lineBreak: false, baseline: 'alphabetic' })
    }
  }
}
