import { useState } from 'react'
import { t } from '../../../shared/i18n/text'
import { workspace } from '../../../shared/workspace/calls'
import { useLive } from '../../app/live'
import { Combobox } from '../../ui/Combobox'
import styles from './audit.module.css'

/** Entries about one record alone, found by its name. */
export function RecordFilter({
  value,
  shown,
  onChange,
}: {
  value: string | null
  shown: string | null
  onChange: (record: string | null, name: string | null) => void
}) {
  const [search, setSearch] = useState('')
  const words = search.trim()
  const found = useLive(workspace.search, words.length < 2 ? null : { search: words, limit: 20, recent: [] })
  const hits = found.value?.hits ?? []
  return (
    <span className={styles.record}>
      <Combobox
        label={t('Eintrag:')}
        value={value}
        shown={shown ?? ''}
        placeholder={t('Name suchen')}
        options={hits.map(({ id, title }) => ({ code: id, label: title }))}
        onSearch={(text) => setSearch(text ?? '')}
        onChange={(record) => onChange(record, hits.find(({ id }) => id === record)?.title ?? null)}
      />
    </span>
  )
}
