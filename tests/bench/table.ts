// Scrolling through a list of 50,000 people in the running program, beside a bare virtual list of the same rows in the same window:
// `npm run bench -- table [--people N] [--frames N]`.
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright'
import { deriveKey } from '../../electron/store/keyDerivation'
import { unlockWithPassphrase } from '../../electron/store/keyring'
import { openWritingStore } from '../../electron/store/openStore'
import { readKeyrings } from '../../electron/store/workspaceFolder'
import { person } from '../../shared/directory/person'
import { temporaryFolder } from '../fixtures/folder'
import { answerDialog, go, openDesk, unlock } from '../fixtures/mainJob'
import { personOf } from '../fixtures/manyPeople'
import { newOffice, office, PASSPHRASE } from '../fixtures/office'
import { median } from './figures'

const GOAL_RATIO = 1.5
/** A frame that takes longer is seen as a jerk. */
const JERK_MS = 33
const GOAL_JERKS = 0.01
/** Pixels a frame: the wheel, and the thumb of the scroll bar drawn through the whole list. */
const WAYS = { rad: 120, leiste: null } as const

interface Frames {
  times: number[]
  /** Lines that were seen while their row was on its way. */
  empty: number
}

export async function benchTable(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: { people: { type: 'string', default: '50000' }, frames: { type: 'string', default: '600' } },
  })
  const [people, frames] = [Number(values.people), Number(values.frames)]
  using place = temporaryFolder()
  const folder = await officeWith(place.path, people)
  const desk = await openDesk(join(place.path, 'nutzer'))
  try {
    const { page, program } = desk
    await answerDialog(program, [folder])
    await page.getByRole('button', { name: /^Vorhandenen Arbeitsbereich öffnen/ }).click()
    await unlock(desk, PASSPHRASE)
    await go(desk, '/directory/persons', 'Personen')
    await page.getByRole('grid', { name: 'Personen' }).locator('tbody tr[aria-rowindex]').first().waitFor()
    console.log(`${people} Personen, ${frames} Bilder je Weg; Last ${loadavg()[0]!.toFixed(2)}`)
    console.log('Weg      Liste ms (Mitte, 99 %)   über 33 ms   leer gesehen   bloße Liste ms   über 33 ms   Verhältnis')
    for (const [way, step] of Object.entries(WAYS)) {
      const table = await scrolled(page, 'table', step, frames)
      const bare = await scrolled(page, 'bare', step, frames)
      const ratio = mean(table.times) / mean(bare.times)
      const verdict = ratio <= GOAL_RATIO && jerks(table.times) <= GOAL_JERKS ? 'erreicht' : 'verfehlt'
      console.log(
        `${way.padEnd(8)} ${figures(table.times).padEnd(24)} ${percent(jerks(table.times)).padEnd(12)} ${String(table.empty).padEnd(14)} ${figures(bare.times).padEnd(16)} ${percent(jerks(bare.times)).padEnd(12)} ${ratio.toFixed(2)} ${verdict}`,
      )
    }
    console.log(
      `Ziel: Verhältnis höchstens ${GOAL_RATIO}, höchstens 1 Bild von 100 über ${JERK_MS} ms; Last nachher ${loadavg()[0]!.toFixed(2)}`,
    )
  } finally {
    await desk.program.close()
  }
}

/** A workspace with so many people; its folder. */
async function officeWith(parent: string, people: number): Promise<string> {
  const { session, folder, userId } = await newOffice(parent)
  await session.lock()
  const key = await unlockWithPassphrase(readKeyrings(folder)[0], userId, PASSPHRASE, deriveKey)
  const { database, store } = openWritingStore({
    folder,
    file: join(folder, 'workspace.db'),
    key,
    share: false,
    readOnly: false,
    actor: { id: userId, name: 'Messung', role: 'coordinator', body: 'KOO', mayWriteFor: 'all', isReadOnly: false },
    version: '0.1.0',
    circumstances: { fileId: 'bench', seenRevision: null, office: office.officeName },
    about: office,
  })
  store.run('directory.createPerson', (act) => {
    for (let number = 0; number < people; number++) act.create(person, personOf(number))
  })
  database.close()
  return folder
}

/** Scrolls down through one of the two, frame by frame. `step` null: through the whole of it in as many frames as there are. */
function scrolled(page: Page, kind: 'table' | 'bare', step: number | null, frames: number): Promise<Frames> {
  return page.evaluate(
    async (wish) => {
      const ROW = 27
      const grid = document.querySelector('[role="grid"]')
      const own = grid?.parentElement
      if (!grid || !own) throw new Error('There is no table')
      const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))

      /** The same texts, drawn by nothing but position and text. */
      const bareList = () => {
        const texts = [...grid.querySelectorAll('tbody tr[aria-rowindex]')].map((row) => [...row.children].map((cell) => cell.textContent))
        const count = Number(grid.getAttribute('aria-rowcount'))
        const list = document.createElement('div')
        list.style.cssText = `position: fixed; z-index: 99; overflow: auto; background: white; font-size: 13px`
        const { left, top, width, height } = own.getBoundingClientRect()
        Object.assign(list.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
        const inside = document.createElement('div')
        inside.style.cssText = `position: relative; height: ${count * ROW}px`
        list.append(inside)
        document.body.append(list)
        const drawn = new Map<number, HTMLElement>()
        const draw = () => {
          const [from, to] = [Math.floor(list.scrollTop / ROW) - 12, Math.ceil((list.scrollTop + height) / ROW) + 12]
          for (const [at, row] of drawn)
            if (at < from || at > to) {
              row.remove()
              drawn.delete(at)
            }
          for (let at = Math.max(0, from); at <= Math.min(to, count - 1); at += 1) {
            if (drawn.has(at)) continue
            const row = document.createElement('div')
            row.style.cssText = `position: absolute; top: ${at * ROW}px; height: ${ROW}px; width: 100%; display: flex`
            for (const text of texts[at % texts.length] ?? []) {
              const cell = document.createElement('span')
              cell.style.cssText = 'flex: 1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis'
              cell.textContent = text
              row.append(cell)
            }
            inside.append(row)
            drawn.set(at, row)
          }
        }
        list.addEventListener('scroll', draw)
        draw()
        return list
      }

      const scroller = wish.kind === 'table' ? own : bareList()
      scroller.scrollTop = 0
      for (let wait = 0; wait < 30; wait += 1) await nextFrame()
      const way = wish.step ?? (scroller.scrollHeight - scroller.clientHeight) / wish.frames
      const times: number[] = []
      let empty = 0
      let last = await nextFrame()
      for (let frame = 1; frame <= wish.frames; frame += 1) {
        scroller.scrollTop = frame * way
        const now = await nextFrame()
        times.push(now - last)
        last = now
        if (wish.kind === 'table') empty += [...grid.querySelectorAll('tbody th')].some((cell) => cell.textContent === '…') ? 1 : 0
      }
      if (scroller.scrollTop < wish.frames * way - 2) throw new Error('The list is shorter than the way through it')
      if (wish.kind === 'bare') scroller.remove()
      return { times, empty }
    },
    { kind, step, frames },
  )
}

const mean = (times: readonly number[]) => times.reduce((sum, one) => sum + one, 0) / times.length
const jerks = (times: readonly number[]) => times.filter((one) => one > JERK_MS).length / times.length
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const figures = (times: readonly number[]) =>
  `${median(times).toFixed(1)} (${times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.99) - 1]!.toFixed(1)})`
