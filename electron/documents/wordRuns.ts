// Words and pictures of a Word file.
import { ImageRun, PageNumber, TextRun } from 'docx'
import type { Picture } from '../../shared/core/document'
import { type Drawing, svgOf } from '../../shared/core/drawing'
import { t } from '../../shared/i18n/text'
import { scriptRuns } from './segments'
import { written } from './written'

/** What Word before 2016 shows in place of a drawing: one white point. The figures stand in the table below. */
const BLANK = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==', 'base64')

interface Look {
  bold?: boolean
  italics?: boolean
  size?: number
}

/** Text as runs of one direction: Word joins Arabic letters only where it is told which way they run. */
export function runsOf(text: string, look: Look = {}): TextRun[] {
  return written(text)
    .split('\n')
    .flatMap((line, index) => {
      const parts = scriptRuns(line).map(
        ({ text, isRightToLeft }) => new TextRun({ ...look, text, ...(isRightToLeft && { rightToLeft: true }) }),
      )
      return index === 0 ? parts : [new TextRun({ break: 1 }), ...parts]
    })
}

/** A picture that fits into a field. */
export function pictureRun(picture: Picture, broadest: number, highest: number, alternative: string): ImageRun {
  const scale = Math.min(broadest / picture.width, highest / picture.height)
  return new ImageRun({
    type: picture.type === 'png' ? 'png' : 'jpg',
    data: Buffer.from(picture.bytes),
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: alternative, title: alternative, description: alternative },
  })
}

/** A drawing, with its words for whoever cannot see it. */
export function drawingRun(drawing: Drawing, size: { width: number; height: number }, caption: string, alternative: string): ImageRun {
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svgOf(drawing, caption, alternative)),
    fallback: { type: 'png', data: BLANK },
    transformation: size,
    altText: { name: written(caption), title: written(caption), description: written(alternative) },
  })
}

/** "Seite x von y" with Word's own fields in the places of the numbers. */
export function pageWords(): string[] {
  return t('Seite {page} von {count}', { page: PageNumber.CURRENT, count: PageNumber.TOTAL_PAGES }).split(PLACES)
}

const PLACES = new RegExp(`(${PageNumber.CURRENT}|${PageNumber.TOTAL_PAGES})`)
