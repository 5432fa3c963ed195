import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import styles from './Notice.module.css'

const ICON: Record<NoticeKind, IconName> = { info: 'info', warning: 'warning', error: 'error', success: 'success', conflict: 'conflict' }
export type NoticeKind = 'info' | 'warning' | 'error' | 'success' | 'conflict'

/** A sentence inside the view it concerns, with at most one link or button. Errors and warnings are read out at once. */
export function Notice({ kind, children, action }: { kind: NoticeKind; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'error' || kind === 'warning' ? 'alert' : 'status'}>
      <Icon name={ICON[kind]} />
      <div className={styles.content}>
        <div className={styles.text}>{children}</div>
        {action}
      </div>
    </div>
  )
}
