// The workbook that one provider gets: its courses with today's and the planned groups, and its people.
import type * as z from 'zod'
import type { IsoDate } from '../../shared/core/entity'
import type { ProviderWorkbook } from '../../shared/courses/calls'
import { course } from '../../shared/courses/course'
import { meanOf, spreadOf, toTenths } from '../../shared/courses/grouping/spread'
import { paceJudgement } from '../../shared/courses/paceJudgement'
import { participant } from '../../shared/courses/participant'
import { placement } from '../../shared/courses/placement'
import { site } from '../../shared/courses/site'
import { person } from '../../shared/directory/person'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { type Column, fieldColumn, plainColumn } from '../excel/writing/column'
import { tableSheet, type Workbook } from '../excel/writing/workbook'

type Provider = z.infer<typeof ProviderWorkbook>
type Person = Provider['people'][number]
type Course = Provider['courses'][number]

/** The workbook of a provider, as it stands on a day. Rows are by planned group, then by name as they come. */
export function providerWorkbook(provider: Provider, day: IsoDate): Workbook {
  const { organisationName, courses, people } = provider
  // Who has no place comes last: the sign is behind all letters.
  const group = (one: Person) => one.plannedCourse ?? '\uffff'
  const sorted = [...people].sort((a, b) => group(a).localeCompare(group(b), 'de', { numeric: true }))
  return {
    about: {
      name: t('Hinweise'),
      lines: aboutLines(
        organisationName,
        day,
        people.some(({ plannedCourse }) => plannedCourse !== null),
      ),
    },
    sheets: [
      tableSheet(t('Gruppen'), courses, courseColumns(people, day)),
      tableSheet(t('Teilnehmende'), sorted, personColumns(courses, day)),
    ],
    footer: t('{provider}, Stand {day}, vertraulich', { provider: organisationName, day: formatDate(day) }),
  }
}

function aboutLines(provider: string, day: IsoDate, isPlanned: boolean): string[] {
  return [
    t('Lerngruppen für {provider}', { provider }),
    t('Stand {day}. Diese Arbeitsmappe kommt von der Koordinierungsstelle des Landkreises und ist nur für Ihren Kursträger bestimmt.', {
      day: formatDate(day),
    }),
    t(
      'Blatt „Gruppen“: Ihre Kurse mit Zeit, Ort und Größe, dazu die Punkte der Einstufung: wie hoch sie im Mittel sind und wie weit sie streuen.',
    ),
    t('Blatt „Teilnehmende“: alle Personen, die bei Ihnen angemeldet oder im Kurs sind.'),
    isPlanned
      ? t('„Geplanter Kurs“ nennt die vorgeschlagene Gruppe. Wer keinen Platz hat, bei dem steht der Grund daneben.')
      : t('Ein Gruppenplan liegt noch nicht vor; „Geplanter Kurs“ ist deshalb leer.'),
    t(
      'Sie können Angaben berichtigen und Zeilen unten anfügen. Spalten mit Auswahl bieten die gültigen Werte an. Lassen Sie die Kopfzeile und die ausgeblendete erste Spalte stehen: An ihr erkennt das Programm die Person wieder.',
    ),
    t(
      'Die Datei enthält persönliche Angaben und ist nicht verschlüsselt. Geben Sie sie nur auf dem vereinbarten Weg weiter und löschen Sie sie, wenn Sie sie nicht mehr brauchen.',
    ),
  ]
}

function courseColumns(people: readonly Person[], day: IsoDate): Column<Course>[] {
  const own = (name: keyof typeof course.fields) => fieldColumn<Course>(course.fields[name], day, (row) => row[name])
  const present = ({ courseNumber }: Course) => people.filter((one) => one.courseNumber === courseNumber)
  const planned = ({ courseNumber }: Course) => people.filter((one) => one.plannedCourse === courseNumber)
  return [
    plainColumn(t('Kennung der Zeile'), 'text', (row) => row.id, { isHidden: true }),
    ...(['courseNumber', 'courseType', 'courseState'] as const).map(own),
    fieldColumn(site.fields.siteName, day, (row) => row.siteName),
    ...(['slot', 'courseStart', 'courseEnd', 'minSize', 'maxSize', 'childcarePlaces'] as const).map(own),
    plainColumn(t('Personen jetzt'), 'integer', (row) => present(row).length),
    plainColumn(t('Personen geplant'), 'integer', (row) => planned(row).length),
    plainColumn(t('Mittlere Punkte geplant'), 'number', (row) => toTenths(meanOf(scoresOf(planned(row))))),
    plainColumn(t('Streuung jetzt'), 'number', (row) => toTenths(spreadOf(scoresOf(present(row))))),
    plainColumn(t('Streuung geplant'), 'number', (row) => toTenths(spreadOf(scoresOf(planned(row))))),
  ]
}

function personColumns(courses: readonly Course[], day: IsoDate): Column<Person>[] {
  const numbers = courses.map(({ courseNumber }) => courseNumber)
  const ofPerson = (name: keyof typeof person.fields) => fieldColumn<Person>(person.fields[name], day, (row) => row.person[name])
  const ofWay = (name: keyof typeof participant.fields) =>
    fieldColumn<Person>(participant.fields[name], day, (row) => row.participant[name])
  const ofTest = (name: keyof typeof placement.fields) => fieldColumn<Person>(placement.fields[name], day, (row) => row.placement?.[name])
  return [
    plainColumn(t('Kennung der Zeile'), 'text', (row) => row.participant.id, { isHidden: true }),
    ...(['lastName', 'firstName', 'birthDate'] as const).map(ofPerson),
    plainColumn(t(course.fields.courseNumber.label), 'text', (row) => row.courseNumber, { options: numbers }),
    plainColumn(t('Geplanter Kurs'), 'text', (row) => row.plannedCourse),
    plainColumn(t('Warum ohne Platz'), 'text', (row) => row.leftOver),
    ...(['placementScore', 'scoreOral', 'scoreWritten', 'placementDate', 'cefr', 'recommendedType', 'recommendedModule'] as const).map(
      ofTest,
    ),
    fieldColumn(paceJudgement.fields.learningPace, day, (row) => row.learningPace),
    ...(
      [
        'participantState',
        'literacy',
        'schoolYears',
        'availableSlots',
        'childcareNeed',
        'registrationDate',
        'entitlementBasis',
        'entitlementDate',
        'entitlementUntil',
      ] as const
    ).map(ofWay),
    ...(['sex', 'nationalities', 'firstLanguage', 'street', 'houseNo', 'postcode', 'city', 'phone', 'mobile', 'email'] as const).map(
      ofPerson,
    ),
    ofWay('remarks'),
  ]
}

function scoresOf(people: readonly Person[]): number[] {
  return people.flatMap((one) => one.placement?.placementScore ?? [])
}
