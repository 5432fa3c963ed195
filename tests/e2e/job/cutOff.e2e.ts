// Work that is cut off: by a kill, and by the end of the session. The next start says so in words; nothing is half written.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { must, type Program, startProgram } from '../../fixtures/program.ts'

const PLANNING = /^„Gruppen planen“ vom .* wurde/

/** Plans the groups of the fictional county for a minute, in the midst of it. */
async function planning(program: Program): Promise<void> {
  const { page } = program
  must(await program.shell('openDemo'))
  await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible()
  const { value } = must<{ value: { problem: unknown } }>(await program.call('courses.getGroupingProblem'))
  await page.evaluate((problem) => window.workbench.startJob('courses.planGroups', { problem, seconds: 60 }), value.problem)
  await expect(page.getByRole('button', { name: /^Gruppen planen \d/ })).toBeVisible()
}

/** The tray leads to the job's view from wherever one is, and shows it there, too. */
async function followed({ page }: Program): Promise<void> {
  const line = page.getByRole('button', { name: /^Gruppen planen \d/ })
  await line.focus()
  await page.keyboard.press('Enter')
  const link = page.getByRole('button', { name: 'Zu „Gruppenplanung“' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Gruppenplanung' })).toBeVisible()
  await expect(line).toBeVisible()
}

async function ended(program: Program, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const child = program.app.process()
  const exit = once(child, 'exit') as Promise<[number | null]>
  child.kill(signal)
  return (await exit)[0]
}

test('a job that was cut off says so at the next start, whether by a kill or by the end of the session, which closes in seconds', async () => {
  const own = mkdtempSync(join(tmpdir(), 'kreiswerkbank-cut-'))
  const at = { userData: mkdtempSync(join(own, 'user-data-')), place: mkdtempSync(join(own, 'place-')) }
  try {
    await using first = await startProgram({ at })
    await planning(first)
    await ended(first, 'SIGKILL')

    await using second = await startProgram({ at })
    must(await second.shell('openDemo'))
    const notice = second.page.getByText(PLANNING)
    await expect(notice).toContainText('wurde unterbrochen, denn das Programm oder der Rechner fiel aus. Nichts wurde halb geschrieben')
    await second.page.getByRole('button', { name: 'Hinweis schließen' }).focus()
    await second.page.keyboard.press('Enter')
    await expect(notice).toBeHidden()
    await planning(second)
    await followed(second)
    const askedAt = Date.now()
    expect(await ended(second, 'SIGTERM')).toBe(0)
    expect(Date.now() - askedAt).toBeLessThan(10_000)

    await using third = await startProgram({ at })
    must(await third.shell('openDemo'))
    await expect(third.page.getByText(PLANNING)).toContainText('wurde abgebrochen, als gesperrt oder das Programm beendet wurde.')
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
})
