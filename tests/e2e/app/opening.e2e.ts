// One program at a time, second windows, the idle lock and the start after kill -9, on the running program.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { createOffice, must, startProgram } from '../../fixtures/program.ts'
import { launchCommand } from '../../runtime/launch.ts'

const PASSPHRASE = 'vier Wörter auf Papier'

test('a second start with the same user data brings the open window to the front and ends', async () => {
  await using program = await startProgram()
  await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
  const { program: executable, args, env } = await launchCommand({ userDataDir: program.userData })
  const second = spawn(executable, args, { env, stdio: 'ignore' })
  const [code] = (await once(second, 'exit')) as [number]
  expect(code).toBe(0)
  await expect
    .poll(() => program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())))
    .toEqual([false])
})

for (const args of [[], ['--share']]) {
  test(`a second program${args.join('')} on the same folder hears who has it, and opens it after kill -9 of the first`, async () => {
    await using first = await startProgram({ args })
    const { folder, userId } = await createOffice(first, PASSPHRASE)
    must(await first.call('workspace.keepDraft', { view: 'x', values: { note: 'vor dem Absturz' } }))
    await using second = await startProgram({ args })
    await second.choosing(folder)
    const { token } = must<{ token: string }>(await second.shell('chooseFolder', { purpose: 'open' }))
    must(await second.shell('openWorkspace', { token }))
    expect(await second.shell('getState')).toMatchObject({ value: { workspace: { phase: 'locked', holder: { host: hostname() } } } })
    expect(await second.shell('unlock', { userId, passphrase: PASSPHRASE })).toMatchObject({
      ok: false,
      failure: { code: 'workspace/in-use', params: { host: hostname() } },
    })

    const dead = once(first.app.process(), 'exit')
    first.app.process().kill('SIGKILL')
    await dead
    must(await second.shell('unlock', { userId, passphrase: PASSPHRASE }))
    expect(must<{ value: { values: unknown } }>(await second.call('workspace.getDraft', { view: 'x' })).value).toMatchObject({
      values: { note: 'vor dem Absturz' },
    })
  })
}

test('on a new PC, under another user data folder, the copied folder opens with the recovery key alone', async () => {
  await using old = await startProgram()
  const { folder, userId, recoveryKey } = await createOffice(old, PASSPHRASE)
  must(await old.shell('lock'))
  await using fresh = await startProgram()
  const copy = join(fresh.place, 'vom Stick.kwb')
  cpSync(folder, copy, { recursive: true })
  await fresh.choosing(copy)
  const { token } = must<{ token: string }>(await fresh.shell('chooseFolder', { purpose: 'open' }))
  must(await fresh.shell('openWorkspace', { token }))
  must(
    await fresh.shell('unlockWithRecoveryKey', { userId, recoveryKey: recoveryKey.toLowerCase(), passphrase: 'andere Wörter auf Papier' }),
  )
  await expect(fresh.page.getByRole('navigation').first()).toBeVisible()
})

test('after the idle time the window warns and locks, and the workspace is the lock screen then', async () => {
  await using program = await startProgram({ args: ['--idle-seconds=4'] })
  await createOffice(program, PASSPHRASE)
  await expect(program.page.getByRole('dialog', { name: 'Weiterarbeiten?' })).toBeVisible()
  await program.page.keyboard.press('Shift')
  await expect(program.page.getByRole('dialog', { name: 'Weiterarbeiten?' })).toBeHidden()
  await expect(program.page.getByRole('dialog', { name: 'Weiterarbeiten?' })).toBeVisible()
  await expect(program.page.getByLabel('Passphrase', { exact: true })).toBeVisible()
  expect(await program.call('workspace.getOffice')).toMatchObject({ ok: false, failure: { code: 'workspace/locked' } })
})

test('a second window shows the same workspace; it stays open until the last one is closed', async () => {
  await using program = await startProgram()
  await createOffice(program, PASSPHRASE)
  const opening = program.app.waitForEvent('window')
  must(await program.shell('newWindow'))
  const second = await opening
  await expect(second.getByRole('navigation').first()).toBeVisible()
  const closed = second.waitForEvent('close')
  await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.id === Math.max(...BrowserWindow.getAllWindows().map(({ id }) => id)))!
      .close(),
  )
  await closed
  expect(await program.shell('getState')).toMatchObject({ value: { workspace: { phase: 'open' } } })
  const locked = program.page.getByLabel('Passphrase', { exact: true })
  must(await program.shell('lock'))
  await expect(locked).toBeVisible()
})

test('the fictional county opens without a passphrase, full, and again after a restart', async () => {
  const own = mkdtempSync(join(tmpdir(), 'kreiswerkbank-demo-'))
  try {
    for (let round = 0; round < 2; round++) {
      await using program = await startProgram({ at: { userData: own, place: own } })
      must(await program.shell('openDemo'))
      expect(await program.shell('getState')).toMatchObject({ value: { workspace: { phase: 'open', opened: { isDemo: true } } } })
      const { value } = must<{ value: { total: number } }>(
        await program.call('courses.listParticipants', { search: '', offset: 0, limit: 10 }),
      )
      expect(value.total).toBeGreaterThanOrEqual(180)
    }
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
})

test('what somebody types when the lock comes is there after unlocking, and lies in no file as it is', async () => {
  await using program = await startProgram()
  const { folder, userId } = await createOffice(program, PASSPHRASE)
  await program.page.getByRole('button', { name: /^Aufnehmen/ }).click()
  const name = program.page.getByLabel('Familienname')
  await name.fill('Sonnenblumenfeld')
  // At once: before the pause after which the window would keep the draft by itself.
  must(await program.shell('lock'))
  await expect(program.page.getByLabel('Passphrase', { exact: true })).toBeVisible()
  await expect(program.page.getByText('Sonnenblumenfeld')).toHaveCount(0)
  must(await program.shell('unlock', { userId, passphrase: PASSPHRASE }))
  await expect(name).toHaveValue('Sonnenblumenfeld')
  must(await program.shell('lock'))
  const traces = ['utf8', 'utf16le'] as const
  for (const root of [folder, program.userData]) {
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      // It comes and goes whenever the lock screen looks who has the folder.
      .filter(({ name: file }) => file !== 'lock.db-journal')
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      const content = readFileSync(join(file.parentPath, file.name))
      for (const how of traces) expect([file.name, content.includes(Buffer.from('Sonnenblumenfeld', how))]).toEqual([file.name, false])
    }
  }
})
