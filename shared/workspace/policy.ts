// What an IT office rules for a PC, in a read-only JSON file that it deploys. It narrows what users may set; it never widens it.
import * as z from 'zod'
import { failure } from '../core/errors'
import { FileFormat } from '../core/fileFormat'

/** Every part may be absent: then the user decides. Folders are absolute paths. */
export const Policy = z.object({
  /** Language of the program. */
  language: z.enum(['de', 'en']).optional(),
  /** The workspace locks after so many minutes at the latest. */
  idleMinutesAtMost: z.int().min(1).max(240).optional(),
  /** The only formats that exports may have. */
  exportFormats: z.array(FileFormat).max(20).optional(),
  /** Where the dialogs for workspaces begin. */
  workspaceFolder: z.string().min(1).max(1000).optional(),
  /** Where the dialogs for exports begin. */
  outputFolder: z.string().min(1).max(1000).optional(),
  /** Where the IT office lays newer versions; the program says when there is one and installs nothing. */
  newVersionFolder: z.string().min(1).max(1000).optional(),
})
export type Policy = z.infer<typeof Policy>

/** What a window needs to know of the policy. `file`: where it lies, `null` without one. `faults`: names of its parts that were not understood, [''] if the file could not be read at all. */
export const PolicyShown = z.object({
  file: z.string().nullable(),
  faults: z.array(z.string()),
  rules: Policy.pick({ language: true, idleMinutesAtMost: true, exportFormats: true }),
})
export type PolicyShown = z.infer<typeof PolicyShown>

/** What holds of a user's preferences under a policy. */
export function ruledPreferences<Own extends Required<Pick<Policy, 'language'>> & { idleMinutes: number }>(
  preferences: Own,
  { language, idleMinutesAtMost }: Policy,
): Own {
  return {
    ...preferences,
    language: language ?? preferences.language,
    idleMinutes: Math.min(preferences.idleMinutes, idleMinutesAtMost ?? preferences.idleMinutes),
  }
}

/** True if the policy lets exports have this format. */
export function mayWrite({ exportFormats }: Pick<Policy, 'exportFormats'>, format: FileFormat): boolean {
  return exportFormats?.includes(format) ?? true
}

export const formatForbidden = failure<{ format: string }>(
  'workspace/format-forbidden',
  'Dateien der Art {format} darf dieser Rechner nicht ausgeben; so gibt es Ihre IT vor. Es wurde nichts geschrieben. Wählen Sie eine andere Art oder fragen Sie Ihre IT.',
)
