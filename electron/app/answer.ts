// What happens to a message from a window before it reaches a room, without Electron: who may ask what, and whether it has the right form.
import * as z from 'zod'
import type { Answer, CommandAnswer, QueryAnswer } from '../../shared/core/bridge'
import type { Asked, CommandCall, QueryCall } from '../../shared/core/call'
import { invalidInput, notAllowed, WorkbenchError } from '../../shared/core/errors'
import { callNamed, nameOf } from '../../shared/rooms'
import { roleMay } from '../../shared/workspace/roles'
import { readOnlyBackup, shell, type ShellAsk, workspaceLocked } from '../../shared/workspace/shell'
import type { Actor } from '../store/store'
import { failureOf, type NoteBug } from './failureMessage'

/** An unlocked workspace, as far as calls need it. */
export interface CallPort {
  actor: Actor
  ask(name: string, input: unknown): Promise<{ value: unknown; entities: string[]; revision: number }>
  run(name: string, input: unknown): Promise<{ value: unknown; act: string | null }>
  /** Keeps who saw personal fields of which records. */
  noteAccess(call: string, records: readonly string[]): void
}

/** An input may have this many signs and values in all, and be nested this deep; the largest honest one is a grouping problem. */
const LARGEST = 4_000_000
const DEEPEST = 40

/** Only the page of our own window speaks, never a frame inside it. `origin`: `app://workbench`, or the dev server's. */
export function isOurFrame(frame: { url: string; isMainFrame: boolean } | null, origin: string): boolean {
  return frame !== null && frame.isMainFrame && (frame.url === origin || frame.url.startsWith(`${origin}/`))
}

/** Runs what a window asked for and gives the answer that crosses; nothing that is thrown gets further than here. */
export async function answer(how: () => Promise<unknown>, noteBug: NoteBug): Promise<Answer> {
  try {
    return { ok: true, value: await how() }
  } catch (error) {
    return { ok: false, failure: failureOf(error, noteBug) }
  }
}

/**
 * Runs a query or a command. The right comes before the form: who may not ask learns nothing about the input. Whose personal fields
 * the answer of a query shows is noted. @throws notAllowed, invalidInput, workspaceLocked, readOnlyBackup, the call's own
 */
export async function runCall(
  name: unknown,
  input: unknown,
  port: CallPort | null,
): Promise<z.infer<typeof QueryAnswer> | z.infer<typeof CommandAnswer>> {
  const { call, fullName } = allowedCall(name, port)
  if (port === null) throw new WorkbenchError(workspaceLocked, {})
  if (call.kind === 'job') throw new WorkbenchError(invalidInput, { where: 'name' })
  const parsed = checked(call.input, input)
  if (call.kind === 'command') {
    const { value, act } = await port.run(fullName, parsed)
    return { value: parsedOutput(call, value), act }
  }
  if (call.rightFor !== undefined) assertRight(call.rightFor(parsed), port.actor)
  const found = await port.ask(fullName, parsed)
  const value = parsedOutput(call, found.value)
  noteAccess(call, value, parsed, fullName, port)
  return { value, entities: found.entities, revision: found.revision }
}

/** The call of that name, if the user has the right for it. @throws notAllowed, invalidInput, workspaceLocked, readOnlyBackup */
export function allowedCall(name: unknown, port: Pick<CallPort, 'actor'> | null) {
  const found = typeof name === 'string' ? callNamed(name) : undefined
  if (found === undefined) throw new WorkbenchError(invalidInput, { where: 'name' })
  if (port === null) throw new WorkbenchError(workspaceLocked, {})
  assertRight(found.call.right, port.actor)
  return { call: found.call, fullName: found.name }
}

/** @throws notAllowed, readOnlyBackup where it is only the backup that stands in the way */
export function assertRight(asked: Asked, actor: Pick<Actor, 'role' | 'isReadOnly'>): void {
  if (roleMay(actor.role, actor, asked)) return
  const isOnlyTheBackup = actor.isReadOnly && roleMay(actor.role, { isReadOnly: false }, asked)
  throw isOnlyTheBackup ? new WorkbenchError(readOnlyBackup, {}) : new WorkbenchError(notAllowed, { right: asked })
}

/** Notes whose personal fields an answer shows. */
export function noteAccess(call: QueryCall, value: unknown, input: unknown, name: string, port: Pick<CallPort, 'noteAccess'>): void {
  const records = call.access?.(value, input) ?? []
  if (records.length > 0) port.noteAccess(name, records)
}

/** An ask of the shell with its input in the right form, if the user has its right. @throws invalidInput, notAllowed, workspaceLocked, readOnlyBackup */
export function shellAsk(name: unknown, input: unknown, port: Pick<CallPort, 'actor'> | null): { name: ShellAsk; input: unknown } {
  if (!isShellAsk(name)) throw new WorkbenchError(invalidInput, { where: 'name' })
  const { right } = shell[name]
  if (right !== null) {
    if (port === null) throw new WorkbenchError(workspaceLocked, {})
    assertRight(right, port.actor)
  }
  return { name, input: checked(shell[name].input, input) }
}

/** An input in the form that its call demands. The sentence names the field, never the value. @throws invalidInput */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  if (!isBounded(input)) throw new WorkbenchError(invalidInput, { where: 'size' })
  const parsed = z.safeParse(schema, input)
  if (!parsed.success) throw new WorkbenchError(invalidInput, { where: parsed.error.issues[0]?.path.join('.') ?? '' })
  return parsed.data
}

/** What a call gave back, in the form that it promises. A mismatch is a bug of ours, not of the user. */
export function parsedOutput(call: QueryCall | CommandCall, value: unknown): unknown {
  const parsed = z.safeParse(call.output, value)
  // zod's own error would carry the value into the log.
  if (!parsed.success) throw new TypeError(`${nameOf(call)} breaks its output at ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
  return parsed.data
}

function isShellAsk(name: unknown): name is ShellAsk {
  return typeof name === 'string' && Object.hasOwn(shell, name)
}

/** Counts before zod copies: a hostile window must not make the main process hold the same megabytes twice. */
function isBounded(input: unknown): boolean {
  let left = LARGEST
  const count = (value: unknown, depth: number): boolean => {
    left -= typeof value === 'string' ? value.length + 1 : ArrayBuffer.isView(value) ? value.byteLength + 1 : 1
    if (left < 0 || depth > DEEPEST) return false
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
    // An array may be long and hold nothing.
    if (Array.isArray(value)) left -= value.length
    if (left < 0) return false
    return Object.entries(value).every(([key, part]) => {
      left -= key.length
      return count(part, depth + 1)
    })
  }
  return count(input, 0)
}
