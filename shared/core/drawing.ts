// A drawing as plain shapes, for charts: drawn by React on screen, as SVG in Word, and by pdfkit in a PDF. No shape says anything that
// the table beside the drawing does not say.

/** Colours are `#rrggbb`. Places are measured from the upper left corner. */
export type Shape =
  | { kind: 'rectangle'; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; points: readonly (readonly [number, number])[]; stroke: string; thickness: number; dash: readonly number[] }
  | { kind: 'words'; x: number; y: number; text: string; size: number; fill: string; anchor: 'start' | 'middle' | 'end' }

export interface Drawing {
  kind: 'drawing'
  width: number
  height: number
  shapes: readonly Shape[]
}

/** The drawing as one SVG picture that names itself: title and description are read out where it cannot be seen. */
export function svgOf({ width, height, shapes }: Drawing, title: string, description: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...shapes.map(shapeSvg),
    '</svg>',
  ].join('')
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rectangle':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`
    case 'line': {
      const dash = shape.dash.length > 0 ? ` stroke-dasharray="${shape.dash.join(' ')}"` : ''
      const points = shape.points.map((point) => point.join(',')).join(' ')
      return `<polyline points="${points}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.thickness}"${dash}/>`
    }
    case 'words': {
      const { x, y, size, fill, anchor, text } = shape
      return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-family="Arial, sans-serif">${escaped(text)}</text>`
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
