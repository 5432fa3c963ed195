import * as z from 'zod'
import type { Letterhead } from '../../shared/core/document'
import { WorkbenchError } from '../../shared/core/errors'
import { pictureOf } from '../../shared/core/picture'
import type { workspace } from '../../shared/workspace/calls'
import { LARGEST_PICTURE, pictureNotUsable } from '../../shared/workspace/letterheadCalls'
import type { Command, Reader } from '../store/store'

const Meta = z.object({ name: z.string(), value: z.string() })
const Row = z.object({
  officeName: z.string(),
  street: z.string(),
  postcode: z.string(),
  place: z.string(),
  phone: z.string(),
  mail: z.string(),
  contact: z.string(),
  picture: z.instanceof(Uint8Array).nullable(),
})
const empty: z.infer<typeof Row> = { officeName: '', street: '', postcode: '', place: '', phone: '', mail: '', contact: '', picture: null }

/** What stands at the head of this office's documents; before it was set, the names that the workspace was made with. */
export function letterheadOf(store: Reader): Letterhead {
  const meta = new Map(
    store.rows(Meta, `SELECT name, value FROM meta WHERE name IN ('countyName', 'officeName')`).map(({ name, value }) => [name, value]),
  )
  const { picture, ...lines } =
    store.row(Row, 'SELECT officeName, street, postcode, place, phone, mail, contact, picture FROM letterhead') ?? empty
  return {
    ...lines,
    officeName: lines.officeName === '' ? (meta.get('officeName') ?? '') : lines.officeName,
    countyName: meta.get('countyName') ?? '',
    picture: picture === null ? null : pictureOf(picture),
  }
}

/** Keeps the lines of the letterhead. */
export const setLetterhead: Command<typeof workspace.setLetterhead> = (store, lines) => {
  store.work(
    `INSERT INTO letterhead (id, officeName, street, postcode, place, phone, mail, contact)
    VALUES (1, :officeName, :street, :postcode, :place, :phone, :mail, :contact)
    ON CONFLICT (id) DO UPDATE SET officeName = excluded.officeName, street = excluded.street, postcode = excluded.postcode,
    place = excluded.place, phone = excluded.phone, mail = excluded.mail, contact = excluded.contact`,
    lines,
  )
  return null
}

/** Keeps the picture of the letterhead, or takes it away. @throws pictureNotUsable */
export const setLetterheadPicture: Command<typeof workspace.setLetterheadPicture> = (store, { bytes }) => {
  if (bytes !== null && (bytes.length > LARGEST_PICTURE || pictureOf(bytes) === null)) throw new WorkbenchError(pictureNotUsable, {})
  store.work('INSERT INTO letterhead (id, picture) VALUES (1, :picture) ON CONFLICT (id) DO UPDATE SET picture = excluded.picture', {
    picture: bytes,
  })
  return null
}
