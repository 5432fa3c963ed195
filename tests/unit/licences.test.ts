import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../runtime/command'
import { imported, NEVER_MET, shippedPackages, specifiersIn } from '../runtime/shipped'

/** Free licences that the EUPL-1.2 can stand beside in one program. */
const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MIT/X11',
  'OFL-1.1',
  'Unlicense',
  'WTFPL',
  'Zlib',
])
/** The lock file names no licence for these; what stands in the package itself, and the words to know it by. */
const READ_BY_HAND: Readonly<Record<string, { file: string; words: string }>> = {
  'png-js': { file: 'LICENSE', words: 'MIT License' },
}

/** True if one of the licences of an expression is free, or all where all of them hold. */
function isFree(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '')
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isFree)
  return plain.split(' AND ').every((one) => FREE.has(one.trim()))
}

test('everything that is shipped has a free licence', () => {
  const shipped = shippedPackages()
  expect(shipped.length).toBeGreaterThan(50)
  const refused = shipped.filter(({ name, licence }) => (licence === null ? READ_BY_HAND[name] === undefined : !isFree(licence)))
  expect(refused.map(({ name, version, licence }) => `${name} ${version}: ${licence ?? 'none named'}`)).toEqual([])
})

test('where the lock file names no licence, the package itself still says the one that was read', () => {
  for (const { name, folder, licence } of shippedPackages()) {
    const known = licence === null ? READ_BY_HAND[name] : undefined
    if (known !== undefined) expect(readFileSync(join(projectFolder, folder, known.file), 'utf8')).toContain(known.words)
  }
})

test('a licence that is not free is refused, also beside a free one that holds with it', () => {
  for (const bad of ['GPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN x', '(MIT AND AGPL-3.0-only)', '']) expect(isFree(bad)).toBe(false)
  for (const good of ['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', '(BSD-2-Clause OR MIT OR Apache-2.0)'])
    expect(isFree(good)).toBe(true)
})

test('imports are seen however they are written, and types leave nothing', () => {
  const text = [
    `import a from 'one'`,
    `import {\n  b,\n  c,\n} from '@scope/two/part'`,
    `import type { D } from 'types-only'`,
    `import 'three.css'`,
    `export { e } from 'four'`,
    `const f = await import('five')`,
    `@import '@scope/six/style.css';`,
    `src: url('seven/font.woff2')`,
  ].join('\n')
  expect(specifiersIn(text)).toEqual(['one', '@scope/two/part', 'three.css', 'four', 'five', '@scope/six/style.css', 'seven/font.woff2'])
})

test('what is bundled is counted, in whatever list of package.json it stands', () => {
  const names = new Set(shippedPackages().map(({ name }) => name))
  for (const name of [
    'react',
    'zod',
    'pdfkit',
    'docx',
    'exceljs',
    'better-sqlite3',
    'highs',
    'electron',
    '@kern-ux/native',
    'jszip',
    'restructure',
    'scheduler',
  ])
    expect(names).toContain(name)
  for (const name of ['vitest', 'playwright', 'electron-builder', 'typescript']) expect(names).not.toContain(name)
})

test('parts of packages that bring what may not be shipped are not imported', () => {
  const all = imported()
  for (const name of Object.keys(NEVER_MET)) expect(all).not.toContain(name)
})
