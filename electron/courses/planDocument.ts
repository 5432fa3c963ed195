// A grouping plan as documents: who sits where, provider by provider, and who has no place and why.
import { figureOf } from '../../shared/core/chart'
import { type Block, paragraph, type TextDocument } from '../../shared/core/document'
import type { Id, IsoDate } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { course } from '../../shared/courses/course'
import { meanOf, spreadOf, toTenths } from '../../shared/courses/grouping/spread'
import { paceJudgement } from '../../shared/courses/paceJudgement'
import { placement } from '../../shared/courses/placement'
import type { PlanBasis, PlanDocumentScope } from '../../shared/courses/planDocument'
import { scoreBands, scoreChart } from '../../shared/courses/scoreChart'
import { site } from '../../shared/courses/site'
import { person } from '../../shared/directory/person'
import { currentLanguage, t } from '../../shared/i18n/text'
import { tableOf } from '../documents/listDocument'
import { type Column, fieldColumn, plainColumn } from '../excel/writing/column'
import { type Group, type LeftOver, type Part, partOf, type Person, type PlanToWrite, providersOf } from './planParts'

/** The documents of a plan, each with the name of what it is about and how many people stand in it. */
export function planDocuments(
  basis: PlanBasis,
  plan: PlanToWrite,
  scope: PlanDocumentScope,
  day: IsoDate,
): { about: string; people: number; document: TextDocument }[] {
  const whole = partOf(basis, plan)
  const parts = scope === 'all' ? [whole] : providersOf(whole)
  return parts.map((part) => ({
    about: part.provider ?? basis.letterhead.countyName,
    people: part.groups.reduce((sum, { members }) => sum + members.length, part.leftOver.length),
    document: planDocument(basis, plan, part, day),
  }))
}

function planDocument({ letterhead }: PlanBasis, { planName }: PlanToWrite, part: Part, day: IsoDate): TextDocument {
  const { provider, groups, leftOver, gone } = part
  const title = provider === null ? t('Gruppenplan') : t('Gruppenplan für {provider}', { provider })
  const seated = groups.reduce((sum, { members }) => sum + members.length, 0)
  return {
    title,
    language: currentLanguage(),
    letterhead,
    day,
    footer: t('{county}, {title}, vertraulich', { county: letterhead.countyName, title }),
    orientation: 'portrait',
    blocks: [
      paragraph(planName === null ? t('Vorschlag, noch nicht übernommen.') : t('Übernommener Plan „{planName}“.', { planName })),
      paragraph(
        t(
          '{groups, plural, one {# Gruppe} other {# Gruppen}} mit {seated, plural, one {# Person} other {# Personen}}, {left, plural, one {# Person} other {# Personen}} ohne Platz.',
          { groups: groups.length, seated, left: leftOver.length },
        ),
      ),
      ...(gone === 0
        ? []
        : [
            paragraph(
              t(
                '{gone, plural, one {# Person des Plans ist nicht mehr vorhanden und fehlt hier.} other {# Personen des Plans sind nicht mehr vorhanden und fehlen hier.}}',
                {
                  gone,
                },
              ),
            ),
          ]),
      paragraph(
        t(
          'Die Datei enthält persönliche Angaben und ist nicht verschlüsselt. Geben Sie sie nur auf dem vereinbarten Weg weiter und löschen Sie sie, wenn Sie sie nicht mehr brauchen.',
        ),
      ),
      { kind: 'contents' },
      ...overview(groups, leftOver, day),
      ...groupBlocks(part, day),
      ...leftOverBlocks(leftOver, day),
    ],
  }
}

function overview(groups: readonly Group[], leftOver: readonly LeftOver[], day: IsoDate): Block[] {
  if (groups.length === 0) return []
  const scores = (people: readonly Person[]) => people.flatMap(({ placementScore }) => placementScore ?? [])
  return [
    { kind: 'heading', level: 2, text: t('Überblick') },
    tableOf(
      groups,
      overviewColumns(day, (group) => scores(group.members)),
    ),
    figureOf(
      scoreChart([
        { name: t('mit Platz'), bands: scoreBands(scores(groups.flatMap(({ members }) => members))) },
        { name: t('ohne Platz'), bands: scoreBands(scores(leftOver.map((one) => one.person))) },
      ]),
    ),
  ]
}

function overviewColumns(day: IsoDate, scoresOf: (group: Group) => number[]): Column<Group>[] {
  const own = (name: keyof typeof course.fields) => fieldColumn<Group>(course.fields[name], day, (group) => group.course[name])
  return [
    plainColumn(t('Gruppe'), 'text', (group) => group.course.courseNumber),
    fieldColumn(site.fields.siteName, day, (group) => group.course.siteName),
    own('slot'),
    plainColumn(t('Personen'), 'integer', ({ members }) => members.length),
    plainColumn(t('Plätze'), 'integer', (group) => group.course.maxSize),
    plainColumn(t('Punkte Ø'), 'number', (group) => toTenths(meanOf(scoresOf(group)))),
    plainColumn(t('Streuung'), 'number', (group) => toTenths(spreadOf(scoresOf(group)))),
  ]
}

/** In the document of all, a heading for each provider and one below for each group; else one for each group. */
function groupBlocks({ provider, groups }: Part, day: IsoDate): Block[] {
  let shown: Id | null = null
  return groups.flatMap((group): Block[] => {
    const { organisationId, providerName } = group.course
    const isNext = provider === null && organisationId !== shown
    shown = organisationId
    return [
      ...(isNext ? [{ kind: 'heading', level: 2, text: providerName ?? t('Kursträger nicht vorhanden') } as const] : []),
      ...groupBlock(group, provider === null ? 3 : 2, day),
    ]
  })
}

function groupBlock({ course: one, members }: Group, level: 2 | 3, day: IsoDate): Block[] {
  return [
    { kind: 'heading', level, text: t('{number}: {type}', { number: one.courseNumber, type: labelOf('courseType', one.courseType) }) },
    paragraph(
      t('{slot}, {site}; {people, plural, one {# Person} other {# Personen}} auf {seats, plural, one {# Platz} other {# Plätzen}}', {
        slot: labelOf('slot', one.slot),
        site: one.siteName ?? t('Kursort nicht vorhanden'),
        people: members.length,
        seats: one.maxSize,
      }),
    ),
    tableOf(
      members,
      personColumns(day, (who) => who),
    ),
  ]
}

function leftOverBlocks(leftOver: readonly LeftOver[], day: IsoDate): Block[] {
  if (leftOver.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: t('Ohne Platz') },
    tableOf(leftOver, [
      ...personColumns<LeftOver>(day, (one) => one.person).filter(({ kind }) => kind !== 'day'),
      plainColumn<LeftOver>(t('Warum ohne Platz'), 'text', ({ reason }) => reason),
    ]),
  ]
}

function personColumns<Row>(day: IsoDate, personOf: (row: Row) => Person): Column<Row>[] {
  const ofPerson = (name: 'lastName' | 'firstName' | 'birthDate') =>
    fieldColumn<Row>(person.fields[name], day, (row) => personOf(row)[name])
  return [
    ofPerson('lastName'),
    ofPerson('firstName'),
    ofPerson('birthDate'),
    plainColumn(t('Punkte'), 'integer', (row) => personOf(row).placementScore),
    fieldColumn(placement.fields.cefr, day, (row) => personOf(row).cefr),
    fieldColumn(paceJudgement.fields.learningPace, day, (row) => personOf(row).learningPace),
  ]
}
