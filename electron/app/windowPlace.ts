// Where the window stood when the program was closed, and where it opens: never outside of the monitors that are there now.
import * as z from 'zod'

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
export type Rectangle = z.infer<typeof Rectangle>

/** The window as it was: `bounds` while it was not maximised. */
export const WindowPlace = z.object({ bounds: Rectangle, isMaximised: z.boolean() })
export type WindowPlace = z.infer<typeof WindowPlace>

/** Smallest window; the page reflows down to it. */
export const SMALLEST = { width: 320, height: 256 }
/** How a window opens. */
export interface OpeningPlace {
  /** Without `x` and `y` the system chooses where. */
  bounds: { x?: number; y?: number; width: number; height: number }
  isMaximised: boolean
}

const USUAL = { width: 1366, height: 768 }
/** So much of the window's head must lie on a monitor, so that a hand can take hold of it. */
const HOLD = { width: 160, height: 40 }

/**
 * Where the window opens. `areas`: the work areas of the monitors, the main one first. A place on a monitor that is gone, or under the
 * edge of one that shows less now, is moved onto the nearest part of the main one; a window is never greater than its monitor.
 */
export function openingPlace(remembered: WindowPlace | null, areas: readonly Rectangle[]): OpeningPlace {
  const [main] = areas
  if (main === undefined) return { bounds: USUAL, isMaximised: false }
  if (remembered === null)
    return { bounds: { width: Math.min(USUAL.width, main.width), height: Math.min(USUAL.height, main.height) }, isMaximised: false }
  const { bounds, isMaximised } = remembered
  const area = areas.find((one) => canBeHeld(bounds, one)) ?? main
  const width = Math.min(Math.max(bounds.width, SMALLEST.width), area.width)
  const height = Math.min(Math.max(bounds.height, SMALLEST.height), area.height)
  const isHeld = canBeHeld({ ...bounds, width, height }, area)
  return {
    bounds: {
      width,
      height,
      x: isHeld ? bounds.x : within(bounds.x, area.x, area.width - width),
      y: isHeld ? bounds.y : within(bounds.y, area.y, area.height - height),
    },
    isMaximised,
  }
}

/** True if enough of the window's head lies in the area. */
function canBeHeld({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return seen >= Math.min(HOLD.width, width) && y >= area.y && y + HOLD.height <= area.y + area.height
}

function within(value: number, from: number, room: number): number {
  return Math.min(Math.max(value, from), from + room)
}
