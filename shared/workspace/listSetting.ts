// How somebody has arranged a list. It is kept per user and view; columns that a later version no longer has are left out where it is read.
import * as z from 'zod'
import { Filter, Sort } from '../core/list'

/** Widths in rem. */
export const WIDTH = { least: 2.5, most: 60 } as const

const ColumnKey = z.string().min(1).max(60)

export const ListSetting = z.object({
  /** Those that are shown, in their order. `width` null: as the column has it. */
  columns: z.array(z.object({ key: ColumnKey, width: z.number().min(WIDTH.least).max(WIDTH.most).nullable() })).max(100),
  /** How many of the first columns stay while the others scroll sideways. */
  frozen: z.int().min(0).max(20),
  sorts: z.array(Sort).max(6),
  filters: z.array(Filter).max(30),
  group: ColumnKey.nullable(),
  hasFilterRow: z.boolean(),
})
export type ListSetting = z.infer<typeof ListSetting>
