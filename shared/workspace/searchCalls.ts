import * as z from 'zod'
import { query } from '../core/call'
import { Id } from '../core/entity'

/** A found record: `entity` and `id` to open it, `title` and `detail` as shown. */
const SearchHit = z.object({ entity: z.string().max(60), id: Id, room: z.string(), title: z.string(), detail: z.string() })

/** The search over all records of the workspace. */
export const searchCalls = {
  search: query({
    label: 'Suche',
    right: 'read',
    /** `recent`: records that were opened last, newest first; of equal hits they stand first. */
    input: z.object({ search: z.string().max(200), limit: z.int().min(1).max(50), recent: z.array(Id).max(50) }),
    /** Best first. `isIndexing`: the index is being filled anew, and may not have all records yet. */
    output: z.object({ hits: z.array(SearchHit), isIndexing: z.boolean() }),
    access: ({ hits }) => hits.map(({ id }) => id),
  }),
}
