// Runs dependency-cruiser and counts what it looked at: without a TypeScript that it understands it finds nothing wrong in 0 modules.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { projectFolder, run } from './runtime/command.ts'
import { runScript, say } from './runtime/say.ts'

const layers = ['electron', 'renderer', 'shared']

const Cruise = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
  }),
})

await runScript(async () => {
  const cruiser = join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { output } = await run(process.execPath, [cruiser, '--config', 'tests/dependencies.cjs', '--output-type', 'json', ...layers])
  const { modules, summary } = Cruise.parse(JSON.parse(output))

  for (const { rule, from, to, cycle } of summary.violations) {
    say(`${rule.name}: ${from} -> ${cycle === undefined ? to : cycle.map((one) => one.name).join(' -> ')}`)
  }
  const files = layers.flatMap((layer) => globSync(`${layer}/**/*.{ts,tsx}`, { cwd: projectFolder }))
  const seen = new Set(modules.map((module) => module.source))
  const unseen = files.filter((file) => !seen.has(file.replaceAll('\\', '/')))
  for (const file of unseen) say(`not looked at: ${file}`)
  const dependencies = modules.reduce((sum, module) => sum + module.dependencies.length, 0)
  say(`${files.length} files, ${dependencies} imports, ${summary.violations.length} violations`)
  return summary.violations.length === 0 && unseen.length === 0 && files.length > 0 && dependencies > 0 ? 0 : 1
})
