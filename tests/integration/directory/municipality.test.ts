import { expect, test } from 'vitest'
import { changeMunicipality, createMunicipality, removeMunicipality } from '../../../electron/directory/commands'
import { chooseReference, listMunicipalities } from '../../../electron/directory/queries'
import { municipalityThere } from '../../../shared/directory/calls'
import { failing } from '../../fixtures/failing'
import { wholeList } from '../../fixtures/listWindow'
import { temporaryWorkspace } from '../../fixtures/workspace'

const town = (municipalityKey: string, municipalityName: string) => ({
  municipalityKey,
  municipalityName,
  inhabitants: null,
  gridEast: null,
  gridNorth: null,
})

test('a municipality is one record by its key: in two offices it has one id, here it is entered once, and deleted it may come again', () => {
  using here = temporaryWorkspace()
  using there = temporaryWorkspace()
  const enter = (workspace: typeof here, key: string, name: string) => workspace.act((store) => createMunicipality(store, town(key, name)))
  const id = enter(here, '99001001', 'Erlenburg')
  expect(enter(there, '99001001', 'Stadt Erlenburg')).toBe(id)
  expect(enter(here, '99001002', 'Kaltensee')).not.toBe(id)
  expect(() => enter(here, '99001001', 'Erlenburg')).toThrow(failing(municipalityThere, { municipalityKey: '99001001' }))
  here.act((store) => removeMunicipality(store, { id }))
  expect(enter(here, '99001001', 'Erlenburg')).toBe(id)
})

test('other things than persons stand as in a dictionary, and the chosen one stands first whatever is searched', () => {
  using workspace = temporaryWorkspace()
  const [upper, , , chosen] = ['Mühlrade', 'Muldau', 'Zell', 'Äpfingen'].map((name, at) =>
    workspace.act((store) => createMunicipality(store, town(`9900100${at}`, name))),
  )
  const names = () => listMunicipalities(workspace.store, wholeList).rows.map((one) => one.municipalityName)
  expect(names()).toEqual(['Äpfingen', 'Mühlrade', 'Muldau', 'Zell'])
  workspace.act((store) => changeMunicipality(store, { id: upper!, values: { municipalityName: 'Zwickel' } }))
  expect(names()).toEqual(['Äpfingen', 'Muldau', 'Zell', 'Zwickel'])
  const choices = chooseReference(workspace.store, { entity: 'municipality', search: 'zw', selected: chosen!, limit: 10 })
  expect(choices.map(({ label }) => label)).toEqual(['Äpfingen', 'Zwickel'])
})
