// A real small disk that fills up under the running program, and what Chromium leaves on it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { createOffice, must, startProgram } from '../../fixtures/program.ts'
import { amira } from '../../fixtures/people.ts'

const PASSPHRASE = 'vier Wörter auf Papier'

test('a full disk is said in words and ends nothing: with space again the work goes on, and the lock still locks', async () => {
  const small = mkdtempSync(join(tmpdir(), 'kreiswerkbank-small-'))
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', small]).status === 0
  test.skip(!isMounted, 'only root on Linux can make a small disk')
  try {
    const userData = mkdtempSync(join(tmpdir(), 'kreiswerkbank-e2e-'))
    await using program = await startProgram({ at: { userData, place: small } })
    const { userId } = await createOffice(program, PASSPHRASE)
    must(await program.call('directory.createPerson', amira))
    const list = () => program.call('directory.listPersons', { search: '', offset: 0, limit: 100 })
    const filler = join(small, 'filler')
    const { bavail, bsize } = statfsSync(small)
    writeFileSync(filler, Buffer.alloc(bavail * bsize))
    // Reading is noted in the access log a second later, which cannot be written now.
    for (let round = 0; round < 3; round++) {
      must(await list())
      await new Promise((resolve) => setTimeout(resolve, 1_200))
    }
    const refused = { ok: false, failure: { code: 'workspace/not-reachable', params: { folder: 'erlenmark.kwb' } } }
    const large = { ...amira, lastName: 'x'.repeat(150), street: 'y'.repeat(150) }
    await expect
      .poll(async () => {
        const answer = await program.call('directory.createPerson', large)
        return answer.ok ? 'written' : answer.failure
      })
      .toMatchObject(refused.failure)
    rmSync(filler)
    must(await program.call('directory.createPerson', { ...amira, lastName: 'Nachher' }))
    must(await program.shell('lock'))
    must(await program.shell('unlock', { userId, passphrase: PASSPHRASE }))
    expect(JSON.stringify(must(await list()))).toContain('Nachher')
  } finally {
    spawnSync('umount', ['-l', small])
    rmSync(small, { recursive: true, force: true })
  }
})

test('whatever the page keeps in Chromium, nothing of it is on the disk', async () => {
  const own = mkdtempSync(join(tmpdir(), 'kreiswerkbank-storage-'))
  try {
    const program = await startProgram({ at: { userData: own, place: own } })
    await program.page.evaluate(async () => {
      localStorage.setItem('canary', 'Sonnenblumenfeld')
      sessionStorage.setItem('canary', 'Sonnenblumenfeld')
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('canary')
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('canary'))
        opening.addEventListener('error', () => reject(new Error('IndexedDB does not open')))
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('canary', 'readwrite')
          writing.objectStore('canary').put('Sonnenblumenfeld', 1)
          writing.addEventListener('complete', () => resolve())
        })
      })
    })
    await program.app.close()
    const files = readdirSync(own, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(files.length).toBeGreaterThan(3)
    const traces = files.filter((file) => {
      const content = readFileSync(join(file.parentPath, file.name))
      return (['utf8', 'utf16le'] as const).some((how) => content.includes(Buffer.from('Sonnenblumenfeld', how)))
    })
    expect(traces.map(({ name }) => name)).toEqual([])
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
})

test('who locks the screen of the PC, or lets it sleep, locks the workspace', async () => {
  await using program = await startProgram()
  const { userId } = await createOffice(program, PASSPHRASE)
  for (const event of ['lock-screen', 'suspend'] as const) {
    await program.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
    await expect(program.page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    expect(await program.call('workspace.getOffice')).toMatchObject({ ok: false, failure: { code: 'workspace/locked' } })
    must(await program.shell('unlock', { userId, passphrase: PASSPHRASE }))
  }
})
