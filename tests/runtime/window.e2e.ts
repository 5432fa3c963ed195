import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { launchWorkbench } from './launch.ts'

test('the runtime shows a window, and its data goes to the folder that the start named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreiswerkbank-window-'))
  const program = await launchWorkbench({ userDataDir: folder, appFolder: join(import.meta.dirname, 'emptyWindow') })
  try {
    const page = await program.firstWindow()
    await expect(page.getByText('Leeres Fenster')).toBeVisible()
    expect(await program.evaluate(({ app }) => app.getPath('userData'))).toBe(folder)
    expect(await program.evaluate(({ app }) => app.isPackaged)).toBe(false)
  } finally {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
