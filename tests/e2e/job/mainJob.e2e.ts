// The clerk's main job from an empty folder to the providers' workbooks, by hand on the screen, and what is left on the disk afterwards.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import * as XLSX from 'xlsx'
import { drawCounty } from '../../../electron/demo/county'
import { DEMO_COUNTY_KEY, organisations } from '../../../electron/demo/files'
import { writeProviderLists } from '../../demo/providerLists'
import { enterMasterData } from '../../fixtures/demoCounty'
import {
  correctFault,
  createWorkspace,
  enterOrganisation,
  go,
  keepPlan,
  movePerson,
  openDesk,
  planGroups,
  readList,
  takeList,
  unlock,
  writeWorkbooks,
} from '../../fixtures/mainJob'
import { tracesOf } from '../../fixtures/traces'

const PASSPHRASE = 'Erlenmark plant Gruppen im November'

test('from the empty start screen to one workbook per provider; closed, opened and unlocked, everything is there and no file names anybody', async () => {
  const place = mkdtempSync(join(tmpdir(), 'kreiswerkbank-job-'))
  const [userData, lists, workbooks, temporary] = ['nutzer', 'listen', 'ausgabe', 'tmp'].map((name) => join(place, name)) as [
    string,
    string,
    string,
    string,
  ]
  for (const folder of [workbooks, temporary]) mkdirSync(folder)
  let desk = await openDesk(userData, [], undefined, { TMPDIR: temporary })
  try {
    const recoveryKey = await createWorkspace(desk, {
      parent: place,
      folderName: 'erlenmark',
      countyKey: DEMO_COUNTY_KEY,
      countyName: 'Landkreis Erlenmark',
      officeName: 'Koordinierungsstelle Migration',
      userName: 'Koordination',
      passphrase: PASSPHRASE,
    })
    expect(recoveryKey.length).toBeGreaterThan(40)
    await enterOrganisation(desk, organisations.find(({ sites }) => sites.length > 0)!.name)
    await enterMasterData(desk)

    let taken = 0
    for (const list of writeProviderLists(lists)) {
      expect(await readList(desk, list.provider, join(lists, list.file))).toBeGreaterThanOrEqual(list.people)
      for (const fault of list.faults) await correctFault(desk, fault)
      const [, created] = /^(\d+) neu aufgenommen/.exec(await takeList(desk)) ?? []
      taken += Number(created)
    }
    // 195 lines name a person; one is a second spelling of somebody who is there by name and day.
    expect(taken).toBe(194)

    await planGroups(desk, 12)
    const quality = await desk.page.getByRole('region', { name: 'Güte des Plans' }).innerText()
    const [, spread] = /([\d,]+)\s*Punkte/.exec(quality) ?? []
    expect(Number(spread!.replace(',', '.'))).toBeLessThan(12)
    const moved = [await movePerson(desk, 1), await movePerson(desk, 2)]
    await keepPlan(desk, 'Januar 2027')
    await writeWorkbooks(desk, workbooks)
    const files = readdirSync(workbooks)
    expect(files).toHaveLength(3)
    const rows = files.flatMap((file) => {
      const { Sheets, SheetNames } = XLSX.read(readFileSync(join(workbooks, file)))
      return SheetNames.flatMap((name) => XLSX.utils.sheet_to_json<string[]>(Sheets[name]!, { header: 1 }))
    })
    for (const name of moved) {
      const [lastName, firstName] = name.split(', ')
      expect(rows.filter((row) => row.includes(lastName!) && row.includes(firstName!)).length).toBeGreaterThan(0)
    }

    const database = join(place, 'erlenmark.kwb', 'workspace.db')
    const before = await countPeople()
    await desk.program.close()
    expect(readFileSync(database).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')

    desk = await openDesk(userData, [], undefined, { TMPDIR: temporary })
    await desk.page.getByLabel(/^Passphrase/).fill('Erlenmark plant keine Gruppen')
    await desk.page.getByRole('button', { name: 'Entsperren', exact: true }).click()
    await expect(desk.page.getByText(/passt nicht zu Koordination/)).toBeVisible()
    await expect(desk.page.getByRole('button', { name: 'Entsperren', exact: true })).toBeEnabled()
    await unlock(desk, PASSPHRASE)
    expect(await countPeople()).toBe(before)
    await go(desk, '/courses/participants', 'Teilnehmende')
    await desk.page
      .getByRole('row', { name: new RegExp(moved[0]!.split(', ')[0]!) })
      .first()
      .click()
    await expect(desk.page.getByRole('complementary')).toContainText('Kurs')

    const { participants } = drawCounty()
    const watched = [join(place, 'erlenmark.kwb'), userData, temporary]
    expect(tracesOf(participants, watched)).toEqual([])
    await desk.program.close()
    expect(tracesOf(participants, watched)).toEqual([])
    // The same eyes find everybody in the workbooks' plain twin, and a canary wherever it is planted.
    const { lastName, firstName, birthDate } = participants[40]!
    writeFileSync(join(userData, 'canary'), Buffer.from(`x${JSON.stringify({ lastName, firstName })}`, 'utf16le').subarray(1))
    writeFileSync(join(temporary, 'canary'), `\u0000${birthDate}\u0000`)
    expect(tracesOf(participants, watched)).toHaveLength(2)
    expect(desk.complaints).toEqual([])
  } finally {
    await desk.program.close().catch(() => undefined)
    rmSync(place, { recursive: true, force: true })
  }

  async function countPeople(): Promise<string> {
    await go(desk, '/courses/participants', 'Teilnehmende')
    return desk.page.getByText(/von [\d.]+ Personen$/).innerText()
  }
})
