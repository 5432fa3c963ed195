import { t } from '../../../shared/i18n/text'
import { courses } from '../../../shared/courses/calls'
import { resultOf, useJob } from '../../app/jobs'
import { useLive } from '../../app/live'
import { usePlace } from '../../app/routes'
import { View } from '../../app/View'
import { Loaded, Notice, StepBar } from '../../ui'
import { ChooseWorkbook } from './ChooseWorkbook'
import { ColumnsStep } from './ColumnsStep'
import { ReviewStep } from './ReviewStep'
import { useImport } from './store'
import { useEffect, useRef } from 'react'

/** A provider's list from file to records: choose it, look at its columns, review its rows, take them. */
export function ImportView() {
  const { place, open } = usePlace()
  const { step, goTo } = useImport()
  const reader = useJob(courses.readWorkbook)
  const found = useLive(courses.getImport, place.id === null ? null : { id: place.id })
  const staged = reader.state?.state === 'done' ? resultOf(courses.stageImport, reader.state) : null

  const finish = useRef((_: string) => undefined as void)
  finish.current = (id) => {
    reader.dismiss()
    goTo('review')
    open(id)
  }
  // The reading is done: what the job left in the encrypted file is what this view shows next.
  useEffect(() => {
    if (staged === null) return
    finish.current(staged)
  }, [staged])

  if (place.id === null) {
    return (
      <View isPage bars={<Steps current="file" />}>
        <ChooseWorkbook reader={reader} />
      </View>
    )
  }
  const bars = <Steps current={step} onGo={goTo} onFile={() => open(null)} />
  return (
    <Loaded result={found}>
      {(overview) => {
        if (overview === null)
          return (
            <View bars={bars}>
              <Notice kind="info">{t('Diese Einlesung ist übernommen oder verworfen.')}</Notice>
            </View>
          )
        if (step === 'columns') return <ColumnsStep overview={overview} bars={bars} />
        return <ReviewStep overview={overview} bars={bars} />
      }}
    </Loaded>
  )
}

function Steps({
  current,
  onGo,
  onFile,
}: {
  current: 'file' | 'columns' | 'review'
  onGo?: (step: 'columns' | 'review') => void
  onFile?: () => void
}) {
  return (
    <StepBar
      label={t('Schritte')}
      steps={[
        { label: t('Datei'), isDone: current !== 'file', isCurrent: current === 'file', ...(onFile && { onGo: onFile }) },
        {
          label: t('Spalten'),
          isDone: current === 'review',
          isCurrent: current === 'columns',
          ...(onGo && { onGo: () => onGo('columns') }),
        },
        { label: t('Prüfen und übernehmen'), isDone: false, isCurrent: current === 'review', ...(onGo && { onGo: () => onGo('review') }) },
      ]}
    />
  )
}
