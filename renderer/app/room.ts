// What a room gives to the frame. Titles are functions, so that they follow the language.
import type { ComponentType } from 'react'
import type { JobState } from '../../shared/core/bridge'
import type { Asked } from '../../shared/core/call'
import type { IconName } from '../ui/Icon'

export interface RoomView {
  /** Address within the room: '#/courses/participants'; behind it may stand the id of a record. */
  path: string
  title: () => string
  view: ComponentType
  /** The least right in the room that the view needs; absent: `figures`, which everybody has. */
  right?: Asked
  /** Records that a hit of the search opens here: '#/courses/participants/<id>'. */
  opens?: string
  /** Not among the tabs: reached from another view or by the keyboard. */
  isHidden?: boolean
}

/** Long work, as the tray shows it. */
export interface RoomJob {
  /** The view of the room where it is followed and its result stands. */
  path?: string
  /** What came out of it, in a sentence; `folder`: the one that was chosen. `null` where nothing did. */
  said?: (state: JobState, folder: string) => string | null
}

/** `work`: daily business; `subject`: the specialised rooms; `ground`: what all build on. */
export type RoomGroup = 'work' | 'subject' | 'ground'

export interface Room {
  title: () => string
  icon: IconName
  group: RoomGroup
  /** Path of the view that takes lists which are dropped onto the window. */
  readsLists?: string
  /** The first is where the room opens. A room without views is not in the navigation. */
  views: readonly RoomView[]
  /** By the name of the call within the room. */
  jobs?: Readonly<Record<string, RoomJob>>
}
