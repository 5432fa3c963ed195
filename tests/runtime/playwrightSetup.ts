// Once before all e2e tests: a runtime, a built program and one screen, which the test processes inherit.
import { buildIfNeeded } from './build.ts'
import { openDisplay } from './display.ts'
import { ensureRuntime } from './electron.ts'

export default async function setup(): Promise<() => void> {
  await ensureRuntime()
  await buildIfNeeded()
  const display = await openDisplay()
  Object.assign(process.env, display.env)
  return display.close
}
