// A long list on screen is a window of rows: search, scrolling and selection are what the user is doing, rows come from the query.
import { useState } from 'react'
import * as z from 'zod'
import type { InputOf, OutputOf, QueryCall } from '../../shared/core/call'
import type { ListWindow } from '../../shared/core/list'
import { ask } from './client'
import { type Live, useLive } from './live'

const WINDOW = 300
/** The most that a list answers at once. */
const LARGEST = 500
const Window = z.object({ offset: z.int() })
const Ids = z.object({ rows: z.array(z.object({ id: z.string() })) })

/** What a list shall show, without which part of it is on screen. */
export type ListWish = Omit<ListWindow, 'offset' | 'limit'>

interface Windowed<C extends QueryCall> {
  found: Live<OutputOf<C>>
  offset: number
  /** Changes with the wish. */
  wish: string
  onWindow(offset: number, limit: number): void
  /** Ids of the rows from one position to another, both included. */
  idsBetween(from: number, to: number): Promise<readonly string[]>
}

/** Reads a list query. Another wish starts at the top. `null`: nothing to ask yet. */
export function useWindowed<C extends QueryCall>(query: C, wish: ListWish | null): Windowed<C> {
  const key = JSON.stringify(wish)
  const [range, setRange] = useState({ key, offset: 0, limit: WINDOW })
  const { offset, limit } = range.key === key ? range : { offset: 0, limit: WINDOW }
  // Every list query takes a ListWindow.
  const inputOf = (part: { offset: number; limit: number }) => ({ ...wish, ...part }) as InputOf<C>
  const found = useLive(query, wish === null ? null : inputOf({ offset, limit }))
  return {
    found,
    wish: key,
    // While another window is on its way, the rows on screen still stand where they were asked for.
    offset: found.answered === undefined ? 0 : Window.parse(found.answered).offset,
    onWindow: (next, rows) => setRange({ key, offset: next, limit: Math.min(rows, LARGEST) }),
    idsBetween: async (from, to) => {
      const ids: string[] = []
      for (let at = from; at <= to; at += LARGEST) {
        const { value } = await ask(query, inputOf({ offset: at, limit: Math.min(LARGEST, to - at + 1) }))
        ids.push(...Ids.parse(value).rows.map(({ id }) => id))
      }
      return ids
    },
  }
}
