import type { AnyEntity } from './entity'

/** What a record is called: its texts with keys, "Haddad, Amira"; `null` for records that nobody calls by a name of their own. */
export function titleOf(entity: AnyEntity, values: Record<string, unknown>): string | null {
  const texts = Object.values(entity.fields)
    .filter(({ keys }) => keys !== undefined)
    .map(({ name }) => values[name])
  const filled = texts.filter((text): text is string => typeof text === 'string' && text !== '')
  return filled.length === 0 ? null : filled.join(', ')
}
