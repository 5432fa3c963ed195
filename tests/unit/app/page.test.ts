import { join, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assetOf, headersOf } from '../../../electron/app/page'

const folder = join(sep, 'program', 'out', 'renderer')

test('the page and what the build put beside it are served', () => {
  expect(assetOf('app://workbench/', folder)).toEqual({ file: join(folder, 'index.html'), type: 'text/html; charset=utf-8' })
  expect(assetOf('app://workbench/#/courses/participants', folder)?.file).toBe(join(folder, 'index.html'))
  expect(assetOf('app://workbench/assets/index-1a.js?v=1', folder)).toEqual({
    file: join(folder, 'assets', 'index-1a.js'),
    type: 'text/javascript; charset=utf-8',
  })
})

test('other hosts, ways out of the folder, and other kinds of files are not', () => {
  const bad = [
    'app://evil/index.html',
    'app://workbench:80/index.html',
    'app://user@workbench/index.html',
    'http://workbench/index.html',
    'file:///etc/passwd',
    'index.html',
    '',
    'app://workbench/..%2f..%2fsecret.html',
    'app://workbench/a/..%5c..%5cx.js',
    'app://workbench/C:%5cx.js',
    'app://workbench/x.js%00.html',
    'app://workbench/%E0%A4%A.js',
    'app://workbench/main.js%2f..',
    'app://workbench/keyring.json',
    'app://workbench/workspace.db',
    'app://workbench/assets',
    'app://workbench/assets/',
  ]
  for (const address of bad) expect([address, assetOf(address, folder)]).toEqual([address, null])
})

test('no address leads out of the folder', () => {
  const part = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', 'assets', '%00', ':'),
    fc.string({ maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const asset = assetOf(`app://workbench/${parts.join('/')}.js`, folder)
      expect(asset === null || asset.file.startsWith(folder + sep)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('the policy allows our own files, nothing inline and nothing from elsewhere', () => {
  const policy = headersOf('text/html')['content-security-policy'] ?? ''
  expect(policy.split('; ')).toEqual([
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ])
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})
