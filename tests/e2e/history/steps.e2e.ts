// Taking steps back and forth, by keyboard alone: named, over rooms and a restart; what was changed since stays and is listed; old values.
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { temporaryFolder } from '../../fixtures/folder.ts'
import { call, createWorkspace, type Desk, enterOrganisation, go, openDesk, readList, takeList, unlock } from '../../fixtures/mainJob.ts'

const PASSPHRASE = 'vier Wörter auf Papier'
const LIST = join(import.meta.dirname, '../../fixtures/workbooks/a15a-traeger-nord.xlsx')

const said = ({ page }: Desk, text: string | RegExp) => page.getByRole('main').getByRole('status').filter({ hasText: text })

test('an import that somebody edited after is undone but for that field, which is listed and opened; all goes on after a restart', async () => {
  using place = temporaryFolder()
  const userData = join(place.path, 'user-data')
  let desk = await openDesk(userData)
  try {
    await createWorkspace(desk, {
      parent: place.path,
      folderName: 'erlenmark',
      countyKey: '99001',
      countyName: 'Landkreis Erlenmark',
      officeName: 'Koordinierungsstelle Migration',
      userName: 'Kerstin Vogt',
      passphrase: PASSPHRASE,
    })
    await enterOrganisation(desk, 'Bildungswerk Nord')
    await readList(desk, 'Bildungswerk', LIST)
    await takeList(desk)
    const people = (await call(desk, 'directory.listPersons', { search: '', offset: 0, limit: 300 })) as {
      rows: { id: string }[]
      total: number
    }
    const [first] = people.rows
    await call(desk, 'directory.changePerson', { id: first!.id, values: { district: 'Am Anger' } })

    // In whatever room: the newest own step first, then the import.
    await go(desk, '/directory/municipalities', 'Gemeinden')
    await desk.page.getByRole('button', { name: /^Rückgängig: Person ändern: / }).waitFor()
    await call(desk, 'directory.changePerson', { id: first!.id, values: { city: 'Kaltensee' } })
    await desk.page.keyboard.press('Control+z')
    await said(desk, /^Rückgängig: Person ändern: /).waitFor()
    await desk.page.keyboard.press('Control+Shift+z')
    await said(desk, /^Wiederholt: Person ändern: /).waitFor()
    // The import goes from the list of steps, while the changes after it stay.
    await go(desk, '/workspace/acts', 'Letzte Schritte')
    await desk.page.getByRole('rowheader', { name: /^Einlesen: a15a-traeger-nord\.xlsx, Bildungswerk Nord/ }).click()
    await desk.page.getByRole('complementary').getByRole('heading', { name: 'Bliebe stehen, weil inzwischen geändert' }).waitFor()
    await desk.page.getByRole('complementary').getByRole('button', { name: 'Zurücknehmen' }).press('Enter')
    await said(desk, /stehen geblieben/).waitFor()
    expect((await call(desk, 'directory.listPersons', { search: '', offset: 0, limit: 300 })) as { total: number }).toMatchObject({
      total: 1,
    })

    await desk.program.close()
    desk = await openDesk(userData)
    await unlock(desk, PASSPHRASE)
    await go(desk, '/workspace/acts', 'Letzte Schritte')
    await desk.page.getByRole('rowheader', { name: /^Rückgängig: Einlesen: a15a/ }).click()
    const left = desk.page.getByRole('region', { name: 'Stehen geblieben, weil inzwischen geändert' })
    await expect(left.getByText('Ortsteil')).toBeVisible()
    await left.getByRole('link').first().press('Enter')
    await desk.page.getByRole('heading', { level: 1, name: 'Personen' }).waitFor()
    await desk.page.getByRole('complementary').getByRole('textbox', { name: 'Ortsteil' }).waitFor()
    // And forth again, days later for all the program knows.
    await desk.page.getByRole('link', { name: 'Verzeichnis' }).focus()
    await desk.page.keyboard.press('Control+y')
    await said(desk, /^Wiederholt: Einlesen: a15a-traeger-nord\.xlsx, Bildungswerk Nord/).waitFor()
    expect((await call(desk, 'directory.listPersons', { search: '', offset: 0, limit: 300 })) as { total: number }).toMatchObject({
      total: people.total,
    })
    expect(desk.complaints).toEqual([])
  } finally {
    await desk.program.close().catch(() => undefined)
  }
})
