// One line a room: its records and calls. Store, ipc, search and navigation read them from here; nothing else names a room.
import type { Call } from './core/call'
import type { AnyEntity } from './core/entity'
import { courses } from './courses/calls'
import { course } from './courses/course'
import { enrolment } from './courses/enrolment'
import { groupingPlan } from './courses/groupingPlan'
import { paceJudgement } from './courses/paceJudgement'
import { participant } from './courses/participant'
import { placement } from './courses/placement'
import { site } from './courses/site'
import { directory } from './directory/calls'
import { contact } from './directory/contact'
import { municipality } from './directory/municipality'
import { organisation } from './directory/organisation'
import { person } from './directory/person'
import { workspace } from './workspace/calls'

export const rooms = {
  workspace: { records: {}, calls: workspace },
  directory: { records: { person, organisation, contact, municipality }, calls: directory },
  courses: { records: { site, course, participant, placement, paceJudgement, enrolment, groupingPlan }, calls: courses },
} satisfies Record<string, { records: Record<string, AnyEntity>; calls: Record<string, Call> }>

export type RoomName = keyof typeof rooms

interface NamedCall {
  /** `<room>.<call>`, the name under which it crosses threads and stands in the log. */
  name: string
  room: RoomName
  call: Call
}
const named = new Map<string, NamedCall>()
const namesByCall = new Map<Call, string>()
for (const room of Object.keys(rooms) as RoomName[]) {
  for (const [key, call] of Object.entries<Call>(rooms[room].calls)) {
    const name = `${room}.${key}`
    named.set(name, { name, room, call })
    namesByCall.set(call, name)
  }
}

/** The call of this name, or `undefined`: names come over IPC. */
export function callNamed(name: string): NamedCall | undefined {
  return named.get(name)
}

/** `<room>.<call>` of a call. @throws TypeError for a call that no room names */
export function nameOf(call: Call): string {
  const name = namesByCall.get(call)
  if (name === undefined) throw new TypeError('This call belongs to no room in shared/rooms.ts')
  return name
}

/** The German name of an act or job: its call's label. An act of a newer version is called by its name. */
export function actLabel(name: string): string {
  const call = callNamed(name)?.call
  return call === undefined || call.kind === 'query' ? name : call.label
}

/** Every record of every room by its name, in the order of the rooms. */
export const entities: ReadonlyMap<string, AnyEntity> = new Map(
  Object.values(rooms).flatMap(({ records }) => Object.values<AnyEntity>(records).map((one) => [one.name, one] as const)),
)

/** The room that a record belongs to. */
export function roomOf(entity: string): RoomName | undefined {
  return (Object.keys(rooms) as RoomName[]).find((room) => entity in rooms[room].records)
}
