// What this PC remembers of the window, and what its IT office rules.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startProgram } from '../../fixtures/program.ts'

test('the window opens where it stood and as large as its text was; a policy of the IT office rules language and idle time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreiswerkbank-window-'))
  const at = { userData: join(folder, 'daten'), place: join(folder, 'ort') }
  try {
    const bounds = { x: 60, y: 40, width: 1111, height: 640 }
    {
      await using first = await startProgram({ at })
      await first.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]!.setBounds(wanted), bounds)
      await first.page.getByRole('button', { name: /^Musterkreis ansehen/ }).press('Enter')
      await first.page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
      await first.page.keyboard.press('Control++')
      await first.page.keyboard.press('Control++')
      await first.page.keyboard.press('Control+-')
      await expect
        .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel()))
        .toBe(1)
      await expect
        .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds()))
        .toEqual(bounds)
    }
    const policy = join(folder, 'vorgabe.json')
    writeFileSync(policy, JSON.stringify({ language: 'de', idleMinutesAtMost: 7, exportFormats: ['pdf'], colour: 'blau' }))
    {
      await using second = await startProgram({ at, args: [`--policy=${policy}`] })
      const { page } = second
      expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())).toEqual(bounds)
      expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel())).toBe(1)
      await page.getByRole('button', { name: /^Musterkreis ansehen/ }).press('Enter')
      await page.getByText('Sperrt in 7 Min.').waitFor()
      await page.keyboard.press('Control+,')
      await page.getByText(/Deutsch · Vorgabe Ihrer IT/).waitFor()
      await expect(page.getByText(/Höchstens 7 Minuten: Vorgabe Ihrer IT/)).toBeVisible()
      await expect(page.getByText(/unverständlich und gelten nicht: colour/)).toBeVisible()
      // Not only hidden: the main process refuses too.
      await second.choosing(at.place)
      const { token } = ((await second.shell('chooseFolder', { purpose: 'output' })) as { ok: true; value: { token: string } }).value
      const refused = await page.evaluate((input) => window.workbench.startJob('courses.writeProviderWorkbooks', input), { folder: token })
      expect(refused).toMatchObject({ ok: false, failure: { code: 'workspace/format-forbidden' } })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
