// A plan as a document, by keyboard alone: what a screen reader hears of the PDF is read back from the file itself.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { temporaryFolder } from '../../fixtures/folder.ts'
import { answerDialog, go } from '../../fixtures/mainJob.ts'
import { readPdf, taggedAs } from '../../fixtures/pdfReader.ts'
import { beginWalk } from '../../fixtures/screens.ts'

test('a plan becomes a PDF whose text and tags can be read back', async () => {
  await using walk = await beginWalk()
  using place = temporaryFolder()
  const { page, program } = walk
  await page.getByRole('button', { name: /^Musterkreis ansehen/ }).press('Enter')
  await page.getByRole('navigation', { name: 'Bereiche' }).waitFor()
  await go(walk, '/courses/planning', 'Gruppenplanung')
  await expect(page.getByRole('button', { name: 'Gruppen planen' })).toBeEnabled()
  await page.getByRole('button', { name: 'Gruppen planen' }).press('Enter')
  const groups = page.getByRole('grid', { name: 'Gruppen mit Niveauverteilung' })
  await groups.locator('tbody th').first().waitFor()
  await page.getByRole('button', { name: 'Anhalten' }).press('Enter')
  await page.getByRole('button', { name: 'Anhalten' }).waitFor({ state: 'detached' })
  const quality = await page.getByRole('region', { name: 'Güte des Plans' }).innerText()
  const seated = Number(/Eingeplant\s+(\d+)/.exec(quality)?.[1])
  expect(seated).toBeGreaterThan(100)

  await answerDialog(program, [place.path])
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Plan als Dokument')
  await page.getByRole('option', { name: /^Plan als Dokument/ }).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Plan als Dokument schreiben' })
  await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Ordner wählen und schreiben …' }).press('Enter')
  await page
    .getByRole('status')
    .filter({ hasText: /^1 Dokument mit \d+ Personen im Ordner/ })
    .waitFor()

  const [file] = readdirSync(place.path)
  const pdf = await readPdf(join(place.path, file!))
  expect(pdf).toMatchObject({ title: 'Gruppenplan', language: 'de-DE', archive: '2A' })
  const all = (role: string) => pdf.pages.flatMap(({ tree }) => taggedAs(role, tree)).flatMap(({ text }) => (text === '' ? [] : [text]))
  expect(all('H1')).toEqual(['Gruppenplan'])
  expect(all('H2').at(0)).toBe('Überblick')
  expect(all('H2')).toContain('Ohne Platz')
  expect(all('P')).toContain('Vorschlag, noch nicht übernommen.')
  const tables = pdf.pages.flatMap(({ tree }) => taggedAs('Table', tree))
  expect(tables.map(({ text }) => text).join(' ')).toContain('Familienname Vorname Geburtsdatum Punkte')
  const inGroups = all('P').flatMap((text) => /; (\d+) Person(?:en)? auf/.exec(text)?.[1] ?? [])
  expect(inGroups.reduce((sum, people) => sum + Number(people), 0)).toBe(seated)
  expect(pdf.pages.at(-1)?.ornaments).toContain(`Seite ${pdf.pages.length} von ${pdf.pages.length}`)
  expect(walk.complaints).toEqual([])
})
