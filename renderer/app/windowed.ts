// A long list on screen is a window of rows: search, scrolling and selection are what the user is doing, rows come from the query.
import { useState } from 'react'
import * as z from 'zod'
import type { InputOf, OutputOf, QueryCall } from '../../shared/core/call'
import { type Live, useLive } from './live'

const WINDOW = 300
const Window = z.object({ offset: z.int() })

interface Windowed<C extends QueryCall> {
  found: Live<OutputOf<C>>
  search: string
  offset: number
  searchFor(search: string): void
  onWindow(offset: number, limit: number): void
}

/** Reads a list query with `search`, `offset` and `limit`; `filters` are its other inputs. A new search starts at the top. */
export function useWindowed<C extends QueryCall>(query: C, filters: Omit<InputOf<C>, 'search' | 'offset' | 'limit'>): Windowed<C> {
  const [search, setSearch] = useState('')
  const [range, setRange] = useState({ offset: 0, limit: WINDOW })
  // A list query takes search and window beside its filters: ListWindow in shared/core/call.ts.
  const found = useLive(query, { ...filters, search, ...range } as InputOf<C>)
  return {
    found,
    search,
    // While another window is on its way, the rows on screen still stand where they were asked for.
    offset: found.answered === undefined ? 0 : Window.parse(found.answered).offset,
    searchFor: (next) => {
      setSearch(next)
      setRange({ offset: 0, limit: WINDOW })
    },
    onWindow: (offset, limit) => setRange({ offset, limit: Math.min(limit, 500) }),
  }
}
