// What somebody set in Windows holds on every screen: a contrast theme, and no movement.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'playwright/test'
import { beginWalk, screens } from '../../fixtures/screens.ts'
import { unmarkedChoices } from './pageFaults.ts'

test('in a contrast theme every text can be read and every choice is seen; nothing moves where movement is not wanted', async () => {
  await using walk = await beginWalk({ width: 1366, height: 520 })
  await walk.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  for (const { name, open } of screens) {
    await test.step(name, () => open(walk))
    const { violations } = await new AxeBuilder({ page: walk.page }).setLegacyMode(true).withRules(['color-contrast']).analyze()
    expect
      .soft(
        violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 150))),
        `contrast of ${name}`,
      )
      .toEqual([])
    expect.soft(await walk.page.evaluate(unmarkedChoices), `choices in ${name}`).toEqual([])
    const moving = await walk.page.evaluate(
      () => [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').length,
    )
    expect.soft(moving + (await walk.page.evaluate(() => document.getAnimations().length)), `movement in ${name}`).toBe(0)
  }
})
