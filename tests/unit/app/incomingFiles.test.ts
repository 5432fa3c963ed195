import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FileTokens } from '../../../electron/app/fileTokens'
import { filesNamed, IncomingFiles } from '../../../electron/app/incomingFiles'
import { temporaryFolder } from '../../fixtures/folder'

function desk(folder: string) {
  mkdirSync(join(folder, 'erlenmark.kwb'))
  mkdirSync(join(folder, 'leer.kwb'))
  for (const name of ['erlenmark.kwb/workspace.db', 'Kopie.KWBZ', 'von_nord.kwa', 'Liste.xlsx', 'alt.xls', 'Brief.docx'])
    writeFileSync(join(folder, name), '')
  return (name: string) => join(folder, name)
}

test('each kind of file is known by its ending, a workspace by what lies in it, also from a file inside it', () => {
  using folder = temporaryFolder()
  const at = desk(folder.path)
  const tokens = new FileTokens()
  const incoming = new IncomingFiles(tokens)
  expect(
    incoming.add(
      ['erlenmark.kwb', 'erlenmark.kwb/workspace.db', 'leer.kwb', 'Kopie.KWBZ', 'von_nord.kwa', 'Liste.xlsx', 'alt.xls', 'Brief.docx'].map(
        at,
      ),
    ),
  ).toBe(true)
  const taken = incoming.take()
  expect(taken.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'erlenmark.kwb workspace',
    'erlenmark.kwb workspace',
    'leer.kwb other',
    'Kopie.KWBZ copy',
    'von_nord.kwa snapshot',
    'Liste.xlsx list',
    'alt.xls list',
    'Brief.docx other',
  ])
  // The page gets a token that stands for the path, and no path.
  expect(tokens.path(taken[0]!.token)).toBe(at('erlenmark.kwb'))
  expect(JSON.stringify(taken)).not.toContain(folder.path)
  expect(incoming.take()).toEqual([])
})

test('what is not there, has no whole path or comes in hundreds is left out', () => {
  using folder = temporaryFolder()
  const at = desk(folder.path)
  const incoming = new IncomingFiles(new FileTokens())
  expect(incoming.add([at('fehlt.xlsx'), 'Liste.xlsx', ''])).toBe(false)
  incoming.add(Array.from({ length: 300 }, () => at('Liste.xlsx')))
  expect(incoming.take()).toHaveLength(20)
})

test('a command line names files of the program itself; switches, its own path and everything else are none', () => {
  using folder = temporaryFolder()
  const at = desk(folder.path)
  expect(filesNamed(['/opt/kreiswerkbank', '--share', '.', 'Brief.docx', 'Kopie.KWBZ', at('erlenmark.kwb')], folder.path)).toEqual([
    at('Kopie.KWBZ'),
    at('erlenmark.kwb'),
  ])
  expect(filesNamed([at('Kopie.KWBZ')], folder.path)).toEqual([])
})
