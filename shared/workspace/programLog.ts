// What the program notes about itself on this PC: codes, ids and times, never a value, a name or a path.
import * as z from 'zod'
import { formatMoment } from '../i18n/format'
import { t } from '../i18n/text'

const Code = z.string().max(200)

/** `workspace`: the beginning of a workspace's random id. `migratedFrom`: the tables' version before, if they were brought to this one. */
const ProgramEvent = z.discriminatedUnion('what', [
  z.object({ what: z.literal('started'), version: Code, electron: Code, system: Code }),
  z.object({ what: z.literal('ended') }),
  z.object({ what: z.literal('opened'), workspace: Code, migratedFrom: z.int().nullable() }),
  z.object({ what: z.literal('locked'), workspace: Code }),
  z.object({ what: z.literal('job'), name: Code, state: Code, seconds: z.int() }),
  z.object({ what: z.literal('failure'), code: Code }),
  z.object({ what: z.literal('bug'), trace: Code, name: Code, frames: z.array(z.string().max(500)).max(20) }),
])
export type ProgramEvent = z.infer<typeof ProgramEvent>
/** `at`: UTC ms. */
export const LoggedEvent = z.intersection(z.object({ at: z.int() }), ProgramEvent)
export type LoggedEvent = z.infer<typeof LoggedEvent>

/** The run before the present one, if it did not come to its end; empty otherwise. */
export function brokenRun(events: readonly LoggedEvent[]): LoggedEvent[] {
  const newestStart = (of: readonly LoggedEvent[]) => Math.max(0, of.map(({ what }) => what).lastIndexOf('started'))
  const before = events.slice(0, newestStart(events))
  return before.at(-1)?.what === 'ended' ? [] : before.slice(newestStart(before))
}

/** The log as its reader sees and saves it, oldest first. */
export function programLogText(events: readonly LoggedEvent[]): string {
  return events.map((event) => `${formatMoment(event.at)}  ${eventText(event)}\n`).join('')
}

function eventText(event: ProgramEvent): string {
  switch (event.what) {
    case 'started':
      return t('Programm gestartet, Version {version}, Electron {electron}, {system}', {
        version: event.version,
        electron: event.electron,
        system: event.system,
      })
    case 'ended':
      return t('Programm beendet')
    case 'opened':
      return event.migratedFrom === null
        ? t('Arbeitsbereich {workspace} geöffnet', { workspace: event.workspace })
        : t('Arbeitsbereich {workspace} geöffnet, Tabellen von Stand {from} umgestellt', {
            workspace: event.workspace,
            from: event.migratedFrom,
          })
    case 'locked':
      return t('Arbeitsbereich {workspace} gesperrt', { workspace: event.workspace })
    case 'job':
      return t('Vorgang {name}: {state} nach {seconds} s', { name: event.name, state: event.state, seconds: event.seconds })
    case 'failure':
      return t('Meldung {code}', { code: event.code })
    case 'bug':
      return [t('Fehler {trace}: {name}', { trace: event.trace, name: event.name }), ...event.frames].join('\n    ')
  }
}
