import { useState } from 'react'
import * as z from 'zod'
import { Choice, type QueryCall } from '../../shared/core/call'
import { roomOf, rooms } from '../../shared/rooms'
import { t } from '../../shared/i18n/text'
import { useLive } from '../app/live'
import { Combobox } from './Combobox'
import type { FieldProps } from './Field'

const Choices = z.array(Choice)
const LIMIT = 50

/** A reference to a record of `entity`, found by typing. Its room answers by its query `chooseReference`. `null`: none. */
export function ReferenceField({
  entity,
  onCreate,
  ...field
}: FieldProps<string | null> & {
  entity: string
  /** Makes a record that was not found. */ onCreate?: ((search: string) => void) | undefined
}) {
  const { value } = field
  const [search, setSearch] = useState<string | null>(null)
  const { choices: found, isLoading } = useChoices(entity, search ?? '', value)
  const chosen = found.find(({ id }) => id === value)
  return (
    <Combobox
      {...field}
      shown={value === null ? '' : (chosen?.label ?? (isLoading ? '…' : t('nicht vorhanden')))}
      options={found.map(({ id, label }) => ({ code: id, label }))}
      onSearch={setSearch}
      onCreate={onCreate}
    />
  )
}

/** The words for ids of an entity, as its room's query `chooseReference` gives them. */
function useChoices(entity: string, search: string, selected: string | null) {
  const room = roomOf(entity)
  const calls: Record<string, unknown> = room === undefined ? {} : rooms[room].calls
  const query = calls['chooseReference']
  if (!isQuery(query)) throw new TypeError(`The room of "${entity}" has no query chooseReference`)
  const answer = useLive(query, { entity, search, selected, limit: LIMIT })
  return { choices: answer.value === undefined ? [] : Choices.parse(answer.value), isLoading: answer.value === undefined || answer.isOld }
}

/** The word for one referenced record: "…" until it is known, "nicht vorhanden" if it is gone, erased or was never sent. */
export function useReferenceLabel(entity: string, id: string | null): string {
  const { choices, isLoading } = useChoices(entity, '', id)
  if (id === null) return '–'
  return choices.find((one) => one.id === id)?.label ?? (isLoading ? '…' : t('nicht vorhanden'))
}

function isQuery(call: unknown): call is QueryCall {
  return typeof call === 'object' && call !== null && 'kind' in call && call.kind === 'query'
}
