// The files of resources/lists, which ship with the program. Parsed once, so that a damaged file is found at the start and not in a form.
import * as z from 'zod'
import actorContact from '../../resources/lists/actorContact.json'
import birthDatePrecision from '../../resources/lists/birthDatePrecision.json'
import bodyKind from '../../resources/lists/bodyKind.json'
import cefr from '../../resources/lists/cefr.json'
import courseData from '../../resources/lists/courseData.json'
import courseState from '../../resources/lists/courseState.json'
import courseType from '../../resources/lists/courseType.json'
import courseTypeAlternatives from '../../resources/lists/courseTypeAlternatives.json'
import courseTypeHours from '../../resources/lists/courseTypeHours.json'
import entitlementBasis from '../../resources/lists/entitlementBasis.json'
import entitlementUrgency from '../../resources/lists/entitlementUrgency.json'
import entitlementWarning from '../../resources/lists/entitlementWarning.json'
import groupSize from '../../resources/lists/groupSize.json'
import groupingBands from '../../resources/lists/groupingBands.json'
import groupingWeights from '../../resources/lists/groupingWeights.json'
import language from '../../resources/lists/language.json'
import learningPace from '../../resources/lists/learningPace.json'
import learningPaceValue from '../../resources/lists/learningPaceValue.json'
import literacy from '../../resources/lists/literacy.json'
import nameAndBirthDate from '../../resources/lists/nameAndBirthDate.json'
import nationality from '../../resources/lists/nationality.json'
import participantState from '../../resources/lists/participantState.json'
import permanent from '../../resources/lists/permanent.json'
import placementBands from '../../resources/lists/placementBands.json'
import placementScore from '../../resources/lists/placementScore.json'
import recommendedModule from '../../resources/lists/recommendedModule.json'
import role from '../../resources/lists/role.json'
import sex from '../../resources/lists/sex.json'
import slot from '../../resources/lists/slot.json'
import travel from '../../resources/lists/travel.json'
import { IsoDate } from './entity'

const Sentence = z.string().trim().min(1)

/** One value of a list. `code` is never reused; `until` is the last day it may be chosen, `null` while it is in force. */
const ListEntry = z.object({
  code: z.string(),
  de: Sentence,
  en: Sentence,
  from: IsoDate,
  until: IsoDate.nullable(),
  source: Sentence,
  replacedBy: z.string().optional(),
})
export type ListEntry = z.infer<typeof ListEntry>

/** One version of a rule: its value in force from a day on. */
const RuleVersion = z.object({ from: IsoDate, source: Sentence, value: z.json() })

/** Every code list by its name, with the values that are out of force. */
export const lists: Record<string, readonly ListEntry[]> = z.record(z.string(), z.array(ListEntry)).parse({
  birthDatePrecision,
  bodyKind,
  cefr,
  courseState,
  courseType,
  entitlementBasis,
  language,
  learningPace,
  literacy,
  nationality,
  participantState,
  role,
  sex,
  slot,
})

/** Every dated rule by its name, oldest version first. */
export const rules: Record<string, readonly z.infer<typeof RuleVersion>[]> = z.record(z.string(), z.array(RuleVersion)).parse({
  actorContact,
  courseData,
  courseTypeAlternatives,
  courseTypeHours,
  entitlementUrgency,
  entitlementWarning,
  groupSize,
  groupingBands,
  groupingWeights,
  learningPaceValue,
  nameAndBirthDate,
  permanent,
  placementBands,
  placementScore,
  recommendedModule,
  travel,
})
