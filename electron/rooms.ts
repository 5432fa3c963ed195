// One line a room: its queries, commands and jobs. A call without its function, or a function without its call, does not compile.
import type { CommandCall, JobCall, QueryCall } from '../shared/core/call'
import type { RoomName, rooms as sharedRooms } from '../shared/rooms'
import * as courseCommands from './courses/commands'
import * as courseQueries from './courses/queries'
import { fillDemo } from './demo/fillDemo'
import * as directoryCommands from './directory/commands'
import * as directoryQueries from './directory/queries'
import type { Job } from './jobs/job'
import type { Command, Query } from './store/store'
import * as workspaceCommands from './workspace/commands'
import * as workspaceQueries from './workspace/queries'

type Calls<Room extends RoomName> = (typeof sharedRooms)[Room]['calls']
type Named<All, Kind> = { [Name in keyof All as All[Name] extends Kind ? Name : never]: All[Name] }

/** What a room runs. A job is named by its module, so that the main process has its type and never loads its code. */
export interface RoomFunctions<Room extends RoomName> {
  queries: { [Name in keyof Named<Calls<Room>, QueryCall>]: Query<Named<Calls<Room>, QueryCall>[Name] & QueryCall> }
  commands: { [Name in keyof Named<Calls<Room>, CommandCall>]: Command<Named<Calls<Room>, CommandCall>[Name] & CommandCall> }
  jobs: { [Name in keyof Named<Calls<Room>, JobCall>]: () => Promise<{ [Only in Name]: Job<Named<Calls<Room>, JobCall>[Name] & JobCall> }> }
}

const functions = {
  workspace: {
    queries: workspaceQueries,
    commands: { ...workspaceCommands, fillDemo },
    jobs: {
      exportEverything: () => import('./workspace/exportEverything.job'),
      exportAudit: () => import('./workspace/exportAudit.job'),
    },
  },
  directory: { queries: directoryQueries, commands: directoryCommands, jobs: {} },
  courses: {
    queries: courseQueries,
    commands: courseCommands,
    jobs: {
      readWorkbook: () => import('./courses/readWorkbook.job'),
      planGroups: () => import('./courses/planGroups.job'),
      writePlanDocuments: () => import('./courses/writePlanDocuments.job'),
      writeProviderWorkbooks: () => import('./courses/writeProviderWorkbooks.job'),
    },
  },
} satisfies { [Room in RoomName]: RoomFunctions<Room> }

type Functions = typeof functions
/** Names of functions that no call has. A module's functions are taken as a whole, so nothing else would notice them. */
type WithoutCall = {
  [Room in RoomName]:
    | Exclude<keyof Functions[Room]['queries'], keyof RoomFunctions<Room>['queries']>
    | Exclude<keyof Functions[Room]['commands'], keyof RoomFunctions<Room>['commands']>
}[RoomName]

export const rooms: [WithoutCall] extends [never] ? { [Room in RoomName]: RoomFunctions<Room> } : WithoutCall = functions
