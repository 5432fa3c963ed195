import type { workspace } from '../../shared/workspace/calls'
import type { Command } from '../store/store'

export { dropListSetting, keepListSetting, renameListSetting } from './listSettings'
export { restoreRecord } from './restoreRecord'
export { restoreValue } from './restoreValue'
export * from './backupCommands'
export { setLetterhead, setLetterheadPicture } from './letterhead'

/** Takes back a whole act, as far as nobody changed its fields since. @throws actGone */
export const undoAct: Command<typeof workspace.undoAct> = (store, { actId }) => store.undo(actId)

/** Keeps unsaved input of this user in the encrypted file. */
export const keepDraft: Command<typeof workspace.keepDraft> = (store, { view, values }) => {
  store.work(
    'INSERT INTO draft (user, view, vals, at) VALUES (:user, :view, :vals, :at) ON CONFLICT (user, view) DO UPDATE SET vals = excluded.vals, at = excluded.at',
    { user: store.actor.id, view, vals: JSON.stringify(values), at: store.now() },
  )
  return null
}

/** Forgets unsaved input: it was saved, or given up. */
export const dropDraft: Command<typeof workspace.dropDraft> = (store, { view }) => {
  store.work('DELETE FROM draft WHERE user = :user AND view = :view', { user: store.actor.id, view })
  return null
}
