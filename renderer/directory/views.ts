import type { RoomView } from '../app/room'

/** The views of this room, in the order of its tabs. */
export const directoryViews: readonly RoomView[] = []
