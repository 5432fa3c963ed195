// Reads the policy file of the IT office: beside the program, or where the system keeps what holds for all users of a PC.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { Policy } from '../../shared/workspace/policy'

export const POLICY_NAME = 'kreiswerkbank-policy.json'

/** What is ruled. `file`: `null` without one. `faults`: the parts that were not understood; [''] stands for the whole file. */
export interface RuledBy {
  file: string | null
  policy: Policy
  faults: string[]
}

/** Where a policy may lie, the strongest first. `programData`: %PROGRAMDATA% of Windows, `null` elsewhere. */
export function policyPlaces(executable: string, programData: string | null): string[] {
  const forAll = programData === null ? join('/etc', 'kreiswerkbank', POLICY_NAME) : join(programData, 'Kreiswerkbank', POLICY_NAME)
  return [forAll, join(dirname(executable), POLICY_NAME)]
}

/**
 * The first policy that is there. A part that cannot be understood is left out and named, the others hold: a slip of the pen in one line
 * must not lift the rest. A file that cannot be read rules nothing, and the program says so.
 */
export function readPolicy(places: readonly string[]): RuledBy {
  const file = places.find((place) => existsSync(place)) ?? null
  if (file === null) return { file, policy: {}, faults: [] }
  const parts = partsOf(file)
  if (parts === null) return { file, policy: {}, faults: [''] }
  const policy: Record<string, unknown> = {}
  const faults: string[] = []
  for (const [name, value] of Object.entries(parts)) {
    const part = Policy.safeParse({ [name]: value })
    if (name in Policy.shape && part.success) Object.assign(policy, part.data)
    else faults.push(name.slice(0, 60))
  }
  return { file, policy: Policy.parse(policy), faults }
}

function partsOf(file: string): Record<string, unknown> | null {
  try {
    // Windows' own editor begins a UTF-8 file with a byte order mark.
    const found = z.record(z.string(), z.unknown()).safeParse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')))
    return found.success ? found.data : null
  } catch {
    return null
  }
}
