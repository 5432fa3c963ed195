// Addresses: '#/<room>/<view>' and '#/<room>/<view>/<record id>'. Kept while the workspace is locked, so that unlocking comes back to it.
import { useHashLocation } from 'wouter/use-hash-location'
import { type RoomName, rooms } from '../rooms'
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

/** Where the window is; an unknown address is the first view of the first room. */
export function usePlace(): { place: Place; go(path: string): void; open(id: string | null): void } {
  const [location, go] = useHashLocation()
  const place = placeOf(location)
  return { place, go, open: (id) => go(pathOf(place.room, place.view.path, id)) }
}

function placeOf(location: string): Place {
  const [, roomName, path, id] = location.split('/')
  const known = Object.entries<Room>(rooms).find(([name, { views }]) => name === roomName && views.length > 0)
  const [name, room] = known ?? Object.entries<Room>(rooms).find(([, { views }]) => views.length > 0)!
  const view = room.views.find((one) => one.path === path) ?? room.views[0]!
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
