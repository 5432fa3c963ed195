import * as z from 'zod'
import { WorkbenchError } from '../../shared/core/errors'
import { noEmptyDemo, type workspace } from '../../shared/workspace/calls'
import type { Command } from '../store/store'
import { fillDemoCounty } from './fillDemoCounty'

const Meta = z.object({ value: z.string() })

/** Makes the fictional county in one act, and only where nothing else can be: its people never stand beside real ones. @throws noEmptyDemo */
export const fillDemo: Command<typeof workspace.fillDemo> = (store, { people }) => {
  const isDemo = store.row(Meta, `SELECT value FROM meta WHERE name = 'isDemo'`)?.value === 'true'
  const records = store.count('SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM organisation)')
  if (!isDemo || records > 0) throw new WorkbenchError(noEmptyDemo, {})
  fillDemoCounty(store, { people })
  return null
}
