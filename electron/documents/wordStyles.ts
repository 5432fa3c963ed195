// How a Word file looks: styles and lists, in one place.
import { AlignmentType, LevelFormat } from 'docx'

/** On every PC of an administration; Fira and Noto are not. */
const FONT = 'Arial'
const SIZES = { 1: 18, 2: 14, 3: 12, 4: 11, 5: 10.5, 6: 10.5 } as const

/** Word knows nine levels. */
export const DEEPEST = 8
const levels = Array.from({ length: DEEPEST + 1 }, (_, level) => level)
const indentOf = (level: number) => ({ paragraph: { indent: { left: 400 * (level + 1), hanging: 400 }, spacing: { after: 40 } } })
export const BULLETS = {
  reference: 'bullets',
  levels: levels.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: '–',
    alignment: AlignmentType.LEFT,
    style: indentOf(level),
  })),
}
export const NUMBERS = {
  reference: 'numbers',
  levels: levels.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: indentOf(level),
  })),
}

/** The styles that a document uses; an office changes its look here or in Word. */
export function stylesOf(language: 'de-DE' | 'en-GB') {
  const headings = Object.fromEntries(
    ([1, 2, 3, 4, 5, 6] as const).map((level) => [
      `heading${level}`,
      {
        run: { size: SIZES[level] * 2, bold: true, color: '1A1A1A', font: FONT },
        paragraph: { keepNext: true, spacing: { before: level === 1 ? 0 : 240, after: 80 } },
      },
    ]),
  )
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, language: { value: language, bidirectional: 'ar-SA' } },
        paragraph: { spacing: { line: 276 } },
      },
      ...headings,
    },
    paragraphStyles: [
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 18 } },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { line: 240 } } },
      {
        id: 'Caption',
        name: 'Caption',
        basedOn: 'Normal',
        run: { size: 18, italics: true },
        paragraph: { spacing: { before: 60, after: 80 } },
      },
    ],
  }
}
