import { t } from '../../../shared/i18n/text'
import type { ListSetting } from '../../../shared/workspace/listSetting'
import { Button, IconButton } from '../../ui'
import type { CellColumn } from '../../ui/columns'
import { movedTo, withColumn } from './arrangement'
import styles from './list.module.css'

interface ChooserProps {
  all: readonly CellColumn<never>[]
  setting: ListSetting
  usual: ListSetting
  onChange: (part: Partial<ListSetting>) => void
  onClose: () => void
}

/** Which columns a list shows, in which order, and how many of them stay while the others scroll. */
export function ColumnChooser({ all, setting, usual, onChange, onClose }: ChooserProps) {
  const { columns } = setting
  const shown = columns.flatMap(({ key }) => all.find((column) => column.key === key) ?? [])
  const hidden = all.filter(({ key }) => columns.every((column) => column.key !== key))
  return (
    <div className={styles.editor}>
      <ul className={styles.columns}>
        {[...shown, ...hidden].map(({ key, label }) => {
          const at = columns.findIndex((column) => column.key === key)
          return (
            <li key={key}>
              <label className={styles.choice}>
                <input
                  type="checkbox"
                  checked={at !== -1}
                  disabled={at !== -1 && columns.length === 1}
                  onChange={(event) => onChange({ columns: withColumn(columns, key, event.target.checked) })}
                />
                {label}
              </label>
              {at !== -1 && (
                <>
                  <IconButton
                    label={t('{column} nach vorn', { column: label })}
                    icon="arrowUp"
                    whyNot={at === 0 ? t('Die Spalte ist schon die erste.') : null}
                    onPress={() => onChange({ columns: movedTo(columns, key, at - 1) })}
                  />
                  <IconButton
                    label={t('{column} nach hinten', { column: label })}
                    icon="arrowDown"
                    whyNot={at === columns.length - 1 ? t('Die Spalte ist schon die letzte.') : null}
                    onPress={() => onChange({ columns: movedTo(columns, key, at + 1) })}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles.buttons}>
        <Button onPress={() => onChange({ columns: usual.columns, frozen: usual.frozen })}>{t('Zurücksetzen')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('Fertig')}
        </Button>
      </div>
    </div>
  )
}
