// The history of a record and of a field, and values of before, by keyboard alone.
import { expect, test } from 'playwright/test'
import { go } from '../../fixtures/mainJob.ts'
import { beginWalk } from '../../fixtures/screens.ts'

test('a field’s history opens at the field; its former value comes back and is taken back; text keeps its own Strg Z', async () => {
  await using walk = await beginWalk()
  const { page } = walk
  await page.getByRole('button', { name: /^Musterkreis ansehen/ }).click()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  // Nothing of the examples' making is a step of the clerk.
  await page.getByRole('button', { name: 'Rückgängig (Strg Z)', exact: true }).waitFor()

  await go(walk, '/directory/contacts', 'Ansprechpersonen')
  await page.getByRole('grid', { name: 'Ansprechpersonen' }).locator('tbody th').first().click()
  const panel = page.getByRole('complementary')
  const role = panel.getByRole('textbox', { name: 'Aufgabe' })
  await role.waitFor()
  const former = await role.inputValue()
  await role.fill('Leitung')
  // The field is being written in: Strg Z takes letters back, no step.
  await page.keyboard.press('Control+z')
  await expect(role).toHaveValue(former)
  await role.fill('Leitung')
  await page.keyboard.press('Control+s')
  await page.getByText('Alles gespeichert').waitFor()

  await role.focus()
  await page.keyboard.press('Control+Shift+h')
  const history = panel.getByRole('region', { name: 'Verlauf' })
  await expect(history.getByRole('combobox', { name: 'Feld:' })).toHaveValue('contact.contactRole')
  await expect(history.getByRole('listitem')).toHaveCount(former === '' ? 1 : 2)
  await history.getByRole('button', { name: /^Wert wiederherstellen/ }).press('Enter')
  await expect(role).toHaveValue(former)
  await page.getByRole('link', { name: 'Verzeichnis' }).focus()
  await page.keyboard.press('Control+z')
  await page
    .getByRole('main')
    .getByText(/^Rückgängig: Wert wiederherstellen: /)
    .waitFor()
  await expect(role).toHaveValue('Leitung')
  await page.keyboard.press('Control+z')
  await expect(role).toHaveValue(former)
  await expect(page.getByRole('button', { name: 'Rückgängig (Strg Z)', exact: true })).toHaveAttribute('aria-disabled', 'true')

  // What was deleted is found by its name and comes back.
  const name = await panel.getByRole('heading', { level: 2 }).innerText()
  await panel.getByRole('button', { name: 'Löschen' }).press('Enter')
  await page
    .getByRole('main')
    .getByText(/gelöscht\./)
    .waitFor()
  await go(walk, '/workspace/deleted', 'Gelöschte Einträge')
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('button', { name: 'Wiederherstellen' })
    .press('Enter')
  await page.getByText('Eintrag wiederhergestellt.').waitFor()
  await page.getByText('Nichts gelöscht.').waitFor()
  expect(walk.complaints).toEqual([])
})
