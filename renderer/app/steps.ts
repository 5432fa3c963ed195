// Strg Z and Strg Y: which own step comes next is asked of the log, each time anew; there is no stack to lose.
import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import { DELETED } from '../../shared/core/change'
import { cancelled } from '../../shared/core/errors'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import type { UndoResult } from '../../shared/workspace/history'
import type { NamedAct } from '../../shared/workspace/historyCalls'
import type { Act } from './acts'
import { actText } from './actText'
import { ask, run } from './client'
import { failedFrom, useLive } from './live'
import { clearAtLock } from './lock'
import { useNotices } from './noticeStore'
import { useMay } from './office'
import { pathOf } from './routes'

type Direction = 'undo' | 'redo'

const none: readonly string[] = []
const MOST_PASSED = 200
/** Acts of which nothing was left to take back: the next press goes on to the one before. */
const usePassed = create(
  combine({ passed: none }, (set) => ({
    pass: (id: string) => set(({ passed }) => ({ passed: [...passed, id].slice(-MOST_PASSED) })),
  })),
)
clearAtLock(usePassed)

/** The two acts of the frame, named after what they would take; `null` for people who may only read. */
export function useStepActs(): { undo: Act; redo: Act } | null {
  const mayEdit = useMay('workspace', 'edit')
  const { passed } = usePassed()
  const steps = useLive(workspace.nextSteps, mayEdit ? { passed: [...passed] } : null).value
  if (!mayEdit) return null
  const { undo = null, redo = null } = steps ?? {}
  return {
    undo: {
      menu: 'edit',
      label: undo === null ? t('Rückgängig') : t('Rückgängig: {what}', { what: actText(undo) }),
      icon: 'undo',
      key: 'Control+Z',
      leavesText: true,
      isOncePerPress: true,
      whyNot: undo === null ? nothingTo('undo') : null,
      run: () => takeStep('undo'),
    },
    redo: {
      menu: 'edit',
      label: redo === null ? t('Wiederholen') : t('Wiederholen: {what}', { what: actText(redo) }),
      icon: 'redo',
      key: 'Control+Y',
      otherKey: 'Control+Shift+Z',
      leavesText: true,
      isOncePerPress: true,
      whyNot: redo === null ? nothingTo('redo') : null,
      run: () => takeStep('redo'),
    },
  }
}

let turn: Promise<void> = Promise.resolve()

/** Takes the next step of the log; quick presses wait for each other, so that each takes another one. */
function takeStep(direction: Direction): void {
  turn = turn.then(() => take(direction))
}

async function take(direction: Direction): Promise<void> {
  const { say } = useNotices.getState()
  try {
    const { [direction]: step } = (await ask(workspace.nextSteps, { passed: [...usePassed.getState().passed] })).value
    if (step === null) return say('info', nothingTo(direction))
    const { value } = await run(workspace.undoAct, { actId: step.id })
    sayTaken(step, value)
  } catch (error) {
    const failed = failedFrom(error)
    say(failed.code === cancelled.code ? 'info' : 'error', failed.sentence)
  }
}

/** Says what an undo or redo did, and links to what it left. */
export function sayTaken(step: NamedAct, result: UndoResult): void {
  const isNothing = result.fields === 0 && result.records === 0
  if (isNothing) usePassed.getState().pass(step.id)
  const more = result.left.length === 0 ? null : { path: pathOf('workspace', 'acts', step.id), label: t('Stehengebliebenes zeigen') }
  useNotices.getState().say(isNothing ? 'info' : 'success', takenText(step, result), { more })
}

function takenText(step: NamedAct, { fields, records, left }: UndoResult): string {
  const what = actText(step)
  if (fields === 0 && records === 0) {
    const isNeeded = left.length > 0 && left.every(({ field }) => field === DELETED)
    if (isNeeded) return t('„{what}“ lässt sich nicht zurücknehmen: Der Eintrag wird noch von anderen gebraucht.', { what })
    return t('Von „{what}“ ist nichts mehr zurückzunehmen: Alles davon wurde inzwischen weiter geändert.', { what })
  }
  const done = step.kind === 'undone' ? t('Wiederholt: {what}', { what }) : t('Rückgängig: {what}', { what })
  const counted = t('{records, plural, one {# Eintrag} other {# Einträge}}, {fields, plural, one {# Feld} other {# Felder}}', {
    records,
    fields,
  })
  return [`${done} (${counted}).`, leftText(left.length)].filter(Boolean).join(' ')
}

/** How much an undo left; empty if nothing. */
export function leftText(left: number): string {
  if (left === 0) return ''
  return t(
    '{left, plural, one {# Feld wurde inzwischen weiter geändert und ist} other {# Felder wurden inzwischen weiter geändert und sind}} stehen geblieben.',
    { left },
  )
}

function nothingTo(direction: Direction): string {
  return direction === 'undo'
    ? t('Es gibt keinen eigenen Schritt mehr, der sich zurücknehmen lässt.')
    : t('Es gibt nichts, was sich wiederholen lässt: Seit dem letzten Zurücknehmen haben Sie weitergearbeitet, oder es gab keines.')
}
