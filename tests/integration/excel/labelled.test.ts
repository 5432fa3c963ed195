import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/courses/import/inspect'
import { differences, type Expectation } from '../../fixtures/workbookExpectation'

const folder = join(import.meta.dirname, '../../fixtures/workbooks')
const expectations = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as Expectation[]

test.each(expectations.map((one) => [one.file, one] as const))('%s comes out as it is labelled', async (file, expected) => {
  expect(differences(expected, await inspect(join(folder, file)))).toEqual([])
})
