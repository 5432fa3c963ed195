// Files that reach the program without a dialog: dropped onto a window, or named when it was started.
import * as z from 'zod'
import { FileToken } from '../core/call'

/** `workspace`: folder .kwb; `copy`: .kwbz; `snapshot`: .kwa; `list`: a workbook or CSV file. */
export const IncomingKind = z.enum(['workspace', 'copy', 'snapshot', 'list', 'other'])
export type IncomingKind = z.infer<typeof IncomingKind>

/** `name`: of the file or folder, without its path. */
export const IncomingFile = z.object({ token: FileToken, name: z.string(), kind: IncomingKind })
export type IncomingFile = z.infer<typeof IncomingFile>
