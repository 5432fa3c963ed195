import type { ReactNode } from 'react'
import { t } from '../../shared/i18n/text'
import type { Live } from '../app/live'
import { Button } from './Button'
import { Notice } from './Notice'
import styles from './parts.module.css'

/** What a live query found. Loading and failing look the same everywhere; old rows stay while new ones come. */
export function Loaded<Value>({ result, children }: { result: Live<Value>; children: (value: Value) => ReactNode }) {
  if (result.failure !== null) {
    return (
      <Notice kind="error" action={<Button onPress={result.again}>{t('Noch einmal versuchen')}</Button>}>
        {result.failure.sentence}
      </Notice>
    )
  }
  if (result.value === undefined) {
    return (
      <p className={styles.loading} role="status">
        {t('Wird geladen …')}
      </p>
    )
  }
  return <>{children(result.value)}</>
}

/** Nothing there yet: what is missing, why it matters, one primary way and one other. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.emptyState}>
      <p>
        <b>{title}</b>
      </p>
      {children && <p className={styles.small}>{children}</p>}
      {actions && <div className={styles.row}>{actions}</div>}
    </div>
  )
}
