// The menus, built from the acts of what is on screen: an act that names no menu belongs to the room.
import { t } from '../../shared/i18n/text'
import type { Act } from './acts'
import type { Room } from './room'
import { pathOf } from './routes'

export interface Menu {
  label: string
  /** A line stands between groups. */
  groups: readonly (readonly Act[])[]
}

/** The menus from left to right; one without acts is left out. `room`: where the window is; `rooms`: all, for "Gehe zu". */
export function menusOf(
  acts: readonly Act[],
  room: Room,
  rooms: Readonly<Record<string, Room>>,
  go: (path: string) => void,
): readonly Menu[] {
  const inMenu = (menu: Act['menu']) => acts.filter((act) => act.menu === menu)
  const places = Object.entries(rooms).map(([name, { views, title, icon }]) =>
    views
      .filter(({ isHidden }) => !isHidden)
      .map((view): Act => ({ label: `${title()}: ${view.title()}`, icon, run: () => go(pathOf(name, view.path)) })),
  )
  const menus: Menu[] = [
    { label: t('Datei'), groups: [inMenu('file')] },
    { label: t('Bearbeiten'), groups: [inMenu('edit')] },
    { label: t('Ansicht'), groups: [inMenu('view')] },
    { label: room.title(), groups: [inMenu(undefined)] },
    { label: t('Gehe zu'), groups: places },
    { label: t('Hilfe'), groups: [inMenu('help')] },
  ]
  return menus
    .map(({ label, groups }) => ({ label, groups: groups.filter((group) => group.length > 0) }))
    .filter(({ groups }) => groups.length > 0)
}

/** Which letter of each label is underlined and chooses it: the first that no label before has; -1 where none is left. */
export function mnemonicsOf(labels: readonly string[]): readonly number[] {
  const taken = new Set<string>()
  return labels.map((label) => {
    const at = label.split('').findIndex((letter) => /^\p{L}$/u.test(letter) && !taken.has(letter.toLowerCase()))
    if (at !== -1) taken.add(label.charAt(at).toLowerCase())
    return at
  })
}
