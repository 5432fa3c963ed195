import type { workspace } from '../../shared/workspace/calls'
import type { Command } from '../store/store'

/** A person has decided which of two copies goes on. */
export const decideGoingOn: Command<typeof workspace.decideGoingOn> = (store, { goesOn }) => {
  store.work(`UPDATE fileOrigin SET goesOn = :goesOn, decidedAt = :now, decidedBy = :user WHERE at = (SELECT max(at) FROM fileOrigin)`, {
    goesOn,
    now: store.now(),
    user: store.actor.id,
  })
  return null
}

/** For how many weeks backups are kept; it holds from the next backup on. */
export const setBackupWeeks: Command<typeof workspace.setBackupWeeks> = (store, { weeks }) => {
  store.work(`INSERT INTO meta (name, value) VALUES ('backupWeeks', :weeks) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, {
    weeks: String(weeks),
  })
  return null
}
