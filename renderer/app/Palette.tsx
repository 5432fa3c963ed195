import { useEffect, useId, useRef, useState } from 'react'
import { formatDate } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { rankOf } from '../../shared/workspace/search/rank'
import { searchTerms, wordsOf } from '../../shared/workspace/search/terms'
import { rooms } from '../rooms'
import { Icon, type IconName } from '../ui'
import { keyText, useShownActs } from './acts'
import { useLive } from './live'
import { pageId, searchManual } from './manual'
import { useMay, useMaySee, useToday } from './office'
import { useRecent } from './recent'
import type { Room } from './room'
import { addressOf, pathOf, usePlace, viewsOf } from './routes'
import styles from './Palette.module.css'

interface Line {
  group: string
  /** How far it is from what was typed: `rankOf`. */
  rank: number
  icon: IconName
  title: string
  detail: string
  run(): void
}
const A_GROUP = 5
const NOT_FOUND = Number.POSITIVE_INFINITY
/** A record that the index found by something that is not in its line: behind all that shows why. */
const FOUND_OTHERWISE = 1_000_000

/** One field for records, views and acts. `>` acts only, `?` the keys. Arrows choose, Enter opens, Esc closes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const { lines, isIndexing } = useLines(text)
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const run = (line: Line | undefined) => {
    if (line === undefined) return
    onClose()
    line.run()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('Suchen oder Befehl eingeben')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className={styles.field}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          autoFocus
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-label={t('Suchen oder Befehl eingeben')}
          aria-activedescendant={lines[active] ? `${listId}-${active}` : undefined}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setActive(Math.min(active + 1, lines.length - 1))
            else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
            else if (event.key === 'Enter') run(lines[active])
            else return
            event.preventDefault()
          }}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('Treffer')} className={styles.list}>
        {[...new Set(lines.map(({ group }) => group))].map((group) => (
          <div key={group} role="group" aria-label={group}>
            <div className={styles.group} aria-hidden>
              {group}
            </div>
            {lines.map(
              (line, index) =>
                line.group === group && (
                  <button
                    key={`${line.title} ${index}`}
                    type="button"
                    tabIndex={-1}
                    id={`${listId}-${index}`}
                    role="option"
                    aria-selected={index === active}
                    className={styles.line}
                    onClick={() => run(line)}
                  >
                    <Icon name={line.icon} size={14} />
                    <span dir="auto">{line.title}</span>
                    <span className={styles.detail}>{line.detail}</span>
                  </button>
                ),
            )}
          </div>
        ))}
      </div>
      {isIndexing && (
        <p className={styles.none} role="status">
          {t('Der Suchindex wird gerade neu aufgebaut. Noch fehlen Einträge.')}
        </p>
      )}
      {lines.length === 0 && (
        <p className={styles.none} role="status">
          {t('Kein Treffer für „{text}“.', { text })}
        </p>
      )}
      <p className={styles.keys}>
        <kbd>↑↓</kbd> {t('wählen')} <kbd>⏎</kbd> {t('öffnen')} <kbd>&gt;</kbd> {t('nur Befehle')} <kbd>?</kbd> {t('Tasten')} <kbd>Esc</kbd>{' '}
        {t('schließen')}
      </p>
    </dialog>
  )
}

/** What fits, in groups; the group with the best line first, its best line at the top. */
function useLines(text: string): { lines: readonly Line[]; isIndexing: boolean } {
  const { go } = usePlace()
  const mayRead = useMay('workspace', 'read')
  const maySee = useMaySee()
  const today = useToday()
  const recent = useRecent(({ ids }) => ids)
  const acts = useShownActs(({ shown }) => shown).flatMap(({ read }) => read())
  const isActsOnly = text.startsWith('>')
  const isKeys = text.startsWith('?')
  const words = text.replace(/^[>?]/, '').trim()
  const asks = mayRead && !isActsOnly && !isKeys && words.length >= 2
  const found = useLive(workspace.search, asks ? { search: words, limit: 20, recent: [...recent] } : null)
  const terms = searchTerms(words, today)
  const rank = (title: string, detail = '') => rankOf(terms, { title: wordsOf(title), detail: wordsOf(detail) })

  const hits: Line[] = (found.value?.hits ?? []).flatMap(({ entity, id, room, title, detail }) => {
    const address = addressOf(entity, id)
    if (address === null) return []
    const far = rank(title, detail) ?? FOUND_OTHERWISE
    return [{ group: titleOf(room), rank: far, icon: iconOf(room), title, detail: withDates(detail), run: () => go(address) }]
  })
  const views: Line[] = Object.entries<Room>(rooms).flatMap(([name, room]) =>
    viewsOf(room, name, maySee).map((view) => ({
      group: t('Ansichten'),
      rank: rank(view.title(), room.title()) ?? NOT_FOUND,
      icon: room.icon,
      title: view.title(),
      detail: room.title(),
      run: () => go(pathOf(name, view.path)),
    })),
  )
  const commands: Line[] = acts
    .filter((act) => !act.whyNot && (!isKeys || act.key !== undefined))
    .map((act) => ({
      group: t('Befehle'),
      rank: rank(act.label) ?? NOT_FOUND,
      icon: act.icon ?? 'chevronRight',
      title: act.label,
      detail: act.key === undefined ? '' : keyText(act.key),
      run: act.run,
    }))
  const pages: Line[] = searchManual(words, today).map(({ page, rank: far }) => ({
    group: t('Hilfe'),
    rank: far,
    icon: 'text',
    title: page.title,
    detail: t('Handbuch'),
    run: () => go(pathOf('workspace', 'help', pageId(page.name))),
  }))
  if (isKeys || isActsOnly) return { lines: ranked(commands), isIndexing: false }
  return {
    lines: inGroups([...hits, ...ranked(views), ...ranked(commands), ...pages]),
    isIndexing: found.value?.isIndexing ?? false,
  }
}

function ranked(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ rank }) => rank !== NOT_FOUND).sort((one, other) => one.rank - other.rank)
}

/** The index keeps days as they are stored; people read them as everywhere else. */
function withDates(detail: string): string {
  return detail.replaceAll(/\d{4}-\d{2}-\d{2}/g, formatDate)
}

/** A few of each group. Records stay in the order that the store gave them. */
function inGroups(lines: readonly Line[]): readonly Line[] {
  const groups = [...new Set(lines.map(({ group }) => group))].map((group) =>
    lines.filter((line) => line.group === group).slice(0, A_GROUP),
  )
  return groups.sort(([one], [other]) => one!.rank - other!.rank).flat()
}

function roomNamed(name: string): Room | undefined {
  return Object.entries<Room>(rooms).find(([known]) => known === name)?.[1]
}
function titleOf(room: string): string {
  return roomNamed(room)?.title() ?? t('Weitere')
}
function iconOf(room: string): IconName {
  return roomNamed(room)?.icon ?? 'list'
}
