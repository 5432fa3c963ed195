// The one hook that reads. Rows live in the query cache and nowhere else; a commit names the tables it changed, and what read them runs again.
import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf, QueryCall } from '../../shared/core/call'
import { unexpected } from '../../shared/core/errors'
import { nameOf } from '../../shared/rooms'
import { ask, Failed, listen } from './client'

/** What a live query knows now. `value` is undefined until the first answer; `isOld`: it belongs to the input before, the new one is on its way. */
export interface Live<Value, Input = unknown> {
  value: Value | undefined
  /** The input that `value` answers. */
  answered: Input | undefined
  failure: Failed | null
  isOld: boolean
  again(): void
}

type Asked = Awaited<ReturnType<typeof ask>>

export const queryCache = new QueryClient({
  defaultOptions: {
    // An answer holds until a commit says otherwise; asking again by focus or by clock would only hide a missing event.
    queries: {
      staleTime: Infinity,
      gcTime: 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
    },
  },
})

/** Reads a query and keeps it up to date. `input` null: nothing to ask yet (no row chosen). */
export function useLive<C extends QueryCall>(query: C, input: InputOf<C> | null): Live<OutputOf<C>, InputOf<C>> {
  const found = useQuery({
    queryKey: [nameOf(query), input],
    queryFn: async () => ({ ...(await ask(query, input as InputOf<C>)), input: input as InputOf<C> }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  })
  return {
    value: input === null ? undefined : found.data?.value,
    answered: input === null ? undefined : found.data?.input,
    failure: found.error === null ? null : failedFrom(found.error),
    isOld: found.isPlaceholderData,
    again: () => void found.refetch(),
  }
}

/** Runs queries again when a commit changed what they read, at most once a frame. Gives the function that stops it. */
export function keepLive(): () => void {
  let changed = new Set<string>()
  let isPlanned = false
  const flush = () => {
    const entities = changed
    changed = new Set()
    isPlanned = false
    void queryCache.invalidateQueries({
      predicate: ({ state }) => {
        const asked = state.data as Asked | undefined
        // Without an answer nobody knows what it reads, and it may have read before this commit.
        return asked === undefined || state.fetchStatus === 'fetching' || asked.entities.some((entity) => entities.has(entity))
      },
    })
  }
  return listen((event) => {
    if (event.type !== 'changed') return
    for (const entity of event.entities) changed.add(entity)
    if (isPlanned) return
    isPlanned = true
    // A hidden window draws no frames, but must be right when it is shown again.
    if (document.hidden) setTimeout(flush, 16)
    else requestAnimationFrame(flush)
  })
}

/** Anything thrown as a `Failed`: what the main process did not name is a bug and gets the sentence for bugs. */
export function failedFrom(error: unknown): Failed {
  if (error instanceof Failed) return error
  return new Failed({
    code: unexpected.code,
    sentence: unexpected.sentence,
    params: { trace: error instanceof Error ? error.name : 'window' },
  })
}
