import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openingPlace, type Rectangle, SMALLEST } from '../../../electron/app/windowPlace'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1366, height: 728 }
const place = (x: number, y: number, width = 1200, height = 700) => ({ bounds: { x, y, width, height }, isMaximised: false })

test('the window opens where it stood, also on a second monitor, and maximised if it was', () => {
  expect(openingPlace(place(100, 50), [main, right])).toEqual(place(100, 50))
  expect(openingPlace(place(2000, 20), [main, right])).toEqual(place(2000, 20))
  expect(openingPlace({ ...place(2000, 20), isMaximised: true }, [main, right]).isMaximised).toBe(true)
  // Half over the edge is how somebody put it.
  expect(openingPlace(place(-900, 50), [main])).toEqual(place(-900, 50))
})

test('a window of a monitor that was taken away comes back onto the main one', () => {
  expect(openingPlace(place(2000, 20), [main])).toEqual(place(720, 20))
  expect(openingPlace(place(100, -900), [main])).toEqual(place(100, 0))
  expect(openingPlace(place(0, 0, 3800, 2000), [right])).toMatchObject({ bounds: { ...right } })
})

test('the first time it has the usual size, or that of a smaller monitor; without any monitor it still opens', () => {
  expect(openingPlace(null, [main])).toEqual({ bounds: { width: 1366, height: 768 }, isMaximised: false })
  expect(openingPlace(null, [{ x: 0, y: 0, width: 1280, height: 680 }]).bounds).toEqual({ width: 1280, height: 680 })
  expect(openingPlace(place(5, 5), [])).toEqual({ bounds: { width: 1366, height: 768 }, isMaximised: false })
})

test('wherever it stood and whatever monitors there are, its head can be taken hold of and it is not greater than its monitor', () => {
  const rectangle = (least: number): fc.Arbitrary<Rectangle> =>
    fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: least, max: 4000 }),
      height: fc.integer({ min: least, max: 3000 }),
    })
  fc.assert(
    fc.property(rectangle(1), fc.array(rectangle(400), { minLength: 1, maxLength: 3 }), (bounds, areas) => {
      const { bounds: opened } = openingPlace({ bounds, isMaximised: false }, areas)
      const { x = 0, y = 0, width, height } = opened
      expect(width).toBeGreaterThanOrEqual(SMALLEST.width)
      const holding = areas.filter((area) => {
        const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
        return seen >= 100 && y >= area.y && y + 40 <= area.y + area.height && width <= area.width && height <= area.height
      })
      expect(holding.length).toBeGreaterThan(0)
    }),
  )
})
