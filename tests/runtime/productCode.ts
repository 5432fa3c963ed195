// `node --import ./tests/runtime/productCode.ts SCRIPT` lets a script use the product's own source without a build: imports there have
// no ending, as bundlers read them, lists are JSON, and SQL comes as text (`?raw`).
import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const endings = ['.ts', '.tsx', '/index.ts']

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isOurs =
      specifier.startsWith('.') && context.parentURL?.startsWith('file:') === true && !context.parentURL.includes('/node_modules/')
    if (!isOurs) return nextResolve(specifier, context)
    const url = new URL(specifier, context.parentURL).href
    if (url.endsWith('?raw')) return { url, format: 'module', shortCircuit: true }
    if (url.endsWith('.json')) return { url, format: 'json', importAttributes: { type: 'json' }, shortCircuit: true }
    const path = fileURLToPath(url)
    const ending = /\.[cm]?[jt]sx?$/.test(path) ? '' : endings.find((one) => existsSync(path + one))
    // Said here, so Node need not read each file twice to find out that it is a module.
    if (ending !== undefined && /\.tsx?$/.test(path + ending)) return { url: url + ending, format: 'module-typescript', shortCircuit: true }
    return nextResolve(specifier, context)
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('?raw')) return nextLoad(url, context)
    const text = readFileSync(fileURLToPath(url.slice(0, -'?raw'.length)), 'utf8')
    return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true }
  },
})
