// What the keyboard does beside Tab and arrows, in the county of the examples.
import { expect, test } from 'playwright/test'
import { call, go, planGroups } from '../../fixtures/mainJob.ts'
import { beginWalk, type Walk } from '../../fixtures/screens.ts'

let walk: Walk
test.beforeAll(async () => {
  walk = await beginWalk()
  await walk.page.getByRole('button', { name: /^Musterkreis ansehen/ }).click()
  await walk.page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
})
test.afterAll(() => walk[Symbol.asyncDispose]())

test('letters jump to the next row whose name begins with them, accents or not', async () => {
  const { page } = walk
  await go(walk, '/directory/municipalities', 'Gemeinden')
  const cells = page.getByRole('grid', { name: 'Gemeinden' }).locator('tbody [data-cell]')
  await cells.first().click()
  const name = () => page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('th')?.textContent)
  const found = (await call(walk, 'directory.listMunicipalities', { search: '', offset: 0, limit: 300 })) as {
    rows: { municipalityName: string }[]
  }
  const names = found.rows.map(({ municipalityName }) => municipalityName)
  const [wanted = ''] = names.filter((one) => one.startsWith('M')).slice(0, 1)
  await page.keyboard.press('m')
  await expect.poll(name).toBe(wanted)
  await page.keyboard.press('Home')
  await page.keyboard.type('ho')
  await expect.poll(name).toMatch(/^Ho/)
})

test('a single letter that is an act waits until the focus is in the view', async () => {
  const { page } = walk
  await planGroups(walk, 1)
  await page.getByRole('grid', { name: 'Gruppen mit Niveauverteilung' }).locator('tbody th').first().click()
  const person = page
    .getByRole('complementary')
    .getByRole('button', { name: /\d P\.$/ })
    .first()
  await person.click()
  await page.getByRole('link', { name: 'Verzeichnis' }).press('v')
  await expect(page.getByRole('dialog')).toBeHidden()
  await person.press('v')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('the side panel is made wider and narrower by arrows and by the mouse, each view for itself', async () => {
  const { page } = walk
  await go(walk, '/courses/participants', 'Teilnehmende')
  await page.getByRole('grid', { name: 'Teilnehmende' }).locator('tbody th').first().click()
  const edge = page.getByRole('separator', { name: 'Breite des Seitenfelds' })
  const width = async () => Math.round((await page.getByRole('complementary').boundingBox())?.width ?? 0)
  await edge.press('ArrowLeft')
  expect(await width()).toBe(380)
  const box = (await edge.boundingBox())!
  await page.mouse.move(box.x + 2, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + 2 + 60, box.y + 200, { steps: 4 })
  await page.mouse.up()
  expect(await width()).toBe(320)
  await edge.press('End')
  expect(await width()).toBe(480)
  await edge.press('ArrowLeft')
  expect(await width()).toBe(480)
  await go(walk, '/courses/courses', 'Kurse')
  await page.getByRole('grid', { name: 'Kurse' }).locator('tbody th').first().click()
  expect(await width()).toBe(364)
  await go(walk, '/courses/participants', 'Teilnehmende')
  await page.getByRole('grid', { name: 'Teilnehmende' }).locator('tbody th').first().click()
  expect(await width()).toBe(480)
})
