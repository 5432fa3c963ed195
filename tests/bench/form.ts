// How long a form of 60 fields takes to open, beside 60 bare inputs in the same window: `npm run bench -- form [--rounds N]`.
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, preview } from 'vite'
import { temporaryFolder } from '../fixtures/folder'
import { projectFolder } from '../runtime/command'
import { launchWorkbench } from '../runtime/launch'
import { median } from './figures'

const GOAL_MS = 100

/** Opens both in turns, as built for production, and prints the medians and their ratio. */
export async function benchForm(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { rounds: { type: 'string', default: '30' } } })
  using place = temporaryFolder()
  const root = join(projectFolder, 'tests/fixtures/formPage')
  const outDir = join(place.path, 'seite')
  const how: InlineConfig = { root, configFile: false, logLevel: 'error', plugins: [react()], build: { outDir } }
  await build({ ...how, cacheDir: join(place.path, 'vite') })
  const server = await preview({ ...how, preview: { port: 0, host: '127.0.0.1' } })
  const [address = ''] = server.resolvedUrls?.local ?? []
  const program = await launchWorkbench({
    userDataDir: join(place.path, 'nutzer'),
    appFolder: join(projectFolder, 'tests/runtime/pageWindow'),
    args: [address],
  })
  try {
    const page = await program.firstWindow()
    await page.waitForFunction(() => 'openForm' in window)
    console.log(`Formular mit 60 Feldern öffnen, in Millisekunden; Last vorher ${loadavg()[0]!.toFixed(2)}`)
    const [forms, bare]: [number[], number[]] = [[], []]
    for (let round = 0; round <= Number(values.rounds); round++) {
      const form = await page.evaluate(() => window.openForm('record'))
      const inputs = await page.evaluate(() => window.openForm('bare'))
      // The first turn compiles the page's code.
      if (round === 0) {
        console.log(`Beim ersten Mal: Formular ${form.toFixed(0)} ms, nackte Felder ${inputs.toFixed(0)} ms`)
        continue
      }
      forms.push(form)
      bare.push(inputs)
    }
    const [form, inputs] = [median(forms), median(bare)]
    console.log(`Formular ${form.toFixed(1)} ms, nackte Felder ${inputs.toFixed(1)} ms, Verhältnis ${(form / inputs).toFixed(1)}`)
    console.log(`Ziel ${GOAL_MS} ms: ${form <= GOAL_MS ? 'erreicht' : 'verfehlt'}; Last nachher ${loadavg()[0]!.toFixed(2)}`)
  } finally {
    await program.close()
    await server.close()
  }
}
