import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { OutputOf } from '../../../shared/core/call'
import { courses } from '../../../shared/courses/calls'
import { type ImportOverview, type ImportRow } from '../../../shared/courses/import/calls'
import { findingInWords } from '../../../shared/i18n/finding'
import { t } from '../../../shared/i18n/text'
import { useCommand } from '../../app/command'
import { useLive } from '../../app/live'
import { usePlace } from '../../app/routes'
import { View } from '../../app/View'
import { ActionBar, Button, EmptyState, Loaded, Notice, RecordTable, Segmented, StateText, Toolbar } from '../../ui'
import { kindWord } from './kindWord'
import { RowPanel } from './RowPanel'
import { useImport } from './store'

type Row = z.infer<typeof ImportRow>
const KINDS = ['faulty', 'double', 'changed', 'new', 'unchanged'] as const
const WINDOW = 300

/** Step 3: every row with what taking it would do, faulty ones first. Nothing is written before the button in the action bar. */
export function ReviewStep({ overview, bars }: { overview: z.infer<typeof ImportOverview>; bars: ReactNode }) {
  const { kind, position, filter, choose } = useImport()
  const { open } = usePlace()
  const [range, setRange] = useState({ offset: 0, limit: WINDOW })
  const found = useLive(courses.listImportRows, { id: overview.id, kind, ...range })
  const take = useCommand(courses.takeImport, { done: said })
  const discard = useCommand(courses.discardImport)
  const review = useCommand(courses.reviewImport)
  const correct = useCommand(courses.correctImport)
  const rows = found.value?.rows ?? []
  const chosen = rows.find((row) => row.position === position)
  const total = Object.values(overview.counts).reduce((sum, count) => sum + count, 0)
  const doing = { rows: total, taken: overview.taken, left: total - overview.taken - (overview.counts.unchanged ?? 0) }

  const takeAll = async () => {
    const result = await take.run({ id: overview.id })
    if (result?.left === 0) open(null)
  }
  return (
    <View
      bars={
        <>
          {bars}
          <Toolbar label={t('Zeilen filtern')} count={t('{file}: {total} Zeilen', { file: overview.file, total })}>
            <Segmented
              label={t('Art der Zeilen')}
              value={kind ?? 'all'}
              onChange={(next) => {
                setRange({ offset: 0, limit: WINDOW })
                filter(next === 'all' ? null : next)
              }}
              options={[
                { code: 'all' as const, label: t('Alle'), count: total },
                ...KINDS.filter((one) => (overview.counts[one] ?? 0) > 0).map((one) => ({
                  code: one,
                  label: kindWord(one),
                  count: overview.counts[one] ?? 0,
                })),
              ]}
            />
          </Toolbar>
        </>
      }
      panel={
        chosen !== undefined && (
          <RowPanel key={`${overview.id} ${chosen.position}`} importId={overview.id} row={chosen} onClose={() => choose(null)} />
        )
      }
      actionBar={
        <ActionBar
          label={t('Übernehmen')}
          summary={t('{taken, plural, one {# Zeile wird übernommen} other {# Zeilen werden übernommen}}, {left} bleiben stehen.', doing)}
        >
          <Button
            whyNot={take.isRunning ? t('Die Zeilen werden gerade übernommen.') : null}
            onPress={() => void discard.run({ id: overview.id }).then((done) => done === null && open(null))}
          >
            {t('Verwerfen')}
          </Button>
          <Button
            look="primary"
            whyNot={
              take.isRunning
                ? t('Die Zeilen werden gerade übernommen.')
                : overview.taken === 0
                  ? t('Keine Zeile ist zum Übernehmen angehakt.')
                  : null
            }
            onPress={() => void takeAll()}
          >
            {t('{taken, plural, one {# Zeile} other {# Zeilen}} übernehmen', { taken: overview.taken })}
          </Button>
        </ActionBar>
      }
    >
      {take.failure !== null && (
        <Notice
          kind="error"
          {...(take.failure.code === 'courses/import-outdated' && {
            action: <Button onPress={() => void review.run({ id: overview.id })}>{t('Neu vergleichen')}</Button>,
          })}
        >
          {take.failure.sentence}
        </Notice>
      )}
      <Loaded result={found}>
        {({ total: matching }) => (
          <RecordTable
            label={t('Zeilen der Liste')}
            rows={rows}
            total={matching}
            offset={found.isOld ? 0 : range.offset}
            onWindow={(offset, limit) => setRange({ offset, limit })}
            rowId={(row) => String(row.position)}
            current={position === null ? null : String(position)}
            onCurrent={(id) => choose(Number(id))}
            columns={[
              {
                key: 'taken',
                label: t('Übernehmen'),
                width: 6.5,
                cell: (row) => (
                  <TakeBox
                    row={row}
                    onChange={(taken) => void correct.run({ id: overview.id, position: row.position, taken, field: null, value: null })}
                  />
                ),
              },
              { key: 'place', label: t('Blatt, Zeile'), width: 9, cell: (row) => `${row.sheet}, ${row.row}` },
              { key: 'name', label: t('Person'), width: 11, cell: (row) => row.name || t('ohne Namen') },
              {
                key: 'kind',
                label: t('Art'),
                width: 9.5,
                cell: (row) => (
                  <StateText kind={row.kind === 'faulty' ? 'bad' : row.kind === 'double' ? 'warning' : 'muted'}>
                    {kindWord(row.kind)}
                  </StateText>
                ),
              },
              { key: 'what', label: t('Was geschieht'), width: 16, isSentence: true, cell: whatHappens },
            ]}
            empty={<EmptyState title={t('Keine Zeile dieser Art.')} />}
          />
        )}
      </Loaded>
    </View>
  )
}

function TakeBox({ row, onChange }: { row: Row; onChange: (taken: boolean) => void }) {
  const isOff = row.values.lastName === undefined || row.values.lastName === null || row.kind === 'unchanged'
  return (
    <input
      type="checkbox"
      aria-label={t('{name}, Zeile {row} übernehmen', { name: row.name || t('ohne Namen'), row: row.row })}
      checked={row.taken}
      disabled={isOff}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}

function whatHappens(row: Row): string {
  const finding = row.findings.find(({ severity }) => severity === 'error') ?? row.findings[0]
  if (finding !== undefined) return findingInWords(finding)
  if (row.kind === 'new') return t('Wird neu aufgenommen.')
  if (row.kind === 'double') return t('Dieselbe Person steht weiter oben in der Datei.')
  const changed = Object.keys(row.current ?? {}).length
  return row.kind === 'changed'
    ? t('{changed, plural, =0 {Neue Angaben kommen dazu} one {# Angabe ändert sich} other {# Angaben ändern sich}}.', { changed })
    : t('Alles steht schon so da.')
}

function said({ created, changed, left }: OutputOf<typeof courses.takeImport>): string {
  return t(
    '{created} neu aufgenommen, {changed} geändert. {left, plural, =0 {Nichts bleibt stehen} one {# Zeile bleibt stehen} other {# Zeilen bleiben stehen}}.',
    { created, changed, left },
  )
}
