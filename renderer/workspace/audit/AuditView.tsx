import { useState } from 'react'
import { formatMoment, formatNumber } from '../../../shared/i18n/format'
import { t } from '../../../shared/i18n/text'
import { AUDIT_KINDS, type AuditLine } from '../../../shared/workspace/auditCalls'
import { auditKindText } from '../../../shared/workspace/auditText'
import { workspace } from '../../../shared/workspace/calls'
import { useLive } from '../../app/live'
import { usePlace } from '../../app/routes'
import { View } from '../../app/View'
import { Button, type Column, DayFilter, EmptyState, FilterField, Loaded, RecordTable, Toolbar } from '../../ui'
import { AuditPanel } from './AuditPanel'
import { useAuditExport } from './exportAct'
import { RecordFilter } from './RecordFilter'
import { noFilter, useAuditFilter } from './store'

const WINDOW = 300

/** Who saw, changed, imported and exported what and when: of data protection and the coordinators. */
export function AuditView() {
  const { place, open } = usePlace()
  const { filter, recordName } = useAuditFilter()
  const [range, setRange] = useState({ offset: 0, limit: WINDOW })
  const [focus, setFocus] = useState<number | null>(null)
  const found = useLive(workspace.listAudit, { ...filter, ...range })
  const users = useLive(workspace.auditUsers, {}).value ?? []
  const exportAct = useAuditExport(filter)
  const set = (changed: Partial<typeof filter>, name: string | null = recordName) => {
    useAuditFilter.setState({ filter: { ...filter, ...changed }, recordName: name })
    setRange({ offset: 0, limit: WINDOW })
  }
  const columns: readonly Column<AuditLine>[] = [
    { key: 'at', label: t('Wann'), width: 10, cell: ({ at }) => formatMoment(at) },
    { key: 'user', label: t('Wer'), width: 13, cell: ({ user }) => user },
    { key: 'kind', label: t('Art'), width: 8, cell: ({ kind }) => auditKindText(kind) },
    { key: 'what', label: t('Was'), cell: ({ what, about }) => [t(what), about].filter(Boolean).join(': ') },
    { key: 'records', label: t('Einträge'), width: 6, align: 'end', cell: ({ records }) => (records === 0 ? '–' : formatNumber(records)) },
  ]
  const total = found.value?.total
  const isFiltered = Object.values(filter).some((one) => one !== null)
  return (
    <View
      acts={[exportAct]}
      panel={
        place.id !== null && (
          <AuditPanel
            key={place.id}
            id={place.id}
            focusKey={focus}
            onClose={() => open(null)}
            onOnly={(record, name) => set({ record }, name)}
          />
        )
      }
      bars={
        <Toolbar
          label={t('Filter')}
          {...(total !== undefined && { count: t('{total, plural, one {# Eintrag} other {# Einträge}} im Protokoll', { total }) })}
        >
          <FilterField
            label={t('Wer')}
            value={filter.user}
            onChange={(user) => set({ user })}
            options={users.map(({ id, name, isRemoved }) => ({ code: id, label: isRemoved ? t('{name} (ohne Zugang)', { name }) : name }))}
          />
          <FilterField
            label={t('Art')}
            value={filter.kind}
            onChange={(kind) => set({ kind: AUDIT_KINDS.find((one) => one === kind) ?? null })}
            options={AUDIT_KINDS.map((code) => ({ code, label: auditKindText(code) }))}
          />
          <DayFilter label={t('Von')} value={filter.from} onChange={(from) => set({ from })} />
          <DayFilter label={t('Bis')} value={filter.until} onChange={(until) => set({ until })} />
          <RecordFilter value={filter.record} shown={recordName} onChange={(record, name) => set({ record }, name)} />
        </Toolbar>
      }
    >
      <Loaded result={found}>
        {(entries) => (
          <RecordTable
            label={t('Protokoll')}
            columns={columns}
            rows={entries.rows}
            total={entries.total}
            offset={found.answered?.offset ?? 0}
            onWindow={(offset, limit) => setRange({ offset, limit: Math.min(limit, 500) })}
            current={place.id}
            onCurrent={(id) => {
              setFocus(null)
              open(id)
            }}
            onOpen={(id) => {
              setFocus((focus ?? 0) + 1)
              open(id)
            }}
            empty={
              isFiltered ? (
                <EmptyState
                  title={t('Kein Eintrag passt zum Filter.')}
                  actions={<Button onPress={() => set(noFilter, null)}>{t('Alle zeigen')}</Button>}
                />
              ) : (
                <EmptyState title={t('Noch kein Eintrag im Protokoll.')} />
              )
            }
          />
        )}
      </Loaded>
    </View>
  )
}
