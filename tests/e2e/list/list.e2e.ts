// Lists by keyboard alone: filtered, sorted, arranged, kept under a name and found so again; rows marked; menus of rows and heads.
import { expect, type Locator, test } from 'playwright/test'
import { call, go } from '../../fixtures/mainJob.ts'
import { beginWalk, type Walk } from '../../fixtures/screens.ts'

let walk: Walk
test.beforeAll(async () => {
  walk = await beginWalk()
  await walk.page.getByRole('button', { name: /^Musterkreis ansehen/ }).press('Enter')
  await walk.page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
})
test.afterAll(() => walk[Symbol.asyncDispose]())

const heads = (grid: Locator) => grid.getByRole('columnheader')
const texts = (grid: Locator, column: number) => grid.locator(`tbody [aria-colindex="${column}"]`).allInnerTexts()
/** Where in the grid the head of a column stands, as its cells say it. */
async function placeOf(grid: Locator, name: string): Promise<number> {
  return Number(
    await heads(grid)
      .and(grid.locator(`[title="${name}"]`))
      .getAttribute('aria-colindex'),
  )
}

test('a list is filtered, sorted and arranged, kept as a view with a name, and stands so again when the window opens anew', async () => {
  const { page } = walk
  await go(walk, '/courses/participants', 'Teilnehmende')
  const grid = page.getByRole('grid', { name: 'Teilnehmende' })
  const count = page.getByRole('search').getByRole('status')
  await expect(count).toHaveText('195 von 195 Personen')

  // The filter row comes with the cursor in it; umlauts and accents are folded.
  await page.keyboard.press('Control+Shift+F')
  await expect(page.getByRole('textbox', { name: 'Name filtern' })).toBeFocused()
  await page.keyboard.type('ayDogan')
  await expect(count).toHaveText(/^[1-9] von 195 Personen$/)
  expect((await texts(grid, 2)).every((name) => name.startsWith('Aydoğan'))).toBe(true)
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await expect(count).toHaveText('195 von 195 Personen')
  await page.keyboard.press('Control+Shift+F')
  await expect(page.getByRole('textbox', { name: 'Name filtern' })).toBeHidden()

  const chip = page.getByRole('button', { name: /^Stand:/ })
  await chip.press('Enter')
  const editor = page.getByRole('dialog', { name: 'Stand filtern' })
  await expect(editor.getByRole('checkbox', { name: 'berechtigt' })).toBeFocused()
  await editor.getByRole('checkbox', { name: 'Warteliste' }).press('Space')
  await page.keyboard.press('Escape')
  await expect(editor).toBeHidden()
  await expect(chip).toBeFocused()
  await expect(chip).toHaveText('Stand: Warteliste')
  const waiting = Number((await count.innerText()).split(' ')[0])
  expect(waiting).toBeGreaterThan(0)
  expect(waiting).toBeLessThan(195)

  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter')
  await page.keyboard.type('p')
  await expect(page.getByRole('menuitem', { name: 'Punkte' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog', { name: 'Punkte filtern' })
    .getByRole('spinbutton', { name: 'von' })
    .or(page.getByRole('textbox', { name: 'von' }))
    .fill('1')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Punkte:/ })).toHaveText('Punkte: ab 1')

  // From the first row up into the heads: Enter sorts, Alt and arrows move and widen, Shift F10 opens the menu.
  const points = heads(grid).filter({ hasText: 'Punkte' })
  await grid.locator('tbody th').first().press('ArrowUp')
  for (let column = 2; column < (await placeOf(grid, 'Punkte')); column += 1) await page.keyboard.press('ArrowRight')
  await expect(points).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(points).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Enter')
  await expect(points).toHaveAttribute('aria-sort', 'descending')
  const place = await placeOf(grid, 'Punkte')
  await expect
    .poll(async () => (await texts(grid, place)).map(Number))
    .toEqual((await texts(grid, place)).map(Number).sort((one, other) => other - one))
  const before = (await points.boundingBox())!.width
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await page.keyboard.press('Alt+Shift+ArrowRight')
  expect((await points.boundingBox())!.width).toBeGreaterThan(before + 20)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => placeOf(grid, 'Punkte')).toBe(place - 1)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menu').waitFor()
  await page.keyboard.type('spalte')
  await page.keyboard.press('Enter')
  await expect(heads(grid).and(grid.locator('[title="Nächster Schritt"]'))).toHaveCount(0)

  await page.getByRole('button', { name: 'Ansichten …' }).press('Enter')
  const views = page.getByRole('dialog', { name: 'Ansichten' })
  await views.getByRole('textbox', { name: 'Speichern als' }).fill('Warteliste nach Punkten')
  await page.keyboard.press('Enter')
  await views.getByRole('button', { name: 'Warteliste nach Punkten', exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Filter aufheben' }).press('Enter')
  await expect(count).toHaveText('195 von 195 Personen')

  await go(walk, '/courses/courses', 'Kurse')
  await page.reload()
  await go(walk, '/courses/participants', 'Teilnehmende')
  await expect(count).toHaveText('195 von 195 Personen')
  await expect(points).toHaveAttribute('aria-sort', 'descending')
  await expect(heads(grid).and(grid.locator('[title="Nächster Schritt"]'))).toHaveCount(0)
  await page.getByRole('button', { name: 'Ansichten …' }).press('Enter')
  await views.getByRole('button', { name: 'Warteliste nach Punkten', exact: true }).press('Enter')
  await expect(chip).toHaveText('Stand: Warteliste')
  await page.getByRole('button', { name: 'Ansichten …' }).press('Enter')
  await views.getByRole('button', { name: 'Wie am Anfang' }).press('Enter')
  await expect(count).toHaveText('195 von 195 Personen')
  await expect(heads(grid).and(grid.locator('[title="Nächster Schritt"]'))).toHaveCount(1)
  expect(walk.complaints).toEqual([])
})

test('rows are marked one by one, in a range and all at once, and the menu of a row knows them', async () => {
  const { page } = walk
  await go(walk, '/directory/persons', 'Personen')
  const grid = page.getByRole('grid', { name: 'Personen' })
  const count = page.getByRole('search').getByRole('status')
  const first = grid.locator('tbody th').first()
  await first.press('Space')
  await expect(count).toHaveText(/· 1 markiert$/)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(count).toHaveText(/· 4 markiert$/)
  // A range that shrinks gives back what it took.
  await page.keyboard.press('Shift+ArrowUp')
  await expect(count).toHaveText(/· 3 markiert$/)
  await page.keyboard.press('Control+A')
  const total = Number((await count.innerText()).split(' ')[0])
  await expect(count).toHaveText(new RegExp(`· ${total} markiert$`))
  await page.keyboard.press('Space')
  await expect(count).toHaveText(new RegExp(`· ${total - 1} markiert$`))

  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'Zeile' })
  await expect(menu.getByRole('menuitem', { name: 'Öffnen' })).toBeFocused()
  await page.keyboard.type('alle')
  await page.keyboard.press('Enter')
  await expect(menu).toBeHidden()
  await expect(count).toHaveText(/Personen$/)
  await expect(grid.locator(':focus')).toHaveCount(1)

  await page.keyboard.press('Shift+F10')
  await page.keyboard.type('nach')
  await page.keyboard.press('Enter')
  await expect(
    page
      .getByRole('button', { name: /^Familienname: „/ })
      .or(page.getByRole('button', { name: /^Name: „/ }))
      .first(),
  ).toBeVisible()
  // The rows that fit are there, and the focus stands on one of them.
  await expect(count).toHaveText(/^\d+ von \d+/)
  await expect(grid.locator('tbody :focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.getByRole('complementary').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Filter aufheben' }).press('Enter')
  expect(walk.complaints).toEqual([])
})

const lists = [
  ['/courses/participants', 'Teilnehmende'],
  ['/courses/courses', 'Kurse'],
  ['/courses/sites', 'Kursorte'],
  ['/directory/persons', 'Personen'],
  ['/directory/organisations', 'Organisationen'],
  ['/directory/contacts', 'Ansprechpersonen'],
  ['/directory/municipalities', 'Gemeinden'],
  ['/workspace/acts', 'Letzte Schritte'],
] as const

test('every column of every list can be shown and sorted, and where it can be filtered, its filter opens', async () => {
  const { page } = walk
  for (const [path, title] of lists) {
    await go(walk, path, title)
    const grid = page.getByRole('grid', { name: title, exact: true })
    await page.getByRole('button', { name: 'Spalten wählen …' }).press('Enter')
    const boxes = page.getByRole('dialog', { name: 'Spalten' }).getByRole('checkbox')
    for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).setChecked(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+F')
    const sortable = grid.locator('thead th:has(button)')
    const filters = grid.locator('thead tr:nth-child(2) :is(input, button)')
    await expect(filters).toHaveCount(await sortable.count())
    for (const head of await sortable.all()) {
      await head.press('Enter')
      await expect(head).toHaveAttribute('aria-sort', 'ascending')
    }
    for (const button of await grid.locator('thead tr:nth-child(2) button').all()) {
      await button.press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await expect(button).toBeFocused()
    }
    // Questions are answered in their order: with this one, all before it are.
    await call(walk, 'workspace.getOffice', {})
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(grid.locator('tbody tr[aria-rowindex]').first()).toBeVisible()
  }
  expect(walk.complaints).toEqual([])
})
