import { type ReactNode, useState } from 'react'
import type { InputOf } from '../../../shared/core/call'
import { DocumentFormat } from '../../../shared/core/document'
import { courses } from '../../../shared/courses/calls'
import type { GroupingPlan } from '../../../shared/courses/grouping/model'
import { reasonsLeftOver } from '../../../shared/courses/grouping/reasons'
import type { PlannedSeat } from '../../../shared/courses/groupingPlan'
import { t } from '../../../shared/i18n/text'
import { mayWrite } from '../../../shared/workspace/policy'
import type { Act } from '../../app/acts'
import { useLive } from '../../app/live'
import { useMay } from '../../app/office'
import { useShell } from '../../app/shellState'
import { useWriting } from '../useWriting'
import { PlanDocumentDialog } from './PlanDocumentDialog'
import type { PlannedProblem } from './store'

/** The act that writes a plan as a document, and its dialog while it asks. `shown`: the plan on screen; without one the newest kept plan is written. */
export function usePlanDocument(
  shown: { base: PlannedProblem; plan: GroupingPlan } | null,
  whyNotShown: string | null,
): { act: Act; dialog: ReactNode } {
  const [isAsking, setAsking] = useState(false)
  const kept = useLive(courses.listPlans, {}).value
  const rules = useShell(({ state }) => state?.policy.rules)
  const mayEdit = useMay('courses', 'edit')
  const { isRunning, write } = useWriting(courses.writePlanDocuments, saidOf)
  const formats = DocumentFormat.options.filter((format) => mayWrite(rules ?? {}, format))
  const isNothing = shown === null && (kept ?? []).length === 0
  const start = async (chosen: Pick<InputOf<typeof courses.writePlanDocuments>, 'format' | 'scope'>) => {
    const seats = shown === null ? null : seatsOf(shown.base, shown.plan)
    if (await write((folder) => ({ folder, ...chosen, seats }))) setAsking(false)
  }
  return {
    act: {
      label: t('Plan als Dokument …'),
      icon: 'export',
      whyNot: !mayEdit
        ? t('Dafür brauchen Sie das Recht zum Bearbeiten.')
        : formats.length === 0
          ? t('Dokumente darf dieser Rechner nicht ausgeben; so gibt es Ihre IT vor.')
          : isRunning
            ? t('Das Dokument wird gerade geschrieben.')
            : isNothing
              ? t('Es gibt noch keinen Plan.')
              : shown === null
                ? null
                : whyNotShown,
      run: () => setAsking(true),
    },
    dialog: isAsking && (
      <PlanDocumentDialog
        formats={formats}
        isKept={shown === null}
        onWrite={(chosen) => void start(chosen)}
        onClose={() => setAsking(false)}
      />
    ),
  }
}

function seatsOf({ problem, names }: PlannedProblem, plan: GroupingPlan): PlannedSeat[] {
  const reasons = reasonsLeftOver(problem, plan, names)
  return Object.entries(plan.assignments).map(([participantId, courseId]) => ({
    participantId,
    courseId,
    reason: reasons[participantId] ?? null,
  }))
}

function saidOf({ files }: { files: readonly { people: number }[] }, folder: string): string {
  const people = files.reduce((sum, file) => sum + file.people, 0)
  return t(
    '{files, plural, one {# Dokument} other {# Dokumente}} mit {people, plural, one {# Person} other {# Personen}} im Ordner „{folder}“ geschrieben.',
    { files: files.length, people, folder },
  )
}
