import { expect, test } from 'vitest'
import { columnsOf } from '../../../electron/store/columns'
import { entities } from '../../../shared/rooms'
import { temporaryWorkspace } from '../../fixtures/workspace'

test('every record has the table that its definition asks for, and nothing that a snapshot could break', () => {
  using workspace = temporaryWorkspace()
  expect(entities.size).toBeGreaterThan(10)
  for (const entity of entities.values()) {
    const columns = workspace.database.prepare('SELECT name, type, "notnull" AS isRequired FROM pragma_table_info(?)').all(entity.name) as {
      name: string
      type: string
      isRequired: number
    }[]
    const found = Object.fromEntries(columns.map(({ name, type, isRequired }) => [name, { type, isNullable: isRequired === 0 }]))
    expect(found, entity.name).toEqual(columnsOf(entity))
    expect(workspace.database.pragma(`foreign_key_list(${entity.name})`), entity.name).toEqual([])
    const indexes = workspace.database.pragma(`index_list(${entity.name})`) as { unique: number; origin: string }[]
    expect(
      indexes.filter(({ unique, origin }) => unique === 1 && origin !== 'pk'),
      entity.name,
    ).toEqual([])
    const sql = String(workspace.database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(entity.name))
    expect(sql).toMatch(/STRICT/)
    expect(sql).not.toMatch(/CHECK/i)
  }
})
