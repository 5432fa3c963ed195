// Diagnostics. `workspace check`: in the window by keyboard, and by the command line, on a sound workspace and on one that somebody meddled with.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { amira } from '../../fixtures/people.ts'
import { createOffice, must, type Program, startProgram } from '../../fixtures/program.ts'
import { launchCommand } from '../../runtime/launch.ts'

const PASSPHRASE = 'vier Wörter auf Papier'

/** Runs the program with `--check` and gives what it printed and its exit code. */
async function checkByCommand(program: Program, folder: string, passphrase: string): Promise<{ code: number | null; text: string }> {
  const { program: executable, args, env } = await launchCommand({ userDataDir: join(program.place, 'check'), args: ['--check', folder] })
  const child = spawn(executable, args, { env, stdio: ['pipe', 'pipe', 'ignore'] })
  let text = ''
  child.stdout.on('data', (part: Buffer) => (text += part.toString()))
  child.stdin.end(`${passphrase}\n`)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, text }
}

test('a check says that all is well, in the window while people work and by command; damage is named, and the report is a file', async () => {
  await using program = await startProgram()
  const { folder } = await createOffice(program, PASSPHRASE)
  must(await program.call('directory.createPerson', amira))
  const { page } = program
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Prüfen')
  await page.getByRole('group', { name: 'Ansichten' }).getByRole('option', { name: 'Prüfen' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Prüfen' }).waitFor()
  await page.getByRole('button', { name: 'Jetzt prüfen' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Der Arbeitsbereich ist in Ordnung.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Verlauf der Änderungen' })).toContainText('ohne Befund')
  await program.choosing(program.place)
  await page.getByRole('button', { name: 'Bericht speichern …' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^Als „Prüfbericht/).waitFor()
  const report = readdirSync(program.place).find((name) => name.startsWith('Prüfbericht'))!
  expect(readFileSync(join(program.place, report), 'utf8')).toContain('Der Arbeitsbereich ist in Ordnung.')
  expect(readFileSync(join(program.place, report), 'utf8')).not.toContain(amira.lastName)

  expect(await checkByCommand(program, folder, PASSPHRASE)).toMatchObject({ code: 0, text: expect.stringContaining('ist in Ordnung') })
  expect(await checkByCommand(program, folder, 'nicht die richtige')).toMatchObject({
    code: 2,
    text: expect.stringContaining('passt nicht'),
  })
  must(await program.shell('lock'))
  const file = join(folder, 'workspace.db')
  writeFileSync(file, readFileSync(file).fill(7, 4096 * 4, 4096 * 5))
  const damaged = await checkByCommand(program, folder, PASSPHRASE)
  expect(damaged).toMatchObject({ code: 1, text: expect.stringContaining('Die Datei ist beschädigt') })
})

test('after a run that was killed the start says so and shows what the program noted, which can be saved; hidden, it is gone', async () => {
  const at = { userData: mkdtempSync(join(tmpdir(), 'kreiswerkbank-log-')), place: mkdtempSync(join(tmpdir(), 'kreiswerkbank-place-')) }
  try {
    const killed = await startProgram({ at })
    await createOffice(killed, PASSPHRASE)
    must(await killed.call('directory.createPerson', amira))
    killed.app.process().kill('SIGKILL')
    await killed.app.waitForEvent('close').catch(() => undefined)
    await using program = await startProgram({ at })
    const { page } = program
    await page.getByText('Das Programm wurde beim letzten Mal nicht ordentlich beendet.').waitFor()
    await page.getByRole('button', { name: 'Absturzbericht ansehen …' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Absturzbericht' })
    await expect(dialog).toContainText(/Programm gestartet, Version [^]*Arbeitsbereich [0-9a-f]{8} geöffnet/)
    await program.choosing(at.place)
    await dialog.getByRole('button', { name: 'Speichern …' }).press('Enter')
    await dialog.getByText(/^Als „Absturzbericht/).waitFor()
    const file = readdirSync(at.place).find((name) => name.startsWith('Absturzbericht'))!
    const text = readFileSync(join(at.place, file), 'utf8')
    for (const secret of [amira.lastName, 'Kerstin', 'Erlenmark', at.place]) expect(text).not.toContain(secret)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Ausblenden' }).press('Enter')
    await expect(page.getByText('Das Programm wurde beim letzten Mal nicht ordentlich beendet.')).toHaveCount(0)
  } finally {
    rmSync(at.userData, { recursive: true, force: true })
    rmSync(at.place, { recursive: true, force: true })
  }
})
