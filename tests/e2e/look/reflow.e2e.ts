// Every screen at 200 % on a small laptop and at 400 %, where it is as narrow as a phone: nothing is cut, nothing needs scrolling
// sideways but the tables in their own boxes, and the focus can be followed to every control.
import { expect, test } from 'playwright/test'
import { resize } from '../../fixtures/mainJob.ts'
import { beginWalk, screens, type Walk } from '../../fixtures/screens.ts'
import { focusFaults, reflowFaults } from './pageFaults.ts'

const NORMAL = { width: 1366, height: 768 }
const ENLARGED = [
  { size: NORMAL, zoom: 1 },
  { size: NORMAL, zoom: 2 },
  { size: { width: 1280, height: 1024 }, zoom: 4 },
]

test('at 100, 200 and 400 % no screen cuts text or scrolls in two directions, and the focus is seen on every control', async () => {
  await using walk = await beginWalk(NORMAL)
  for (const { name, open } of screens) {
    await test.step(name, () => open(walk))
    for (const { size, zoom } of ENLARGED) {
      await enlarge(walk, size, zoom)
      expect.soft(await walk.page.evaluate(reflowFaults), `${name} at ${zoom * 100} %`).toEqual([])
      // Rings are drawn for the keyboard only: the last key decides.
      await walk.page.keyboard.press('Tab')
      expect.soft(await walk.page.evaluate(focusFaults), `focus in ${name} at ${zoom * 100} %`).toEqual([])
    }
    // The mouse of the test does not know of the zoom: what comes next is opened at the normal size.
    await enlarge(walk, NORMAL, 1)
  }
})

async function enlarge({ program, page }: Walk, size: { width: number; height: number }, zoom: number): Promise<void> {
  await resize(program, size)
  await program.evaluate(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), zoom)
  const wanted = { width: Math.floor(size.width / zoom), height: Math.floor(size.height / zoom) }
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, wanted)
}
