// kill -9 in the middle of saves and of an import: the next start has what was answered, nothing half written, and no plain copy lies about.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { amira, olena } from '../../fixtures/people'
import { writeLargeList } from '../../fixtures/largeList'
import { answerDialog, call, createWorkspace, type Desk, openDesk, readList, unlock } from '../../fixtures/mainJob'
import { filesIn, tracesOf } from '../../fixtures/traces'

const PASSPHRASE = 'vier Wörter auf Papier'
const ROWS = 6_000

test('killed in the middle of saves, the next start has every person that was answered, at most one more, and goes on', async () => {
  await atDesk(async ({ desk, restart }) => {
    // Saves one after another as fast as they are answered, and goes on only when the answer is noted here: a note on its way would be lost.
    const answered: string[] = []
    await desk.page.exposeFunction('noteAnswered', (name: string) => answered.push(name))
    await desk.page.evaluate((one) => {
      const noteAnswered = Reflect.get(window, 'noteAnswered') as (name: string) => Promise<number>
      const save = async (number: number): Promise<void> => {
        const answer = await window.workbench.call('directory.createPerson', { ...one, lastName: `Haddad ${number}` })
        if (answer.ok) await noteAnswered(`Haddad ${number}`)
        return save(number + 1)
      }
      void save(1)
    }, amira)
    await expect.poll(() => answered.length).toBeGreaterThan(20)
    await kill(desk)
    const again = await restart()
    const { total, names } = await people(again)
    expect(total - answered.length).toBeGreaterThanOrEqual(0)
    expect(total - answered.length).toBeLessThanOrEqual(1)
    expect(answered.filter((name) => !names.includes(name))).toEqual([])
    await call(again, 'directory.createPerson', olena)
    expect((await people(again)).total).toBe(total + 1)
  })
})

test('killed in the middle of taking an import, none of its rows is there, the reviewed list is, and taking it once more takes all', async () => {
  test.setTimeout(180_000)
  await atDesk(async ({ desk, restart, place }) => {
    await call(desk, 'directory.createOrganisation', {
      organisationName: 'Sprachhaus Mühlrade',
      bodyKind: 'KT',
      street: null,
      postcode: null,
      city: null,
      municipalityId: null,
      phone: null,
      email: null,
      remarks: null,
    })
    const list = join(place, 'liste', 'groß.xlsx')
    mkdirSync(join(place, 'liste'))
    writeLargeList(list, ROWS)

    // First in the middle of reading: a worker has the workbook unpacked in its memory then, and nothing of it is on the disk.
    await answerDialog(desk.program, [list])
    const heard = desk.page.waitForEvent('console', { predicate: (message) => message.text() === 'reading' })
    await desk.page.evaluate(async () => {
      window.workbench.listen((event) => {
        if (JSON.stringify(event).includes('"rows"')) console.log('reading')
      })
      const chosen = (await window.workbench.shell('chooseWorkbooks', {})) as { ok: true; value: { token: string; name: string }[] }
      const [file] = chosen.value
      await window.workbench.startJob('courses.readWorkbook', {
        file: file!.token,
        fileName: file!.name,
        organisationId: null,
        mapping: null,
      })
    })
    await heard
    await kill(desk)
    expect(plainCopies(place)).toEqual([])

    const reading = await restart()
    expect((await people(reading)).total).toBe(0)
    expect(await readList(reading, 'Sprachhaus Mühlrade', list)).toBe(ROWS)
    const inTheMiddle = reading.page.waitForEvent('console', {
      predicate: (message) => message.text() === 'in the middle',
      timeout: 60_000,
    })
    await reading.page.evaluate(() =>
      window.workbench.listen((event) => {
        const { job } = event as { job?: { name: string; state: string; progress: { done: number; total: number } | null } }
        if (job?.name === 'courses.takeImport' && job.state === 'running' && job.progress !== null) console.log('in the middle')
      }),
    )
    await reading.page.getByRole('button', { name: /Zeilen? übernehmen$/ }).click()
    await inTheMiddle
    await kill(reading)
    expect(plainCopies(place)).toEqual([])

    const again = await restart()
    expect((await people(again)).total).toBe(0)
    const imports = (await call(again, 'courses.listImports', {})) as { id: string; taken: number }[]
    expect(imports.map(({ taken }) => taken)).toEqual([ROWS])
    expect(await call(again, 'courses.takeImport', { id: imports[0]!.id })).toMatchObject({ created: ROWS, left: 0 })
    expect((await people(again)).total).toBe(ROWS)
  })
})

interface AtDesk {
  desk: Desk
  place: string
  /** Starts the program anew after a kill and unlocks. */
  restart: () => Promise<Desk>
}

async function atDesk(work: (at: AtDesk) => Promise<void>): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'kreiswerkbank-kill-'))
  const temporary = join(place, 'tmp')
  mkdirSync(temporary)
  const open = () => openDesk(join(place, 'nutzer'), [], undefined, { TMPDIR: temporary })
  let desk = await open()
  try {
    const about = { countyKey: '99001', countyName: 'Landkreis Erlenmark', officeName: 'Koordinierungsstelle', userName: 'Kerstin Vogt' }
    await createWorkspace(desk, { ...about, parent: place, folderName: 'erlenmark', passphrase: PASSPHRASE })
    await work({
      desk,
      place,
      restart: async () => {
        desk = await open()
        await unlock(desk, PASSPHRASE)
        return desk
      },
    })
  } finally {
    await desk.program.close().catch(() => undefined)
    rmSync(place, { recursive: true, force: true })
  }
}

async function kill({ program }: Desk): Promise<void> {
  const child = program.process()
  const dead = once(child, 'exit')
  child.kill('SIGKILL')
  await dead
}

async function people(desk: Desk): Promise<{ total: number; names: string[] }> {
  const { total, rows } = (await call(desk, 'directory.listPersons', { search: '', offset: 0, limit: 500 })) as {
    total: number
    rows: { lastName: string }[]
  }
  return { total, names: rows.map(({ lastName }) => lastName) }
}

/** Files beside the list itself that name its people, as text or inside a zip's own names. */
function plainCopies(place: string): string[] {
  const watched = ['erlenmark.kwb', 'nutzer', 'tmp'].map((name) => join(place, name))
  const zips = watched.flatMap(filesIn).filter((file) => /\.(xlsx|xml|zip)$/i.test(file))
  return [...zips, ...tracesOf([{ lastName: 'Listenmensch', firstName: 'Vorname', birthDate: null }], watched)]
}
