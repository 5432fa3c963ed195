// Files that are named at the start or dropped onto the window, in every state of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { createOffice, startProgram } from '../../fixtures/program.ts'

const LIST = join(import.meta.dirname, '../../fixtures/workbooks/a15a-traeger-nord.xlsx')
const PASSPHRASE = 'vier Wörter sind genug'

test('a workspace named at the start is shown, a list dropped before unlocking is offered after it, and what fits nowhere is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kreiswerkbank-incoming-'))
  const at = { userData: join(folder, 'daten'), place: folder }
  try {
    let workspace = ''
    {
      await using first = await startProgram({ at })
      workspace = (await createOffice(first, PASSPHRASE)).folder
    }
    await using second = await startProgram({ at: { ...at, userData: join(folder, 'neu') }, args: [workspace] })
    const { page } = second
    await page.getByLabel(/^Passphrase/).waitFor()
    await drop(page, LIST)
    await page.getByText('Die abgelegte Liste wird angeboten').waitFor()
    await page.getByLabel(/^Passphrase/).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Einlesen' }).waitFor()
    await expect(page.getByRole('button', { name: '„a15a-traeger-nord.xlsx“ einlesen' })).toBeVisible()

    const letter = join(folder, 'Brief an Frau Haddad.docx')
    writeFileSync(letter, '')
    await drop(page, letter)
    await page.getByRole('alert').filter({ hasText: 'Mit „Brief an Frau Haddad.docx“ kann das Programm nichts anfangen' }).waitFor()
    await drop(page, workspace)
    await page.getByRole('alert').filter({ hasText: 'erst öffnen, wenn dieser Arbeitsbereich geschlossen ist' }).waitFor()
    // A page that makes up a drop gets nothing for it.
    const answers = await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], 'erfunden.xlsx'))
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }))
      return window.workbench.shell('takeFiles', {})
    })
    expect(answers).toEqual({ ok: true, value: [] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Drops a file as the system does: Chromium's own drag, which a page cannot make up. */
async function drop(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 } })
  }
  await devtools.detach()
}
