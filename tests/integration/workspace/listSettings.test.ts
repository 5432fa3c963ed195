// How a list is arranged: kept in the file, for its user and view alone.
import { expect, test } from 'vitest'
import { dropListSetting, keepListSetting, renameListSetting } from '../../../electron/workspace/commands'
import { getListSettings } from '../../../electron/workspace/queries'
import type { ListSetting } from '../../../shared/workspace/listSetting'
import { settingGone, settingNameTaken } from '../../../shared/workspace/listSettingCalls'
import { failing } from '../../fixtures/failing'
import { temporaryWorkspace } from '../../fixtures/workspace'

const view = 'directory/persons'
const setting: ListSetting = {
  columns: [{ key: 'lastName', width: 12.5 }],
  frozen: 1,
  sorts: [{ column: 'birthDate', isDescending: true }],
  filters: [{ kind: 'contains', column: 'city', text: 'burg' }],
  group: null,
  hasFilterRow: true,
}
const plain: ListSetting = { ...setting, sorts: [], filters: [] }

test('what was last in use and the views with names are there again after a restart, for this user and view, and stand in no log', () => {
  using workspace = temporaryWorkspace()
  workspace.act((store) => {
    keepListSetting(store, { view, name: null, setting: plain })
    keepListSetting(store, { view, name: null, setting })
    keepListSetting(store, { view, name: 'Zuzug', setting: plain })
    keepListSetting(store, { view, name: 'Älteste zuerst', setting })
  })
  workspace.database
    .prepare(`INSERT INTO viewSetting (user, view, name, setting, at) VALUES ('OTHER', ?, '', ?, 0)`)
    .run(view, JSON.stringify(plain))
  workspace.reopen()
  expect(getListSettings(workspace.store, { view })).toEqual({
    last: setting,
    named: [
      { name: 'Älteste zuerst', setting },
      { name: 'Zuzug', setting: plain },
    ],
  })
  expect(getListSettings(workspace.store, { view: 'directory/contacts' })).toEqual({ last: null, named: [] })
  expect(workspace.store.count('SELECT count(*) FROM act')).toBe(0)
})

test('a named view is replaced, renamed and forgotten; a name that is taken or gone is said', () => {
  using workspace = temporaryWorkspace()
  const names = () => getListSettings(workspace.store, { view }).named.map((one) => one.name)
  workspace.act((store) => {
    keepListSetting(store, { view, name: 'Zuzug', setting })
    keepListSetting(store, { view, name: 'Zuzug', setting: plain })
    keepListSetting(store, { view, name: 'Tests', setting })
  })
  expect(getListSettings(workspace.store, { view }).named).toContainEqual({ name: 'Zuzug', setting: plain })
  const rename = (from: string, to: string) => () => workspace.act((store) => renameListSetting(store, { view, from, to }))
  expect(rename('Zuzug', 'Tests')).toThrow(failing(settingNameTaken, { name: 'Tests' }))
  expect(rename('Wegzug', 'Weg')).toThrow(failing(settingGone))
  rename('Zuzug', 'Zuzug')()
  rename('Zuzug', 'Neu')()
  expect(names()).toEqual(['Neu', 'Tests'])
  workspace.act((store) => dropListSetting(store, { view, name: 'Neu' }))
  workspace.act((store) => dropListSetting(store, { view, name: 'nie dagewesen' }))
  expect(names()).toEqual(['Tests'])
})

test.each(['{"columns":', '{"columns":"all"}', 'null', '{"columns":[],"sorts":[{"column":"","isDescending":1}]}'])(
  'a setting that cannot be read, %s, is as if it had never been kept',
  (broken) => {
    using workspace = temporaryWorkspace()
    workspace.act((store) => {
      keepListSetting(store, { view, name: null, setting })
      keepListSetting(store, { view, name: 'Zuzug', setting })
      keepListSetting(store, { view, name: 'Tests', setting })
    })
    workspace.database.prepare(`UPDATE viewSetting SET setting = ? WHERE name <> 'Tests'`).run(broken)
    expect(getListSettings(workspace.store, { view })).toEqual({ last: null, named: [{ name: 'Tests', setting }] })
  },
)
