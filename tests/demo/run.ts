// `npm run demo`: the built program in a real Electron, through the main job with the demo county's workbooks. Every step prints its
// figures and its time; workbooks and screenshots stay in the folder that is named at the end.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DEMO_COUNTY_KEY, organisations } from '../../electron/demo/files'
import { enterMasterData } from '../fixtures/demoCounty'
import {
  correctFault,
  createWorkspace,
  type Desk,
  enterOrganisation,
  go,
  keepPlan,
  movePerson,
  openDesk,
  planGroups,
  readList,
  resize,
  takeList,
  unlock,
  writeWorkbooks,
} from '../fixtures/mainJob'
import { buildIfNeeded } from '../runtime/build'
import { projectFolder } from '../runtime/command'
import { runScript, say } from '../runtime/say'
import { writeProviderLists } from './providerLists'

const PASSPHRASE = 'Erlenmark plant Gruppen im November'
const PLAN_SECONDS = 40

await runScript(async () => {
  await buildIfNeeded()
  const results = join(projectFolder, 'demo-ergebnis')
  rmSync(results, { recursive: true, force: true })
  const pictures = join(results, 'bilder')
  const workbooks = join(results, 'arbeitsmappen')
  for (const folder of [pictures, workbooks]) mkdirSync(folder, { recursive: true })
  const place = mkdtempSync(join(tmpdir(), 'kreiswerkbank-demo-'))
  const begunAt = Date.now()
  let desk = await step('Programm starten', () => openDesk(join(place, 'nutzer')))
  try {
    const picture = (name: string) => shoot(desk, pictures, name)
    await picture('01-start')
    await step('Arbeitsbereich anlegen, Wiederherstellungsschlüssel bestätigen', async () => {
      await createWorkspace(
        desk,
        {
          parent: place,
          folderName: 'erlenmark',
          countyKey: DEMO_COUNTY_KEY,
          countyName: 'Landkreis Erlenmark',
          officeName: 'Koordinierungsstelle Migration',
          userName: 'Koordination',
          passphrase: PASSPHRASE,
        },
        (name) => picture(`02-${name}`),
      )
    })
    await step('Kursträger von Hand eintragen', async () => {
      await enterOrganisation(desk, organisations.find(({ sites }) => sites.length > 0)?.name ?? '')
      await picture('03-organisationen')
    })
    await step('Gemeinden, weitere Kursträger, Kursorte und Kurse eintragen', () => enterMasterData(desk))
    for (const list of await step('Listen der Kursträger schreiben, wie Leute sie machen', () =>
      writeProviderLists(join(place, 'listen')),
    )) {
      await step(`Einlesen: ${list.file}`, async () => {
        const rows = await readList(desk, list.provider, join(place, 'listen', list.file))
        await picture(`04-einlesen-${basename(list.file, '.xlsx')}`)
        for (const fault of list.faults) await correctFault(desk, fault)
        const said = await takeList(desk)
        await picture(`05-uebernommen-${basename(list.file, '.xlsx')}`)
        return `${rows} Zeilen gelesen, ${list.faults.length} berichtigt. ${said}`
      })
    }
    await step('Gruppen planen', async () => {
      await planGroups(desk, PLAN_SECONDS)
      await picture('06-gruppenplanung')
      return (await desk.page.getByRole('region', { name: 'Güte des Plans' }).innerText()).replaceAll(/\s+/g, ' ')
    })
    await step('Zwei Personen von Hand verschieben', async () => {
      await movePerson(desk, 1)
      await movePerson(desk, 2)
      await picture('07-verschoben')
    })
    await step('Plan übernehmen', () => keepPlan(desk, 'Januar 2027'))
    await step('Je Kursträger eine Arbeitsmappe schreiben', async () => {
      await writeWorkbooks(desk, workbooks)
      return readdirSync(workbooks).join(', ')
    })
    await step('Alle Ansichten fotografieren', () => photographAll(desk, pictures))
    await step('Schließen, neu öffnen, entsperren: alles ist noch da', async () => {
      const before = await figures(desk)
      await desk.program.close()
      desk = await openDesk(join(place, 'nutzer'))
      await picture('20-entsperren')
      await unlock(desk, PASSPHRASE)
      const after = await figures(desk)
      if (before !== after) throw new Error(`Vorher ${before}, nachher ${after}`)
      return after
    })
    if (desk.complaints.length > 0) throw new Error(`Das Fenster meldet: ${desk.complaints.join(' · ')}`)
  } catch (error) {
    await shoot(desk, pictures, 'fehler')
    const bugs = join(place, 'nutzer', 'logs', 'program.jsonl')
    if (existsSync(bugs)) say(readFileSync(bugs, 'utf8'))
    throw error
  } finally {
    await desk.program.close()
    rmSync(place, { recursive: true, force: true })
  }
  say(`\nFertig in ${Math.round((Date.now() - begunAt) / 1000)} s. Arbeitsmappen und Bilder: ${results}`)
  return 0
})

async function step<Value>(name: string, act: () => Value | Promise<Value>): Promise<Value> {
  const begunAt = Date.now()
  const value = await act()
  say(`✓ ${name} (${((Date.now() - begunAt) / 1000).toFixed(1)} s)${typeof value === 'string' ? `\n    ${value}` : ''}`)
  return value
}

async function shoot({ page }: Desk, folder: string, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function figures(desk: Desk): Promise<string> {
  await go(desk, '/courses/participants', 'Teilnehmende')
  const people = await desk.page.getByText(/von [\d.]+ Personen$/).innerText()
  await go(desk, '/workspace/acts', 'Letzte Schritte')
  const acts = await desk.page.getByRole('grid', { name: 'Letzte Schritte' }).getAttribute('aria-rowcount')
  return `${people}, ${Number(acts) - 1} Schritte im Verlauf`
}

/** Every view, light and dark, on the small and the large screen. */
async function photographAll(desk: Desk, folder: string): Promise<string> {
  const views = [
    ['/courses/participants', 'Teilnehmende'],
    ['/courses/courses', 'Kurse'],
    ['/courses/sites', 'Kursorte'],
    ['/courses/planning', 'Gruppenplanung'],
    ['/courses/import', 'Einlesen'],
    ['/directory/persons', 'Personen'],
    ['/directory/organisations', 'Organisationen'],
    ['/directory/contacts', 'Ansprechpersonen'],
    ['/directory/municipalities', 'Gemeinden'],
    ['/workspace/acts', 'Letzte Schritte'],
    ['/workspace/settings', 'Einstellungen'],
  ] as const
  let count = 0
  for (const theme of ['light', 'dark'] as const) {
    await desk.page.evaluate((wanted) => window.workbench.shell('setPreferences', { theme: wanted }), theme)
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    ]) {
      await resize(desk.program, size)
      for (const [path, title] of views) {
        await go(desk, path, title)
        await desk.page.getByText('Wird geladen …').first().waitFor({ state: 'detached' })
        await shoot(desk, folder, `10-${path.slice(1).replaceAll('/', '-')}-${theme}-${size.width}`)
        count += 1
      }
    }
  }
  await desk.page.evaluate(() => window.workbench.shell('setPreferences', { theme: 'light' }))
  await resize(desk.program, { width: 1366, height: 768 })
  return `${count} Bilder`
}
