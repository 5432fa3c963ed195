import { entity, field, IsoDate, reference } from '../core/entity'

/** A participant's time in one course. Open while `endedOn` is empty. */
export const enrolment = entity(
  'enrolment',
  { label: 'Kurseintritte', scope: 'courses', responsible: 'KT', retention: 'courseData' },
  {
    participantId: field('Teilnehmende', reference('participant'), { privacy: 'personal' }),
    courseId: field('Kurs', reference('course'), { privacy: 'personal' }),
    enrolledOn: field('Eintritt am', IsoDate.nullable(), { privacy: 'personal', short: 'Eintritt' }),
    endedOn: field('Austritt am', IsoDate.nullable(), { privacy: 'personal', short: 'Austritt' }),
  },
)
