// The state of a form over one record: what was typed, what differs from the saved record, and what is wrong with it.
import { useState } from 'react'
import * as z from 'zod'
import type { AnyEntity, Field, NewRecordOf, RecordOf } from '../../shared/core/entity'
import { labelOf } from '../../shared/core/lists'
import { mayWrite } from '../../shared/core/responsibility'
import { t } from '../../shared/i18n/text'
import { type DraftValues, useDraft } from '../app/drafts'
import { useOffice, useToday } from '../app/office'
import { faultOf } from './faults'

export interface RecordFormOptions<E extends AnyEntity> {
  entity: E
  /** The saved record; `null`: a new one is being made. */
  record: RecordOf<E> | null
  /** What a new record starts with. */
  defaults?: Partial<NewRecordOf<E>>
  /** Form and record, for the unsaved input that survives a lock: 'courses/participant/<id>'. `null`: kept nowhere, gone with the form. */
  draft: string | null
  /** Why nothing can be changed here at all, as a sentence. */
  readOnly?: string | null
}

export interface RecordFormState<E extends AnyEntity> {
  entity: E
  field(name: string): Field
  value(name: string): unknown
  set(name: string, value: unknown): void
  /** Text that a field could not understand, so that nothing half-typed is saved. */
  setProblem(name: string, problem: string | null): void
  /** What is wrong, once the field was left: nobody is told off in the middle of a word. */
  error(name: string): string | null
  /** The focus came into the field: while nothing is wrong there, it is judged only when it is left again. */
  enter(name: string): void
  leave(name: string): void
  /** The saved value where it differs from the typed one; `undefined`: unchanged, or a new record. */
  before(name: string): { saved: unknown } | undefined
  lockedBy(name: string): string | null
  /** Fields that differ, parsed, for a `change…` command. Empty while a fault is in it. */
  changes: Partial<NewRecordOf<E>>
  /** The whole record, parsed, for a `create…` command; `null` while a fault is in it. */
  complete: NewRecordOf<E> | null
  changed: number
  faults: number
  isDirty: boolean
  /** UTC ms at which the input was kept that this form began with, until somebody goes on typing; `null`: it began with what is saved. */
  restoredAt: number | null
  /** Grows at every reset: controls that hold text in the making start anew. */
  generation: number
  /** Shows the faults of untouched fields too: called when somebody tries to save. */
  showFaults(): void
  /** Back to the saved record; the kept draft goes. */
  reset(): void
}

/** Holds a form's input over one record, and keeps it as a draft. */
export function useRecordForm<E extends AnyEntity>({
  entity,
  record,
  defaults,
  draft,
  readOnly,
}: RecordFormOptions<E>): RecordFormState<E> {
  const kept = useDraft<DraftValues>(draft)
  const today = useToday()
  const office = useOffice()
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [showsAll, setShowsAll] = useState(false)
  const [left, setLeft] = useState<Readonly<Record<string, boolean>>>({})
  const [generation, setGeneration] = useState(0)
  const fields: Record<string, Field> = entity.fields
  const saved: Record<string, unknown> = record ?? {}
  const typed: Record<string, unknown> = kept.values ?? {}
  const field = (name: string) => {
    const found = fields[name]
    if (found === undefined) throw new TypeError(`"${entity.name}" has no field "${name}"`)
    return found
  }
  const start = (name: string) =>
    name in saved ? saved[name] : ((defaults as Record<string, unknown> | undefined)?.[name] ?? emptyValue(field(name)))
  const value = (name: string) => (name in typed ? typed[name] : start(name))
  const fault = (name: string) => problems[name] ?? faultOf(field(name), value(name), today)
  const dirty = Object.keys(typed).filter((name) => name in fields && !isSame(typed[name], start(name)))
  // A saved value that breaks a rule of today must not stop somebody from saving another field.
  const judged = record === null ? Object.keys(fields) : [...new Set([...dirty, ...Object.keys(problems)])]
  const faulty = judged.filter((name) => fault(name) !== null)
  const parsed = (names: readonly string[]) =>
    Object.fromEntries(names.filter((name) => fault(name) === null).map((name) => [name, field(name).schema.parse(value(name))]))

  return {
    entity,
    field,
    value,
    set: (name, next) => {
      const values = { ...kept.values, [name]: z.json().parse(next) }
      // Typed back to what is saved: nothing is unsaved any more.
      if (Object.entries(values).every(([one, typedValue]) => isSame(typedValue, start(one)))) kept.drop()
      else kept.set(values)
    },
    setProblem: (name, problem) =>
      setProblems(({ [name]: _solved, ...others }) => (problem === null ? others : { ...others, [name]: problem })),
    error: (name) => ((showsAll || left[name] === true) && judged.includes(name) ? fault(name) : null),
    enter: (name) => {
      if (fault(name) === null) setLeft((known) => ({ ...known, [name]: false }))
    },
    leave: (name) => {
      if (name in typed || name in problems) setLeft((known) => ({ ...known, [name]: true }))
    },
    before: (name) => (record !== null && dirty.includes(name) ? { saved: saved[name] } : undefined),
    lockedBy: (name) => {
      if (readOnly) return readOnly
      const { responsible } = field(name)
      if (office === undefined || mayWrite(office, responsible)) return null
      return t('Dieses Feld führt: {body}.', { body: labelOf('bodyKind', responsible) })
    },
    // One definition made both the fields and their record type; the compiler cannot follow the names through Object.fromEntries.
    changes: (faulty.length > 0 ? {} : parsed(dirty)) as Partial<NewRecordOf<E>>,
    complete: faulty.length > 0 ? null : (parsed(Object.keys(fields)) as NewRecordOf<E>),
    changed: dirty.length,
    faults: faulty.length,
    isDirty: dirty.length > 0 || Object.keys(problems).length > 0,
    restoredAt: kept.keptAt,
    generation,
    showFaults: () => setShowsAll(true),
    reset: () => {
      setProblems({})
      setShowsAll(false)
      setLeft({})
      setGeneration(generation + 1)
      kept.drop()
    },
  }
}

function emptyValue({ kind, isNullable }: Field): unknown {
  if (isNullable) return null
  if (kind.type === 'codes') return []
  if (kind.type === 'flag') return false
  if (kind.type === 'text') return ''
  return null
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
