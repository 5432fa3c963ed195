// Which records can be made while another form refers to them: those that their room creates from the record's own fields.
import * as z from 'zod'
import type { CommandCall } from '../../shared/core/call'
import { type AnyEntity, type Field, Id } from '../../shared/core/entity'
import { entities, roomOf, rooms } from '../../shared/rooms'

export interface Creation {
  entity: AnyEntity
  command: CommandCall
  /** Fields that must be filled, and those that give the record its name. */
  fields: readonly string[]
  /** The field that takes what was searched. */
  named: string | undefined
}

/** How a record of this entity is made in place, or `null`: a participant is made together with a person, in its own form. */
export function creationOf(name: string): Creation | null {
  const entity = entities.get(name)
  const room = roomOf(name)
  if (entity === undefined || room === undefined) return null
  const calls: Record<string, unknown> = rooms[room].calls
  const command = calls[`create${name[0]!.toUpperCase()}${name.slice(1)}`]
  if (!isCommand(command) || !(command.input instanceof z.ZodObject) || !takesAll(command.input, entity)) return null
  const fields = Object.values(entity.fields)
  return {
    entity,
    command,
    fields: fields.filter((field) => isRequired(field) || field.keys !== undefined).map((field) => field.name),
    named: fields.find(({ keys }) => keys !== undefined)?.name,
  }
}

/** True for a field that cannot be left empty. */
export function isRequired({ kind, isNullable, schema }: Field): boolean {
  return !isNullable && !schema.safeParse(kind.type === 'codes' ? [] : '').success && kind.type !== 'flag'
}

/** The id that a create command answers with. */
export const Created = Id

function takesAll(input: z.ZodObject, entity: AnyEntity): boolean {
  const names = Object.keys(entity.fields)
  return Object.keys(input.shape).length === names.length && names.every((field) => field in input.shape)
}

function isCommand(call: unknown): call is CommandCall {
  return typeof call === 'object' && call !== null && 'kind' in call && call.kind === 'command'
}
