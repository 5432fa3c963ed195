// `npm test`: every check of the project, two at a time where they do not disturb each other. `npm test -- lint unit` runs only these.
import { join } from 'node:path'
import { projectEnvironment, projectFolder, run } from './runtime/command.ts'
import { ensureRuntime } from './runtime/electron.ts'
import { Impossible, runScript, say } from './runtime/say.ts'

interface Step {
  name: string
  /** Each is run by the pinned Node, one after another. */
  commands: readonly (readonly string[])[]
  /** What must have ended well before. */
  after?: readonly string[]
  /** Runs beside no other step: it opens windows or measures. */
  isAlone?: boolean
}

const tool = (path: string) => join(projectFolder, 'node_modules', path)
const layers = ['electron', 'renderer', 'shared', 'tests']
const sources = [...layers, 'electron.vite.config.ts']
const vitest = [tool('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', '--project']

const steps: readonly Step[] = [
  { name: 'build', commands: [[tool('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']] },
  { name: 'types', commands: layers.map((layer) => [tool('typescript-7/bin/tsc'), '-p', layer]) },
  { name: 'lint', commands: [[tool('oxlint/bin/oxlint'), '-c', 'tests/oxlint.json', '--type-aware', '--deny-warnings', ...sources]] },
  { name: 'format', commands: [[tool('oxfmt/bin/oxfmt'), '--config', 'tests/oxfmt.json', '--check', ...sources]] },
  { name: 'knip', commands: [[tool('knip/bin/knip.js'), '--config', 'tests/knip.jsonc']] },
  { name: 'layers', commands: [['tests/dependencies.ts']] },
  { name: 'unit', commands: [[...vitest, 'unit']] },
  { name: 'integration', commands: [[...vitest, 'integration']] },
  {
    name: 'e2e',
    commands: [[tool('playwright/cli.js'), 'test', '--config', 'tests/playwright.config.ts']],
    after: ['build'],
    isAlone: true,
  },
]
const AT_ONCE = 2

type Outcome = 'good' | 'failed' | 'left out'

await runScript(async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) throw new Impossible(`"${unknown}" gibt es nicht. Schritte: ${steps.map((step) => step.name).join(', ')}`)
  const chosen = wanted.length === 0 ? steps : steps.filter((step) => wanted.includes(step.name))
  const startedAt = Date.now()
  // Before all else: what it may have to fetch, compile or install would otherwise count as the time of a test.
  if (chosen.some((step) => step.isAlone === true)) await ensureRuntime()
  const outcomes = await runAll(chosen)
  say(`\n${chosen.map(({ name }) => `${outcomes.get(name) === 'good' ? '✓' : '✗'} ${name}`).join('  ')}   ${secondsSince(startedAt)}`)
  const isGood = chosen.every(({ name }) => outcomes.get(name) === 'good')
  say(
    isGood
      ? 'Alle Prüfungen bestanden.'
      : 'Nicht bestanden: ' +
          chosen
            .filter(({ name }) => outcomes.get(name) !== 'good')
            .map(({ name }) => name)
            .join(', '),
  )
  return isGood ? 0 : 1
})

/** Runs the steps in their order as soon as a place is free; one that runs alone waits until all before it have ended. */
async function runAll(chosen: readonly Step[]): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const busy = new Set<Promise<void>>()
  for (const step of chosen) {
    const places = step.isAlone === true ? 1 : AT_ONCE
    while (busy.size >= places) await Promise.race(busy)
    if (step.after?.some((name) => (outcomes.get(name) ?? 'good') !== 'good') === true) {
      say(`✗ ${step.name} ausgelassen: ${step.after.join(', ')} ist nicht gelungen.`)
      outcomes.set(step.name, 'left out')
      continue
    }
    const work = runStep(step).then((outcome) => {
      outcomes.set(step.name, outcome)
      busy.delete(work)
    })
    busy.add(work)
  }
  await Promise.all(busy)
  return outcomes
}

async function runStep(step: Step): Promise<Outcome> {
  const startedAt = Date.now()
  const env = { ...projectEnvironment(), NO_COLOR: '1' }
  const results = []
  for (const command of step.commands) results.push(await run(process.execPath, command, { env }))
  const failed = results.filter((result) => result.code !== 0)
  if (failed.length > 0) {
    say(`${failed.map(({ output }) => output.trimEnd()).join('\n')}\n✗ ${step.name} ${secondsSince(startedAt)}`)
    return 'failed'
  }
  const lastLine = results.at(-1)?.output.trim().split('\n').at(-1) ?? ''
  say(`✓ ${step.name} ${secondsSince(startedAt)}   ${lastLine.trim()}`)
  return 'good'
}

function secondsSince(moment: number): string {
  return `${((Date.now() - moment) / 1000).toFixed(1)} s`
}
