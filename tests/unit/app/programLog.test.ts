import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ProgramLog } from '../../../electron/app/programLog'
import { programLogText } from '../../../shared/workspace/programLog'
import { temporaryFolder } from '../../fixtures/folder'

const about = { version: '0.1.0', electron: '45.4.1', system: 'win32 10.0.26100' }
const words = (log: ProgramLog) => log.read().map(({ what }) => what)

test('a run that came to its end is nothing to speak of; one that did not is offered by itself, once', () => {
  using place = temporaryFolder()
  const first = new ProgramLog(place.path)
  first.start(about)
  expect(first.endedBadly).toBe(false)
  first.note({ what: 'ended' })
  const second = new ProgramLog(place.path)
  second.start(about)
  expect(second.endedBadly).toBe(false)
  second.note({ what: 'opened', workspace: 'a1b2c3d4', migratedFrom: null })
  // Killed here.
  const third = new ProgramLog(place.path)
  third.start(about)
  expect(third.endedBadly).toBe(true)
  expect(third.brokenRun().map(({ what }) => what)).toEqual(['started', 'opened'])
  third.note({ what: 'job', name: 'courses.planGroups', state: 'done', seconds: 3 })
  expect(third.brokenRun().map(({ what }) => what)).toEqual(['started', 'opened'])
  third.note({ what: 'ended' })
  const fourth = new ProgramLog(place.path)
  fourth.start(about)
  expect(fourth.endedBadly).toBe(false)
  expect(words(fourth)).toEqual(['started', 'ended', 'started', 'opened', 'started', 'job', 'ended', 'started'])
})

test('the text that is read and saved has times, codes and places in the code', () => {
  using place = temporaryFolder()
  const log = new ProgramLog(place.path, () => Date.UTC(2026, 10, 25, 9))
  log.start(about)
  log.note({ what: 'opened', workspace: 'a1b2c3d4', migratedFrom: 6 })
  log.note({ what: 'failure', code: 'workspace/wrong-passphrase' })
  log.noteBug({ trace: 'beef', name: 'TypeError', frames: ['at run (out/main/main.js:1:2)'] })
  expect(programLogText(log.read()).split('\n')).toEqual([
    '25.11.2026, 10:00  Programm gestartet, Version 0.1.0, Electron 45.4.1, win32 10.0.26100',
    '25.11.2026, 10:00  Arbeitsbereich a1b2c3d4 geöffnet, Tabellen von Stand 6 umgestellt',
    '25.11.2026, 10:00  Meldung workspace/wrong-passphrase',
    '25.11.2026, 10:00  Fehler beef: TypeError',
    '    at run (out/main/main.js:1:2)',
    '',
  ])
})

test('a half-written line, a foreign one and a folder that cannot be written stop nothing', () => {
  using place = temporaryFolder()
  const log = new ProgramLog(place.path)
  log.start(about)
  const file = join(place.path, 'logs', 'program.jsonl')
  appendFileSync(file, '{"at":1,"what":"later version"}\n{"at":17')
  appendFileSync(file, '\n')
  log.note({ what: 'ended' })
  expect(words(log)).toEqual(['started', 'ended'])
  const blocked = join(place.path, 'blocked')
  mkdirSync(blocked)
  writeFileSync(join(blocked, 'logs'), 'a file stands where the folder would be')
  const other = new ProgramLog(blocked)
  other.start(about)
  other.note({ what: 'ended' })
  expect(other.read()).toEqual([])
})

test('it stays small: the file before is kept, older ones go', () => {
  using place = temporaryFolder()
  const log = new ProgramLog(place.path)
  for (let count = 0; count < 4000; count++)
    log.noteBug({ trace: String(count), name: 'TypeError', frames: Array.from({ length: 12 }, () => 'at somewhere') })
  const files = readdirSync(join(place.path, 'logs'))
  expect(files.sort()).toEqual(['program.jsonl', 'program.jsonl.old'])
  for (const file of files) expect(readFileSync(join(place.path, 'logs', file)).length).toBeLessThan(501_000)
  expect(log.read().at(-1)).toMatchObject({ trace: '3999' })
})
