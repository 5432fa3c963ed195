import * as z from 'zod'

/** A kind of file that the program writes for people or other programs. The IT office's policy may forbid some. */
export const FileFormat = z.enum(['xlsx', 'docx', 'pdf', 'csv', 'jsonl'])
export type FileFormat = z.infer<typeof FileFormat>
