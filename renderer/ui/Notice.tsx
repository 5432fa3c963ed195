import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import styles from './Notice.module.css'

const ICON: Record<NoticeLook, IconName> = { info: 'info', warning: 'warning', error: 'error', success: 'success', conflict: 'conflict' }
export type NoticeLook = 'info' | 'warning' | 'error' | 'success' | 'conflict'

/** A sentence inside the view it concerns, with at most one link or button. Errors and warnings are read out at once. */
export function Notice({ kind, children, action }: { kind: NoticeLook; children: ReactNode; action?: ReactNode }) {
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
