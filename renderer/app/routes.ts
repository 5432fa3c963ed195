// Addresses: '#/<room>/<view>' and '#/<room>/<view>/<record id>'. Kept while the workspace is locked, so that unlocking comes back to it.
import { useHashLocation } from 'wouter/use-hash-location'
import { type RoomName, rooms } from '../rooms'
import { useMaySee } from './office'
import type { Room, RoomView } from './room'

export interface Place {
  room: RoomName
  view: RoomView
  /** The record in the side panel, or `null`; 'neu' while one is being made. */
  id: string | null
}

/** The address of a view or a record in it. */
export function pathOf(room: string, view: string, id?: string | null): string {
  return id ? `/${room}/${view}/${id}` : `/${room}/${view}`
}

type MaySee = (room: string, view: RoomView) => boolean

/** Where the window is; an unknown address is the first view that the user may see. */
export function usePlace(): { place: Place; go(path: string): void; open(id: string | null): void } {
  const [location, go] = useHashLocation()
  const maySee = useMaySee()
  const place = placeOf(location, maySee ?? (() => true))
  return { place, go, open: (id) => go(pathOf(place.room, place.view.path, id)) }
}

/** The views of a room that the user may see, in the order of its tabs. */
export function viewsOf({ views }: Room, room: string, maySee: MaySee | undefined): readonly RoomView[] {
  return maySee === undefined ? [] : views.filter((view) => maySee(room, view))
}

function placeOf(location: string, maySee: MaySee): Place {
  const [, roomName, path, id] = location.split('/')
  const firstIn = (name: string, { views }: Room) => views.find((view) => maySee(name, view)) ?? views[0]
  const known = Object.entries<Room>(rooms).find(([name, { views }]) => name === roomName && views.length > 0)
  const [name, room] = known ?? Object.entries<Room>(rooms).find(([one, { views }]) => views.some((view) => maySee(one, view)))!
  // A view that is named is shown, if only with the reason why this user cannot see it.
  const view = room.views.find((one) => one.path === path) ?? firstIn(name, room)!
  return { room: name as RoomName, view, id: known !== undefined && view.path === path && id ? id : null }
}

/** Where a record of an entity is opened, or `null` if no view does. */
export function addressOf(entity: string, id: string): string | null {
  for (const [name, { views }] of Object.entries<Room>(rooms)) {
    const view = views.find(({ opens }) => opens === entity)
    if (view !== undefined) return pathOf(name, view.path, id)
  }
  return null
}
