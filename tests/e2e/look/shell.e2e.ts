// Search, menu bar and help by keyboard alone, in the county of the examples.
import { expect, test } from 'playwright/test'
import { go } from '../../fixtures/mainJob.ts'
import { beginWalk, type Walk } from '../../fixtures/screens.ts'

let walk: Walk
test.beforeAll(async () => {
  walk = await beginWalk()
  await walk.page.getByRole('button', { name: /^Musterkreis ansehen/ }).press('Enter')
  await walk.page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
})
test.afterAll(() => walk[Symbol.asyncDispose]())

test('one field finds a mistyped person, a command and a page of the manual, and opens them', async () => {
  const { page } = walk
  await go(walk, '/directory/municipalities', 'Gemeinden')
  const field = page.getByRole('dialog').getByRole('combobox')
  const groups = page.getByRole('listbox', { name: 'Treffer' }).getByRole('group')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Hadadd')
  await expect(groups.first().getByRole('option', { selected: true })).toContainText('Haddad,')
  await expect(groups.filter({ hasText: 'Kurse' })).toContainText('Haddad,')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: /Haddad$/ })).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('druken')
  await expect(field).toHaveValue('druken')
  await expect(page.getByRole('option', { name: /^Drucken/ })).toBeVisible()
  await field.fill('Barrierefreiheit')
  await page.getByRole('option', { name: 'Barrierefreiheit Handbuch' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('listbox', { name: 'Treffer' }).getByRole('option', { selected: true })).toHaveAccessibleName(
    'Barrierefreiheit Handbuch',
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'Barrierefreiheit' })).toBeVisible()
})

test('Alt shows the menu bar, arrows and letters walk it, Esc leads back to where one came from', async () => {
  const { page } = walk
  await go(walk, '/directory/persons', 'Personen')
  const cell = page.getByRole('grid', { name: 'Personen' }).locator('[data-cell="0:0"]')
  await cell.click()
  await page.keyboard.press('Alt')
  await expect(page.getByRole('menuitem', { name: 'Datei' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('menuitem', { name: 'Hilfe', exact: true })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Barrierefreiheit' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('menu', { name: 'Verzeichnis' }).getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menubar')).toBeHidden()
  await expect(cell).toBeFocused()
  await page.keyboard.press('Alt+g')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  // A menu that is held to click something is no menu.
  await page.keyboard.down('Alt')
  await page.mouse.click(700, 500)
  await page.keyboard.up('Alt')
  await expect(page.getByRole('menubar')).toBeHidden()
})

test('F1 shows the page of the view, keeps what was typed, and follows to the next view', async () => {
  const { page } = walk
  await go(walk, '/directory/organisations', 'Organisationen')
  await page.keyboard.press('Control+N')
  const name = page.getByRole('complementary').getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Verein der Nachbarschaft')
  await page.keyboard.press('F1')
  await expect(page.getByRole('complementary', { name: 'Hilfe: Organisationen' })).toBeVisible()
  await page.keyboard.press('F1')
  await expect(name).toHaveValue('Verein der Nachbarschaft')
  await page.keyboard.press('F1')
  await go(walk, '/courses/courses', 'Kurse')
  await expect(page.getByRole('complementary', { name: 'Hilfe: Kurse' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'Hilfe: Kurse' })).toBeHidden()
})

test('Ctrl+F goes to the search of a list, and finds words in a view that has none', async () => {
  const { page } = walk
  await go(walk, '/courses/courses', 'Kurse')
  await page.keyboard.press('Control+F')
  await expect(page.getByRole('searchbox', { name: 'Kurse suchen' })).toBeFocused()
  await go(walk, '/workspace/settings', 'Einstellungen')
  await page.keyboard.press('Control+F')
  await page.keyboard.type('schlussel')
  const bar = page.getByRole('search', { name: 'In dieser Ansicht suchen' })
  await expect(bar.getByRole('status')).toHaveText(/^1 von [2-9]$/)
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText(/^2 von/)
  await page.keyboard.press('Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText(/^1 von/)
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  expect(walk.complaints).toEqual([])
})
