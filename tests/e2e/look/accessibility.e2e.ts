// Every screen, light and dark, as axe judges it. What axe cannot see stands in reflow.e2e.ts.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { beginWalk, screens, setTheme, type Walk } from '../../fixtures/screens.ts'

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** One row of a list is judged like the next; all of them would take minutes. */
const LIKE_ROWS_BEFORE = '[role="grid"] tbody tr:nth-child(n + 6)'

test('axe finds nothing on any screen, light or dark, and no screen breaks the content policy', async () => {
  await using walk = await beginWalk({ width: 1366, height: 520 })
  for (const { name, open } of screens) {
    await test.step(name, () => open(walk))
    expect.soft(await findings(walk, (axe) => axe.withTags(STANDARD)), `${name}, light`).toEqual([])
    await setTheme(walk, 'dark')
    // The theme changes colours and nothing else.
    expect.soft(await findings(walk, (axe) => axe.withRules(['color-contrast', 'link-in-text-block'])), `${name}, dark`).toEqual([])
    await setTheme(walk, 'light')
  }
  expect(walk.complaints).toEqual([])
})

/** What axe objects to, as sentences that can be read in a report. */
async function findings({ page }: Walk, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // Legacy mode: axe would open a page of its own to put frames together, which Electron does not have.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode(true).exclude(LIKE_ROWS_BEFORE)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}
