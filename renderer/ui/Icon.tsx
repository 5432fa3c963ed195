import styles from './Icon.module.css'

/** The signs of icons.css. */
export const ICONS = [
  'today', 'meeting', 'task', 'course', 'inventory', 'monitoring', 'care', 'participation', 'region', 'actor', 'directory',
  'exchange', 'workspace', 'search', 'lock', 'unlock', 'plus', 'minus', 'close', 'check', 'warning', 'error', 'info', 'success',
  'conflict', 'filter', 'columns', 'workbook', 'text', 'print', 'import', 'export', 'undo', 'chevronDown', 'chevronRight',
  'chevronLeft', 'arrowUp', 'arrowDown', 'person', 'persons', 'edit', 'clock', 'stop', 'start', 'pin', 'shield', 'folder',
  'more', 'chain', 'bold', 'italic', 'list', 'table', 'at', 'gavel', 'stick', 'pressure', 'magnifier',
] as const
export type IconName = (typeof ICONS)[number]

/** A sign in the colour of the text. It repeats what words beside it say; alone it needs `label`. */
export function Icon({ name, size = 16, label }: { name: IconName; size?: 12 | 14 | 16; label?: string }) {
  const speaks = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  return <span className={styles.icon} data-icon={name} data-size={size} {...speaks} />
}
