// Every screen, light and dark, as axe judges it. What axe cannot see stands in reflow.e2e.ts.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { beginWalk, screens, setTheme, type Walk } from '../../fixtures/screens.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let walk: Walk
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  walk = await beginWalk()
})
test.afterAll(() => walk[Symbol.asyncDispose]())

for (const { name, open } of screens) {
  test(`${name}: axe finds nothing, light or dark`, async () => {
    await open(walk)
    const found = []
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(walk, theme)
      found.push(...(await findings(theme)))
    }
    expect(found).toEqual([])
  })
}

test('no screen breaks the content policy or throws', () => {
  expect(walk.complaints).toEqual([])
})

/** What axe objects to, as sentences that can be read in a test report. */
async function findings(theme: string): Promise<string[]> {
  // Legacy mode: axe would open a page of its own to put frames together, which Electron does not have.
  const { violations } = await new AxeBuilder({ page: walk.page }).setLegacyMode(true).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${theme} ${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`))
}
