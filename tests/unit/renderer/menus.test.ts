import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../../../renderer/app/acts'
import { menusOf, mnemonicsOf } from '../../../renderer/app/menus'
import type { Room } from '../../../renderer/app/room'
import { rooms } from '../../../renderer/rooms'

test('an underlined letter chooses one entry only, and only a label whose letters are all taken has none', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 12 }), (labels) => {
      const chosen = mnemonicsOf(labels).map((at, index) => (at === -1 ? null : labels[index]![at]!.toLowerCase()))
      const letters = chosen.filter((letter) => letter !== null)
      expect(new Set(letters).size).toBe(letters.length)
      for (const [index, letter] of chosen.entries()) {
        if (letter !== null) continue
        const own = labels[index]!.match(/\p{L}/gu) ?? []
        for (const one of own) if (one.length === 1) expect(letters).toContain(one.toLowerCase())
      }
    }),
  )
  expect(mnemonicsOf(['Datei', 'Drucken', 'Übersicht'])).toEqual([0, 1, 0])
})

test('acts stand in the menu that they name, those of a view under the name of the room, and every visible view under "Gehe zu"', () => {
  const act = (label: string, menu?: Act['menu']): Act => ({ label, ...(menu && { menu }), run: () => undefined })
  const gone: string[] = []
  const all: Readonly<Record<string, Room>> = rooms
  const menus = menusOf([act('Drucken', 'file'), act('Aufnehmen'), act('Handbuch', 'help')], rooms.courses, all, (path) => gone.push(path))
  expect(menus.map(({ label }) => label)).toEqual(['Datei', 'Kurse', 'Gehe zu', 'Hilfe'])
  expect(menus[1]?.groups).toMatchObject([[{ label: 'Aufnehmen' }]])
  const places = menus[2]!.groups.flat()
  const visible = Object.values(all).flatMap(({ views }) => views.filter(({ isHidden }) => !isHidden))
  expect(places).toHaveLength(visible.length)
  places[0]!.run()
  expect(gone).toEqual(['/courses/participants'])
})
