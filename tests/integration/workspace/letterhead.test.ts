import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getPlanBasis } from '../../../electron/courses/queries'
import { writeDocument } from '../../../electron/documents/writeDocument'
import { openArchive, readText } from '../../../electron/excel/reading/archive'
import { setLetterhead, setLetterheadPicture } from '../../../electron/workspace/commands'
import { getLetterhead } from '../../../electron/workspace/queries'
import { DocumentFormat } from '../../../shared/core/document'
import { LARGEST_PICTURE, type LetterheadLines, pictureNotUsable } from '../../../shared/workspace/letterheadCalls'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { readPdf } from '../../fixtures/pdfReader'
import { crest, documentOf } from '../../fixtures/sampleDocument'
import { temporaryWorkspace } from '../../fixtures/workspace'

const lines: LetterheadLines = {
  officeName: 'Koordinierungsstelle Migration',
  street: 'Schlossplatz 1',
  postcode: '99999',
  place: 'Erlenburg',
  phone: '0999 1',
  mail: '',
  contact: 'Frau Vogt',
}

test('before anybody sets it, the letterhead has the names of the workspace', () => {
  using workspace = temporaryWorkspace()
  expect(getLetterhead(workspace.store, {})).toMatchObject({
    officeName: 'Koordinierungsstelle',
    countyName: 'Landkreis Erlenmark',
    street: '',
    picture: null,
  })
})

test('lines and picture are kept apart, stay in the file, and reach the documents', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => setLetterheadPicture(store, { bytes: crest.bytes }))
  expect(getLetterhead(workspace.store, {}).officeName).toBe('Koordinierungsstelle')
  workspace.act((store) => setLetterhead(store, lines))
  workspace.reopen()
  const expected = { ...lines, countyName: 'Landkreis Erlenmark', picture: { type: 'png', width: crest.width, height: crest.height } }
  expect(getLetterhead(workspace.store, {})).toMatchObject(expected)
  expect(getPlanBasis(workspace.store, {}).letterhead).toMatchObject(expected)
  workspace.act((store) => setLetterheadPicture(store, { bytes: null }))
  expect(getLetterhead(workspace.store, {})).toMatchObject({ ...lines, picture: null })
})

test('what is no picture, or too large, is refused and changes nothing', () => {
  using workspace = temporaryWorkspace()
  const tooLarge = new Uint8Array(LARGEST_PICTURE + 1)
  tooLarge.set(crest.bytes)
  for (const refused of [new Uint8Array([1, 2, 3]), tooLarge])
    expect(() => workspace.act((store) => setLetterheadPicture(store, { bytes: refused }))).toThrow(failing(pictureNotUsable))
  expect(getLetterhead(workspace.store, {}).picture).toBeNull()
})

test('a document with a picture in its letterhead is written in both kinds', async () => {
  using workspace = temporaryWorkspace()
  using place = temporaryFolder()
  workspace.act((store) => setLetterheadPicture(store, { bytes: crest.bytes }))
  const letterhead = getLetterhead(workspace.store, {})
  for (const format of DocumentFormat.options)
    await writeDocument(join(place.path, `brief.${format}`), documentOf([], { letterhead }), format, () => undefined, 'auftrag')
  const { pages } = await readPdf(join(place.path, 'brief.pdf'))
  expect(pages[0]?.tree.text).toContain('Koordinierungsstelle')
  const archive = await openArchive(readFileSync(join(place.path, 'brief.docx')), 'brief.docx')
  expect((await readText(archive, 'word/_rels/document.xml.rels')).match(/media\/[^"]+\.png/g)).toHaveLength(1)
})
