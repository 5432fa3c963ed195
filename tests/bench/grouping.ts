// The planner on any instance of bench/grouping/model.md's format: `npm run bench -- grouping --instance FILE --plan OUT [--seconds S] [--seed N]`.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { isWorkbenchError } from '../../shared/core/errors'
import { findPlan } from '../../electron/courses/grouping/search'
import { type GroupingPlan, GroupingProblem, type NoPlan, planNotFound } from '../../shared/courses/grouping/model'
import { meanSpread } from '../../shared/courses/grouping/spread'

const STANDARD = ['standard-60-1', 'literacy-60-1', 'scarce-60-1', 'pairs-60-1', 'standard-200-1']

/**
 * Plans one instance (`--instance`, JSON or gzipped JSON) or the fixtures' standard set, prints a line each, and writes the plan file
 * that check.mjs and bound.mjs of the bench judge (`--plan`).
 */
export async function benchGrouping(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      instance: { type: 'string' },
      plan: { type: 'string' },
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
    },
  })
  const files =
    values.instance === undefined
      ? STANDARD.map((name) => new URL(`../fixtures/grouping/${name}.json`, import.meta.url))
      : [values.instance]
  console.log('instance              objective     bound   gap %  spread  first s  seconds    MiB')
  for (const file of files) {
    const problem = GroupingProblem.parse(readInstance(file))
    const plan = await measured(problem, Number(values.seconds), Number(values.seed)).catch((error: unknown) => {
      if (isWorkbenchError(error) && error.definition === planNotFound) return null
      throw error
    })
    if (plan === null) {
      console.log(`${problem.name}: no plan found, which proves nothing`)
      process.exitCode = 1
      continue
    }
    console.log('infeasible' in plan ? `${problem.name}: ${plan.infeasible.join(' ')}` : line(problem, plan))
    if (values.plan !== undefined) {
      writeFileSync(values.plan, JSON.stringify(plan))
      console.log(`written: ${basename(values.plan)}`)
    }
  }
}

function readInstance(file: string | URL): unknown {
  const bytes = readFileSync(file)
  const isGzipped = bytes[0] === 0x1f && bytes[1] === 0x8b
  return JSON.parse((isGzipped ? gunzipSync(bytes) : bytes).toString('utf8'))
}

/** The plan with times in seconds, peak memory of this process and the way it took. */
async function measured(problem: GroupingProblem, seconds: number, seed: number): Promise<GroupingPlan | NoPlan> {
  const begun = performance.now()
  const elapsed = () => Math.round(performance.now() - begun) / 1000
  const trace: NonNullable<GroupingPlan['trace']> = []
  const plan = await findPlan(problem, {
    seed,
    seconds,
    signal: { aborted: false },
    report: ({ objective, bound }) => trace.push({ seconds: elapsed(), objective, bound }),
  })
  if ('infeasible' in plan) return plan
  return {
    ...plan,
    seconds: elapsed(),
    firstPlanSeconds: trace[0]?.seconds ?? elapsed(),
    memoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    trace,
  }
}

function line(problem: GroupingProblem, plan: GroupingPlan): string {
  const gap = plan.bound === null || plan.objective === 0 ? '-' : ((100 * (plan.objective - plan.bound)) / plan.objective).toFixed(2)
  const numbers: [string | number, number][] = [
    [plan.objective, 11],
    [plan.bound ?? '-', 9],
    [gap, 7],
    [(meanSpread(problem, plan) ?? 0).toFixed(2), 7],
    [(plan.firstPlanSeconds ?? 0).toFixed(2), 8],
    [(plan.seconds ?? 0).toFixed(1), 8],
    [plan.memoryMiB ?? 0, 6],
  ]
  return problem.name.padEnd(20) + numbers.map(([value, width]) => ` ${String(value).padStart(width)}`).join('')
}
