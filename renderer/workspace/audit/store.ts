// Which part of the audit is shown. It names people, so it goes with the lock.
import { create } from 'zustand'
import type { AuditFilter } from '../../../shared/workspace/auditCalls'
import { clearAtLock } from '../../app/lock'

export const noFilter: AuditFilter = { user: null, kind: null, from: null, until: null, record: null }

interface Shown {
  filter: AuditFilter
  /** Of the record in the filter. */
  recordName: string | null
}
export const useAuditFilter = create<Shown>(() => ({ filter: noFilter, recordName: null }))
clearAtLock(useAuditFilter)
