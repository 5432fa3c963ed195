import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noteAccess } from '../../../electron/app/answer'
import { recordPlacement } from '../../../electron/courses/commands'
import { getPlanBasis } from '../../../electron/courses/queries'
import { writePlanDocuments } from '../../../electron/courses/writePlanDocuments.job'
import { cancelled } from '../../../shared/core/errors'
import { courses } from '../../../shared/courses/calls'
import { course } from '../../../shared/courses/course'
import { groupingPlan } from '../../../shared/courses/groupingPlan'
import { documentsNotWritten, noPlanKept, type PlanBasis } from '../../../shared/courses/planDocument'
import { site } from '../../../shared/courses/site'
import { organisation } from '../../../shared/directory/organisation'
import { bildungswerk } from '../../fixtures/bodies'
import { failing } from '../../fixtures/failing'
import { temporaryFolder } from '../../fixtures/folder'
import { readPdf, taggedAs } from '../../fixtures/pdfReader'
import { amira, oemer, olena, registered } from '../../fixtures/people'
import { temporaryWorkspace, type TestWorkspace } from '../../fixtures/workspace'

const TOKEN = '0123456789abcdef0123456789abcdef'

/** Two providers with a course each; Amira and Ömer sit there, Olena has no place. */
function keptPlan(workspace: TestWorkspace): void {
  const numbers = ['Bildungswerk', 'Volkshochschule'].map((organisationName) =>
    workspace.act((store) => {
      const organisationId = store.create(organisation, { ...bildungswerk, organisationName })
      const siteId = store.create(site, { siteName: `Haus ${organisationName}`, organisationId, municipalityId: null, street: null })
      return store.create(course, {
        courseNumber: `K ${organisationName}`,
        courseType: 'general',
        courseState: 'planned',
        organisationId,
        siteId,
        slot: 'morning',
        courseStart: null,
        courseEnd: null,
        minSize: 1,
        maxSize: 12,
        childcarePlaces: 0,
      })
    }),
  )
  const people = [amira, oemer, olena].map((who) => registered(workspace, who))
  const result = {
    placementDate: '2026-11-01',
    scoreOral: null,
    scoreWritten: null,
    cefr: 'A1',
    recommendedType: null,
    recommendedModule: null,
  }
  people.forEach((participantId, index) =>
    workspace.act((store) => recordPlacement(store, { ...result, participantId, placementScore: 40 + index })),
  )
  workspace.act((store) =>
    store.create(groupingPlan, {
      planName: 'Januar 2027',
      groups: numbers.map((courseId) => ({ courseId, centre: 40, pace: 3 })),
      seats: people.map((participantId, index) => ({
        participantId,
        courseId: numbers[index] ?? null,
        reason: index < numbers.length ? null : 'Kein Platz am Vormittag.',
      })),
      objective: 0,
      bound: null,
      meanSpread: null,
    }),
  )
}

function contextOf(folder: string, fed: PlanBasis, signal = { aborted: false }) {
  const told: { done: number; total: number }[] = []
  return {
    id: 'auftrag',
    told,
    signal,
    fed,
    path: () => folder,
    report: (progress: { done: number; total: number }) => void told.push(progress),
  }
}
const input = { folder: TOKEN, format: 'pdf', scope: 'all', seats: null } as const

test('the kept plan is written with letterhead, headings by provider and group, everybody in a row, and the reason of who is left over', async () => {
  using workspace = temporaryWorkspace()
  using place = temporaryFolder()
  keptPlan(workspace)
  const context = contextOf(place.path, getPlanBasis(workspace.store, {}))
  const { files } = await writePlanDocuments(input, context)
  expect(files).toEqual([{ name: expect.stringMatching(/^Landkreis Erlenmark - Gruppenplan \d{4}-\d\d-\d\d\.pdf$/) as string, people: 3 }])
  expect(readdirSync(place.path)).toEqual(files.map(({ name }) => name))
  const { pages, title } = await readPdf(join(place.path, files[0]!.name))
  expect(title).toBe('Gruppenplan')
  const all = (role: string) => pages.flatMap(({ tree }) => taggedAs(role, tree)).flatMap(({ text }) => (text === '' ? [] : [text]))
  expect(all('H2')).toEqual(['Überblick', 'Bildungswerk', 'Volkshochschule', 'Ohne Platz'])
  expect(all('H3')).toEqual(['K Bildungswerk: Allgemeiner Integrationskurs', 'K Volkshochschule: Allgemeiner Integrationskurs'])
  const rows = all('TR')
  expect(rows).toContainEqual(expect.stringMatching(/^Haddad Amira 14\.03\.1991 40 A1/))
  expect(rows).toContainEqual(expect.stringMatching(/^Öztürk Ömer 02\.07\.1984 41 A1/))
  expect(rows).toContainEqual(expect.stringMatching(/^Müller-Kowalenko Olena 42 A1 .*Kein Platz am Vormittag\.$/))
  expect(all('Sect')[0]).toContain('Koordinierungsstelle Landkreis Erlenmark')
  expect(pages.flatMap(({ tree }) => taggedAs('Figure', tree))[0]?.alternative).toContain('40–49 2')
  expect(context.told.at(-1)).toEqual({ done: 1, total: 1 })
})

test('each provider gets a document of its own, in Word as well; names that are taken are left alone', async () => {
  using workspace = temporaryWorkspace()
  using place = temporaryFolder()
  keptPlan(workspace)
  const fed = getPlanBasis(workspace.store, {})
  const write = () => writePlanDocuments({ ...input, format: 'docx', scope: 'eachProvider' }, contextOf(place.path, fed))
  const first = await write()
  expect(first.files.map(({ name, people }) => [name.split(' - ')[0], people])).toEqual([
    ['Bildungswerk', 1],
    ['Volkshochschule', 1],
  ])
  const second = await write()
  expect(readdirSync(place.path).sort()).toEqual([...first.files, ...second.files].map(({ name }) => name).sort())
  expect(readdirSync(place.path)).toHaveLength(4)
})

test('a plan that nobody kept is written as a proposal; without any plan the sentence says what to do', async () => {
  using workspace = temporaryWorkspace()
  using place = temporaryFolder()
  const one = registered(workspace, amira)
  const fed = getPlanBasis(workspace.store, {})
  await expect(writePlanDocuments(input, contextOf(place.path, fed))).rejects.toThrow(failing(noPlanKept))
  const seats = [{ participantId: one, courseId: null, reason: 'Nirgends Platz.' }]
  const { files } = await writePlanDocuments({ ...input, seats }, contextOf(place.path, fed))
  const { pages } = await readPdf(join(place.path, files[0]!.name))
  expect(pages[0]!.tree.text).toContain('Vorschlag, noch nicht übernommen.')
  expect(pages[0]!.tree.text).toContain('Nirgends Platz.')
})

test('stopped, or with a folder that takes nothing, it leaves no file and no part of one', async () => {
  using workspace = temporaryWorkspace()
  using place = temporaryFolder()
  keptPlan(workspace)
  const fed = getPlanBasis(workspace.store, {})
  const stopping = contextOf(place.path, fed)
  stopping.report = () => {
    stopping.signal.aborted = true
  }
  await expect(writePlanDocuments({ ...input, scope: 'eachProvider' }, stopping)).rejects.toThrow(failing(cancelled))
  expect(readdirSync(place.path)).toEqual([])
  const file = join(place.path, 'keinOrdner')
  writeFileSync(file, '')
  await expect(writePlanDocuments(input, contextOf(file, fed))).rejects.toThrow(failing(documentsNotWritten))
})

test('whose data the document is made of is noted as access', () => {
  using workspace = temporaryWorkspace()
  keptPlan(workspace)
  const fed = getPlanBasis(workspace.store, {})
  const noted: (readonly string[])[] = []
  noteAccess(courses.getPlanBasis, fed, {}, 'courses.getPlanBasis', { noteAccess: (_, records) => noted.push(records) })
  expect(noted).toEqual([fed.people.map(({ personId }) => personId)])
  expect(noted[0]).toHaveLength(3)
})
