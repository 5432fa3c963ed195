// What the program says after a work that runs beside the clerk's own: where it can be seen, and for how long.
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { answerDialog, go } from '../../fixtures/mainJob.ts'
import { beginWalk } from '../../fixtures/screens.ts'

test('writing workbooks says how many and where, or why not; a success goes with the view, a failure stays', async () => {
  await using walk = await beginWalk()
  const { page, program, place } = walk
  await page.getByRole('button', { name: /^Musterkreis ansehen/ }).click()
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  await go(walk, '/courses/participants', 'Teilnehmende')

  await answerDialog(program, [join(place, 'gibt-es-nicht')])
  await page.getByRole('button', { name: 'An Träger ausgeben …' }).click()
  const failure = page.getByRole('main').getByRole('alert')
  await expect(failure).toContainText('Die Arbeitsmappen ließen sich nicht in den Ordner schreiben')
  await go(walk, '/courses/courses', 'Kurse')
  await expect(failure).toBeVisible()
  await page.getByRole('button', { name: 'Hinweis schließen' }).click()

  await go(walk, '/courses/participants', 'Teilnehmende')
  await answerDialog(program, [place])
  await page.getByRole('button', { name: 'An Träger ausgeben …' }).click()
  const success = page.getByRole('main').getByText(/^3 Arbeitsmappen mit 195 Personen im Ordner/)
  await expect(success).toBeVisible()
  await expect(failure).toHaveCount(0)
  await go(walk, '/courses/courses', 'Kurse')
  await expect(success).toHaveCount(0)
})
