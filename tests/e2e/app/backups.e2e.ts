// Making, trying and restoring a backup, and carrying everything out, by keyboard alone, on the running program.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { amira, olena } from '../../fixtures/people'
import { createOffice, must, startProgram } from '../../fixtures/program.ts'

const PASSPHRASE = 'vier Wörter auf Papier'

/** Tab by Tab to what has the focus then. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const hasFocus = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  for (let presses = 0; presses < 40 && !(await hasFocus()); presses++) await page.keyboard.press('Tab')
  expect(await hasFocus()).toBe(true)
}
/** Tab by Tab to a button, and Enter. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await expect(button).toBeVisible()
  const hasFocus = () => button.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 40 && !(await hasFocus()); presses++) await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
}

/** To a view by the search. */
async function walkTo(page: Page, view: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.keyboard.type(view)
  await expect(page.getByRole('option', { name: new RegExp(view) }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible()
}

test('by keyboard alone a backup is made, tried and put back; the workspace opens with the state of then', async () => {
  await using program = await startProgram()
  const { page } = program
  await createOffice(program, PASSPHRASE)
  must(await program.call('directory.createPerson', amira))
  await walkTo(page, 'Sicherungen')
  await page.keyboard.press('Control+N')
  await expect(page.getByText('Die Sicherung ist angelegt.')).toBeVisible()
  must(await program.call('directory.createPerson', olena))

  await tabTo(page, '[data-cell]')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await press(page, 'Probeweise öffnen')
  await expect(page.getByRole('row', { name: /von Hand.*geprüft, 1 Person/ })).toBeVisible()
  await press(page, 'Zurückholen …')
  await press(page, 'Zurückholen')

  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /vor Zurückholen/ })).toBeVisible()
  const { value } = must<{ value: { rows: { lastName: string }[] } }>(
    await program.call('directory.listPersons', { search: '', offset: 0, limit: 9 }),
  )
  expect(value.rows.map(({ lastName }) => lastName)).toEqual(['Haddad'])
})

test('by keyboard alone everything is written as open files, and the workspace as one file that opens elsewhere as a copy', async () => {
  await using program = await startProgram()
  const { page, place } = program
  await createOffice(program, PASSPHRASE)
  must(await program.call('directory.createPerson', amira))
  const stick = join(place, 'stick')
  mkdirSync(stick)
  await program.choosing(stick)
  await walkTo(page, 'Einstellungen')
  await press(page, 'Alles ausgeben …')
  await press(page, 'Ordner wählen und ausgeben …')
  await expect(page.getByText(/^Ordner „Landkreis Erlenmark .* geschrieben/)).toBeVisible()
  const [folder = ''] = readdirSync(stick)
  expect(readFileSync(join(stick, folder, 'daten', 'person.csv'), 'utf8')).toContain('Haddad')

  await walkTo(page, 'Sicherungen')
  await press(page, 'Arbeitsbereich kopieren …')
  await expect(page.getByText(/^Der Arbeitsbereich liegt als/)).toBeVisible()
  const file = readdirSync(stick).find((name) => name.endsWith('.kwbz'))
  expect(readFileSync(join(stick, file!)).includes('Haddad')).toBe(false)
  await page.keyboard.press('Control+L')
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await program.choosing(join(stick, file!))
  await press(page, /^Kopie auspacken/)
  await program.choosing(place)
  await press(page, 'Ordner wählen …')
  await press(page, 'Auspacken')
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Kopie von „erlenmark\.kwb“/)).toBeVisible()
  expect(
    must<{ value: { total: number } }>(await program.call('directory.listPersons', { search: '', offset: 0, limit: 9 })).value.total,
  ).toBe(1)
  expect(existsSync(join(place, file!.replace(/bz$/, 'b')))).toBe(true)
})
