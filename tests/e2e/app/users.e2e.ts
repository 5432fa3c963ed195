// Several people in one workspace, by keyboard alone: a coordinator gives access, another role counts from the next unlock, and what a role
// may not do is neither shown nor answered.
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { temporaryFolder } from '../../fixtures/folder.ts'
import { createWorkspace, type Desk, openDesk } from '../../fixtures/mainJob.ts'

const PASSPHRASE = 'vier Wörter auf Papier'
const FIRST = 'erste Wörter vom Amt'
const OWN = 'eigene Wörter im Kopf'

async function typeAll({ page }: Desk, ...parts: string[]): Promise<void> {
  for (const [index, part] of parts.entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(part)
  }
}

/** Ctrl K, the words, Enter. */
async function goByPalette({ page }: Desk, title: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Suchen oder Befehl eingeben' }).waitFor()
  await page.keyboard.type(title)
  await page.getByRole('option', { name: title }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Locks, chooses somebody and types what the lock screen asks for. */
async function unlockAs(desk: Desk, initial: string, ...passphrases: string[]): Promise<void> {
  const { page } = desk
  await page.keyboard.press('Control+L')
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Person' }).focus()
  await page.keyboard.press(initial)
  await page.keyboard.press('Tab')
  await typeAll(desk, ...passphrases)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
}

const ask = ({ page }: Desk, how: 'call' | 'shell', name: string, input: unknown) =>
  page.evaluate(([method, what, given]) => window.workbench[method](what, given), [how, name, input] as const)

test('access, first passphrase and another role by keyboard; a role that may not is told why, and a hostile window gets nothing', async () => {
  using place = temporaryFolder()
  const desk = await openDesk(join(place.path, 'user-data'))
  const { page } = desk
  try {
    await createWorkspace(desk, {
      parent: place.path,
      folderName: 'erlenmark',
      countyKey: '99001',
      countyName: 'Landkreis Erlenmark',
      officeName: 'Koordinierungsstelle Migration',
      userName: 'Kerstin Vogt',
      passphrase: PASSPHRASE,
    })
    await goByPalette(desk, 'Personen mit Zugang')
    await page.keyboard.press('Control+N')
    await page.getByRole('complementary').getByRole('textbox', { name: 'Name' }).and(page.locator(':focus')).waitFor()
    await typeAll(desk, 'Jörg Naumann', 'Kurskoordination')
    await page.keyboard.press('Control+S')
    await page.getByRole('dialog', { name: 'Zugang für Jörg Naumann anlegen?' }).waitFor()
    await typeAll(desk, FIRST, FIRST)
    // Past the two boxes to the own passphrase.
    for (let tabs = 0; tabs < 3; tabs++) await page.keyboard.press('Tab')
    await typeAll(desk, PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByText('Der Zugang für Jörg Naumann ist angelegt.').waitFor()

    await unlockAs(desk, 'J', FIRST, OWN, OWN)
    await goByPalette(desk, 'Personen')
    await page.keyboard.press('Control+K')
    await page.keyboard.type('mit Zugang')
    // The manual's page is there for everybody; the view is not.
    await page.getByRole('group', { name: 'Hilfe' }).getByRole('option', { name: 'Personen mit Zugang' }).waitFor()
    await expect(page.getByRole('group', { name: 'Ansichten' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.evaluate(() => {
      location.hash = '/workspace/users'
    })
    await expect(page.getByRole('main')).toContainText('Dafür reicht Ihre Rolle nicht: Nötig ist das Recht „Koordinieren“.')
    const removal = await ask(desk, 'shell', 'removeUser', { passphrase: OWN, userId: '0'.repeat(32), withNewKey: false })
    expect(removal).toMatchObject({ ok: false, failure: { code: 'core/not-allowed' } })

    await unlockAs(desk, 'K', PASSPHRASE)
    await page.getByRole('grid', { name: 'Personen mit Zugang' }).waitFor()
    await page
      .getByRole('row', { name: /^Jörg Naumann/ })
      .getByRole('rowheader')
      .focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('complementary', { name: 'Jörg Naumann' })
      .getByRole('textbox', { name: 'Name' })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('nur')
    await page.keyboard.press('Control+S')
    await page.getByRole('dialog', { name: 'Angaben zu Jörg Naumann ändern?' }).waitFor()
    await typeAll(desk, PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByText('Für Jörg Naumann gilt es ab dem nächsten Entsperren.').waitFor()
    await expect(page.getByRole('row', { name: /^Jörg Naumann/ })).toContainText('nur Zahlen')

    await unlockAs(desk, 'J', OWN)
    await page.evaluate(() => {
      location.hash = '/directory/persons'
    })
    await expect(page.getByRole('main')).toContainText('Nötig ist das Recht „Lesen“.')
    await expect(page.getByRole('navigation', { name: 'Ansichten in Verzeichnis' })).toContainText('Gemeinden')
    await expect(page.getByRole('navigation', { name: 'Ansichten in Verzeichnis' })).not.toContainText('Personen')
    expect(await ask(desk, 'call', 'directory.listPersons', { search: '', offset: 0, limit: 9 })).toMatchObject({
      ok: false,
      failure: { code: 'core/not-allowed', params: { right: 'read' } },
    })
    expect(desk.complaints).toEqual([])
  } finally {
    await desk.program.close().catch(() => undefined)
  }
})
