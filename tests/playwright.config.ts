import { join } from 'node:path'
import { defineConfig } from 'playwright/test'
import { projectFolder } from './runtime/command.ts'

/** Tests on the real Electron: `*.e2e.ts`. One after another: each opens windows, and focus belongs to one of them. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.e2e.ts',
  globalSetup: join(import.meta.dirname, 'runtime/playwrightSetup.ts'),
  outputDir: join(projectFolder, 'test-results'),
  workers: 1,
  timeout: 600_000,
  // Waits for what the screen shows; only what never comes needs all of it.
  expect: { timeout: 45_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
})
