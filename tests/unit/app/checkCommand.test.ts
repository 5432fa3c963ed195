import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { firstLine, folderToCheck } from '../../../electron/app/checkCommand'

test('a command line asks for a check of a folder, however it is written', () => {
  expect(folderToCheck(['kreiswerkbank'])).toBe(null)
  expect(folderToCheck(['kreiswerkbank', '--check', '/daten/erlenmark.kwb'])).toBe('/daten/erlenmark.kwb')
  expect(folderToCheck(['kreiswerkbank', '--check=/daten/mit leer.kwb', '--share'])).toBe('/daten/mit leer.kwb')
  expect(folderToCheck(['kreiswerkbank', '--check'])).toBe('')
  expect(folderToCheck(['kreiswerkbank', '--checked', 'x'])).toBe(null)
})

test('the passphrase is the first line of the input, with or without an end of line', async () => {
  for (const [input, line] of [
    ['vier Wörter auf Papier\nmehr\n', 'vier Wörter auf Papier'],
    ['vier Wörter auf Papier\r\n', 'vier Wörter auf Papier'],
    ['vier Wörter', 'vier Wörter'],
    ['', ''],
  ] as const) {
    const stream = new PassThrough()
    stream.end(input)
    expect(await firstLine(stream)).toBe(line)
  }
})
