import * as z from 'zod'
import { WorkbenchError } from '../../shared/core/errors'
import type { workspace } from '../../shared/workspace/calls'
import { ListSetting } from '../../shared/workspace/listSetting'
import { settingGone, settingNameTaken } from '../../shared/workspace/listSettingCalls'
import type { Command, Query } from '../store/store'

const LAST = ''
const Row = z.object({ name: z.string(), setting: z.string() })

/** How this user has a list: what was last in use, and the views with a name. One that cannot be read is as if it had never been kept. */
export const getListSettings: Query<typeof workspace.getListSettings> = (store, { view }) => {
  const kept = store
    .rows(Row, 'SELECT name, setting FROM viewSetting WHERE user = :user AND view = :view ORDER BY sortKey(name), name', {
      user: store.actor.id,
      view,
    })
    .flatMap(({ name, setting }) => {
      const read = settingIn(setting)
      return read === null ? [] : [{ name, setting: read }]
    })
  return { last: kept.find(({ name }) => name === LAST)?.setting ?? null, named: kept.filter(({ name }) => name !== LAST) }
}

/** Keeps how the list is arranged, under a name or as what is in use. */
export const keepListSetting: Command<typeof workspace.keepListSetting> = (store, { view, name, setting }) => {
  store.work(
    `INSERT INTO viewSetting (user, view, name, setting, at) VALUES (:user, :view, :name, :setting, :at)
    ON CONFLICT (user, view, name) DO UPDATE SET setting = excluded.setting, at = excluded.at`,
    { user: store.actor.id, view, name: name ?? LAST, setting: JSON.stringify(setting), at: store.now() },
  )
  return null
}

/** Gives a view another name. @throws settingNameTaken, settingGone */
export const renameListSetting: Command<typeof workspace.renameListSetting> = (store, { view, from, to }) => {
  if (from === to) return null
  const has = (name: string) =>
    store.count('SELECT count(*) FROM viewSetting WHERE user = :user AND view = :view AND name = :name', {
      user: store.actor.id,
      view,
      name,
    }) > 0
  if (!has(from)) throw new WorkbenchError(settingGone, {})
  if (has(to)) throw new WorkbenchError(settingNameTaken, { name: to })
  store.work('UPDATE viewSetting SET name = :to WHERE user = :user AND view = :view AND name = :from', {
    user: store.actor.id,
    view,
    from,
    to,
  })
  return null
}

/** Forgets a view with a name. */
export const dropListSetting: Command<typeof workspace.dropListSetting> = (store, { view, name }) => {
  store.work('DELETE FROM viewSetting WHERE user = :user AND view = :view AND name = :name', { user: store.actor.id, view, name })
  return null
}

function settingIn(text: string): ListSetting | null {
  try {
    return ListSetting.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
