import type { z } from 'zod'
import { labelOf } from '../../shared/core/lists'
import { type CourseLine, courses } from '../../shared/courses/calls'
import { course } from '../../shared/courses/course'
import { scoreChart } from '../../shared/courses/scoreChart'
import { formatNumber } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { RecordOf } from '../app/RecordOf'
import { type PanelPlace, RecordsView } from '../app/RecordsView'
import { Chart, Section } from '../ui'
import { asCellColumn, fieldHead } from '../ui/columns'

type Line = z.infer<typeof CourseLine>
const { fields } = course

/** The providers' courses: for the planner the groups that may open, for everybody who is in which and how unequal they are. */
export function CoursesView() {
  return (
    <RecordsView
      room="courses"
      label={t('Kurse')}
      query={courses.listCourses}
      columns={[
        fields.courseNumber,
        fields.courseType,
        { ...asCellColumn<Line>(fields.courseState), width: 7 },
        { ...fieldHead(fields.organisationId), cell: (row) => row.providerName ?? t('nicht vorhanden') },
        { ...fieldHead(fields.siteId), cell: (row) => row.siteName ?? '–' },
        fields.slot,
        {
          key: 'people',
          label: t('Personen'),
          align: 'end',
          width: 6,
          kind: { type: 'integer' },
          cell: (row) => t('{people} / {seats}', { people: row.people, seats: row.maxSize }),
        },
        {
          key: 'meanScore',
          label: t('Punkte Ø'),
          align: 'end',
          width: 5.5,
          kind: { type: 'number' },
          cell: (row) => (row.meanScore === null ? '–' : formatNumber(row.meanScore, 0)),
        },
        {
          key: 'spread',
          label: t('Streuung'),
          align: 'end',
          width: 5.5,
          kind: { type: 'number' },
          cell: (row) => (row.spread === null ? '–' : formatNumber(row.spread)),
        },
      ]}
      moreColumns={[fields.courseStart, fields.courseEnd, fields.minSize, fields.maxSize, fields.childcarePlaces]}
      quickFilters={['courseState']}
      searchLabel={t('Kurse suchen')}
      newLabel={t('Kurs anlegen')}
      count={(shown, total) => t('{shown} von {total} Kursen', { shown, total })}
      empty={{
        title: t('Noch kein Kurs eingetragen.'),
        text: t('Ein Kurs braucht Kursträger, Kursort und Kurszeit, damit die Gruppenplanung ihn anbietet.'),
      }}
      panel={(place) => <CoursePanel place={place} />}
    />
  )
}

function CoursePanel({ place }: { place: PanelPlace }) {
  const found = useLive(courses.getCourse, place.id === null ? null : { id: place.id })
  const create = useCommand(courses.createCourse, { done: () => t('Kurs angelegt.') })
  const change = useCommand(courses.changeCourse, { done: () => t('Kurs gespeichert.') })
  const remove = useCommand(courses.removeCourse, { done: () => t('Kurs gelöscht.') })
  return (
    <RecordOf
      entity={course}
      place={place}
      found={found}
      create={create.run}
      change={change.run}
      remove={remove.run}
      failure={create.failure ?? change.failure ?? remove.failure}
      defaults={{ courseType: 'general', courseState: 'planned', slot: 'morning', childcarePlaces: 0 }}
      title={(one) => one?.courseNumber ?? t('Neuer Kurs')}
      identity={(one) => `${labelOf('courseType', one.courseType)} · ${labelOf('courseState', one.courseState)}`}
      sections={[
        { title: t('Kurs'), fields: ['courseNumber', 'courseType', 'courseState', 'organisationId', 'siteId', 'slot'] },
        { title: t('Zeitraum'), fields: ['courseStart', 'courseEnd'] },
        { title: t('Plätze'), fields: ['minSize', 'maxSize', 'childcarePlaces'] },
      ]}
      below={place.id !== null && <ScoresOf courseId={place.id} />}
    />
  )
}

/** How the points of those who are in the course now are spread. */
function ScoresOf({ courseId }: { courseId: string }) {
  const bands = useLive(courses.getCourseScores, { id: courseId }).value?.bands
  if (bands === undefined || bands.every((people) => people === 0)) return null
  return (
    <Section title={t('Niveauverteilung')}>
      <Chart chart={scoreChart([{ name: t('Personen'), bands }])} />
    </Section>
  )
}
