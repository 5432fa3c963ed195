// pdfkit's document as PDF/A-2a: tagged, searchable, with everything it needs inside.
// The types know it as the default only.
// oxlint-disable-next-line import/no-named-as-default
import PDFDocument from 'pdfkit'
import colourProfile from '../../node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc?url&inline'
import { bytesOf } from './faces'

declare global {
  // There in pdfkit, but missing in its types.
  // oxlint-disable-next-line typescript/no-namespace
  namespace PDFKit {
    interface PDFDocument {
      _root: { data: Record<string, unknown> }
      _fontFamilies: Record<string, { unicode: number[][] }>
      _addInfo(): void
      _addColorOutputIntent(): void
    }
    interface PDFStructureElement {
      dictionary: { data: Record<string, unknown> }
    }
  }
}

/** Zero width joiner: says nothing, and searching looks past it. */
const JOINER = 0x200d

export class TaggedPdf extends PDFDocument {
  override initSubset(options: { subset: PDFKit.Mixins.PDFSubsets }): void {
    super.initSubset(options)
    // pdfkit reads the profile from beside its own source, which a bundle does not have.
    this._addColorOutputIntent = () => this.addColours()
  }

  /** pdfkit writes title and author into XML as they are. */
  override _addInfo(): void {
    const plain = this.info
    const { Title = '', Author = '', ...rest } = plain
    this.info = { ...rest, Title: escapedXml(Title), Author: escapedXml(Author) }
    super._addInfo()
    this.info = plain
  }

  override end(): void {
    // Dots that Arabic letters are put together from are no letters; PDF/A wants to know of every shape what it says.
    for (const { unicode } of Object.values(this._fontFamilies))
      unicode.forEach((codes, index) => {
        if (codes.length === 0) unicode[index] = [JOINER]
      })
    super.end()
  }

  private addColours(): void {
    const profile = this.ref({ N: 3 })
    profile.end(bytesOf(colourProfile))
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: pdfText('sRGB IEC61966-2.1'),
      OutputConditionIdentifier: pdfText('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    })
    intent.end(undefined)
    this._root.data.OutputIntents = [intent]
  }
}

/** pdfkit writes a bare string as a PDF name, and a String object as text. */
export function pdfText(text: string): unknown {
  // oxlint-disable-next-line unicorn/new-for-builtins, eslint/no-new-wrappers
  return new String(text)
}

function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
