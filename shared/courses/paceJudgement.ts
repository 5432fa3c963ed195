import * as z from 'zod'
import { code, entity, field, IsoDate, reference } from '../core/entity'

/** A judgement of the learning pace with judge, date and reason; a later one does not overwrite it. Source: domain.md 3. */
export const paceJudgement = entity(
  'paceJudgement',
  { label: 'Lerntempo (Einschätzungen)', scope: 'courses', responsible: 'KT', retention: 'courseData' },
  {
    participantId: field('Teilnehmende', reference('participant'), { privacy: 'personal' }),
    learningPace: field('Lerntempo (Einschätzung)', code('learningPace'), { privacy: 'personal', short: 'Lerntempo' }),
    judgedOn: field('Eingeschätzt am', IsoDate.nullable(), { privacy: 'personal' }),
    judgedBy: field('Eingeschätzt von', z.string().trim().max(200).nullable(), { privacy: 'personal' }),
    paceReason: field('Begründung', z.string().trim().max(500).nullable(), { privacy: 'personal' }),
  },
)
