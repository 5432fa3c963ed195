import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName, unusedName } from '../../../electron/excel/writing/fileName'

test('any text becomes a name that Windows takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const name = safeFileName(text)
      expect(name).toMatch(/^[^\p{Cc}<>:"/\\|?*]*[^\p{Cc}<>:"/\\|?*. ]$/u)
      expect(Array.from(name).length).toBeLessThanOrEqual(81)
      expect(['CON', 'nul', 'Com1']).not.toContain(name)
    }),
  )
  expect(['CON', 'nul', 'Com1', '...', ''].map(safeFileName)).toEqual(['CON_', 'nul_', 'Com1_', '_', '_'])
})

test('a usual name stays as it is, umlauts and all', () => {
  expect(safeFileName('Sprachhaus Mühlrade e. V. (Süd)')).toBe('Sprachhaus Mühlrade e. V. (Süd)')
})

test('a name that is taken gets the next number, whatever its case', () => {
  const taken = new Set(['liste.xlsx', 'liste (2).xlsx'])
  expect(unusedName('Liste', 'xlsx', (name) => taken.has(name))).toBe('Liste (3).xlsx')
  expect(unusedName('Andere', 'xlsx', (name) => taken.has(name))).toBe('Andere.xlsx')
})
