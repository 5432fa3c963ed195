import * as z from 'zod'
import type { Letterhead } from '../../shared/core/document'
import type { Reader } from '../store/store'

const Meta = z.object({ name: z.string(), value: z.string() })

/** What stands at the head of this office's documents. */
export function letterheadOf(store: Reader): Letterhead {
  const meta = new Map(
    store.rows(Meta, `SELECT name, value FROM meta WHERE name IN ('countyName', 'officeName')`).map(({ name, value }) => [name, value]),
  )
  return {
    officeName: meta.get('officeName') ?? '',
    countyName: meta.get('countyName') ?? '',
    street: '',
    postcode: '',
    place: '',
    phone: '',
    mail: '',
    contact: '',
    picture: null,
  }
}
