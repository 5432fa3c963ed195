// A window's wish for a job, checked: right, form, what feeds it and what keeps its result.
import * as z from 'zod'
import type { JobCall } from '../../shared/core/call'
import { invalidInput, WorkbenchError } from '../../shared/core/errors'
import type { FileFormat } from '../../shared/core/fileFormat'
import { nameOf } from '../../shared/rooms'
import { formatForbidden } from '../../shared/workspace/policy'
import type { JobWish } from '../jobs/runner'
import type { RunOptions } from '../store/client'
import { allowedCall, assertRight, type CallPort, checked, noteAccess, parsedOutput } from './answer'

export interface JobPort extends CallPort {
  run(name: string, input: unknown, options?: RunOptions): ReturnType<CallPort['run']>
  pathsIn(input: unknown): Record<string, string>
  /** False for formats that the IT office does not want. */
  mayWrite(format: FileFormat): boolean
}

/** @throws notAllowed, invalidInput, workspaceLocked, readOnlyBackup, formatForbidden */
export function jobWish(
  name: unknown,
  input: unknown,
  port: JobPort | null,
): Pick<JobWish, 'name' | 'call' | 'input' | 'paths' | 'feed' | 'keep'> {
  const { call, fullName } = allowedCall(name, port)
  if (port === null || call.kind !== 'job') throw new WorkbenchError(invalidInput, { where: 'name' })
  const { keptBy } = call
  if (keptBy !== undefined) assertRight(keptBy.right, port.actor)
  const parsed = checked(call.input, input)
  const forbidden = call.writes?.(parsed).find((format) => !port.mayWrite(format))
  if (forbidden !== undefined) throw new WorkbenchError(formatForbidden, { format: forbidden })
  return {
    name: fullName,
    call,
    input: parsed,
    paths: port.pathsIn(parsed),
    feed: async () => feed(call, fullName, parsed, port),
    keep: async (result, options) => {
      const checkedResult = resultOf(call, fullName, result)
      return keptBy === undefined ? checkedResult : parsedOutput(keptBy, (await port.run(nameOf(keptBy), checkedResult, options)).value)
    },
  }
}

async function feed({ fedBy, feedInput, isExport = false }: JobCall, name: string, input: unknown, port: JobPort): Promise<unknown> {
  if (fedBy === undefined) return undefined
  const asked = checked(fedBy.input, feedInput?.(input) ?? {})
  const { value } = await port.ask(nameOf(fedBy), asked)
  const fed = parsedOutput(fedBy, value)
  if (isExport) port.noteAccess(name, fedBy.access?.(fed, asked) ?? [])
  else noteAccess(fedBy, fed, asked, nameOf(fedBy), port)
  return fed
}

function resultOf(call: JobCall, name: string, result: unknown): unknown {
  const parsed = z.safeParse(call.output, result)
  if (!parsed.success) throw new TypeError(`${name} breaks its output at ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
  return parsed.data
}
