import { courses } from '../../shared/courses/calls'
import { t } from '../../shared/i18n/text'
import type { RoomJob } from '../app/room'
import { resultOf } from '../app/jobs'

/** What the tray says of this room's long work, by the name of its call. */
export const courseJobs: Readonly<Record<string, RoomJob>> = {
  planGroups: { path: 'planning' },
  keepPlan: { path: 'planning' },
  readWorkbook: { path: 'import' },
  takeImport: { path: 'participants' },
  writeProviderWorkbooks: {
    said: (state, folder) => {
      const files = resultOf(courses.writeProviderWorkbooks, state)?.files
      return files === undefined ? null : writtenText(files, folder)
    },
  },
}

/** "3 Arbeitsmappen mit 60 Personen im Ordner „Träger“ geschrieben." */
export function writtenText(files: readonly { people: number }[], folder: string): string {
  const people = files.reduce((sum, file) => sum + file.people, 0)
  return t(
    '{files, plural, one {# Arbeitsmappe} other {# Arbeitsmappen}} mit {people, plural, one {# Person} other {# Personen}} im Ordner „{folder}“ geschrieben.',
    { files: files.length, people, folder },
  )
}
