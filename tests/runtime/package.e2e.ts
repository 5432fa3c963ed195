import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { expect, test } from 'playwright/test'
import manifest from '../../package.json' with { type: 'json' }
import { projectFolder, run } from './command.ts'
import { ensureRuntime, runtimeArguments } from './electron.ts'

// Playwright cannot attach to it (its fuses forbid it), so it is started as a user would, and asked to prove itself.
test('the packaged program opens, migrates, makes one round trip, and is no Node for whoever finds it', async () => {
  test.setTimeout(180_000)
  const hooks = join(projectFolder, 'tests/runtime/productCode.ts')
  const packaging = await run(process.execPath, ['--import', hooks, 'tests/runtime/package.ts'])
  expect(packaging.code, packaging.output).toBe(0)

  const { kind } = await ensureRuntime()
  const ending = kind === 'test' ? '-testlaufzeit' : ''
  const folder = join(projectFolder, 'dist', `${manifest.productName}-${manifest.version}-${process.platform}-${process.arch}${ending}`)
  const unpacked = globSync('**', { cwd: join(folder, 'resources/app.asar.unpacked'), withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(unpacked.map((entry) => extname(entry.name)).sort()).toEqual(['.node', '.wasm'])

  const data = mkdtempSync(join(tmpdir(), 'kreiswerkbank-package-'))
  try {
    const start = (switches: readonly string[], env: NodeJS.ProcessEnv) =>
      run(join(folder, manifest.name), [...switches, ...runtimeArguments(), `--user-data-dir=${data}`, '--self-test'], {
        env,
        timeoutSeconds: 60,
      })
    const selfTest = await start([], process.env)
    expect(selfTest.code, selfTest.output).toBe(0)

    const script = join(data, 'script.cjs')
    writeFileSync(script, "console.log('this is Node')")
    const asNode = await start([script], { ...process.env, ELECTRON_RUN_AS_NODE: '1' })
    expect(asNode.output).not.toContain('this is Node')
    const inspected = await start(['--inspect=0'], { ...process.env, NODE_OPTIONS: '--inspect=0' })
    expect(inspected.output).not.toContain('Debugger listening')
    const debugged = await start(['--remote-debugging-port=0'], process.env)
    expect(debugged.code, debugged.output).toBe(0)
    expect(debugged.output).not.toContain('DevTools listening')
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})
