import * as z from 'zod'
import { expect, test } from 'vitest'
import { isKey } from '../../../renderer/app/acts'
import { faultOf } from '../../../renderer/ui/faults'
import { folderNameFor } from '../../../renderer/workspace/folderName'

const today = '2026-11-24'
const fault = (schema: z.ZodType, value: unknown) => faultOf({ schema }, value, today)

test('a value that breaks its type is named with what to do', () => {
  expect(fault(z.string().trim().min(1).max(5), 'Amira')).toBeNull()
  expect(fault(z.string().trim().min(1).max(5), '')).toBe('Dieses Feld braucht eine Angabe.')
  expect(fault(z.string().max(5), 'zu lang')).toBe('Zu lang: Höchstens 5 Zeichen haben Platz.')
  expect(fault(z.int().min(0).max(30).nullable(), 31)).toBe('Der größte mögliche Wert ist 30.')
  expect(fault(z.int().min(1), 0)).toBe('Der kleinste mögliche Wert ist 1.')
  expect(
    fault(
      z
        .string()
        .regex(/^\d{5}$/)
        .nullable(),
      '9910',
    ),
  ).toBe('Hier gehören genau 5 Ziffern hin.')
  expect(fault(z.string().nullable(), null)).toBeNull()
})

test('bounds come from the dated rule of the field', () => {
  const points = { schema: z.int().nullable(), bounds: 'placementScore' }
  expect(faultOf(points, 140, today)).toBe('140 liegt über 100. Tragen Sie 0 bis 100 ein.')
  expect(faultOf(points, -1, today)).toBe('-1 liegt unter 0. Tragen Sie 0 bis 100 ein.')
  for (const allowed of [0, 100, null]) expect(faultOf(points, allowed, today)).toBeNull()
})

test('a key is only itself, with exactly its modifiers', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) => ({
    key,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...held,
  })
  expect(isKey(press('s', { ctrlKey: true }), 'Control+S')).toBe(true)
  expect(isKey(press('s', { ctrlKey: true, shiftKey: true }), 'Control+S')).toBe(false)
  expect(isKey(press('s'), 'Control+S')).toBe(false)
  expect(isKey(press('F6', { shiftKey: true }), 'Shift+F6')).toBe(true)
})

test('a county gives its folder a name that every file system takes', () => {
  expect(folderNameFor('Landkreis Grün')).toBe('landkreis-gruen')
  expect(folderNameFor('Łobez / Crîșul')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(folderNameFor('  ')).toBe('')
})
