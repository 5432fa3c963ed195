import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import { manualPages, type ManualPage, pageId, pageNamed, pageOfId, searchManual } from '../app/manual'
import { ManualText } from '../app/ManualText'
import { useToday } from '../app/office'
import { pathOf, usePlace } from '../app/routes'
import { View } from '../app/View'
import { rooms } from '../rooms'
import type { Room } from '../app/room'
import { Button, EmptyState, SearchField, Toolbar } from '../ui'
import styles from './HelpView.module.css'

/** The manual: all pages at the left, searched by their words, one of them beside it. */
export function HelpView() {
  const { place } = usePlace()
  const [search, setSearch] = useState('')
  const found = searchManual(search, useToday()).map(({ page }) => page)
  const page = (place.id === null ? undefined : pageNamed(pageOfId(place.id))) ?? pageNamed('workspace/help')
  const groups = search === '' ? inRooms(found) : [{ title: t('Treffer'), pages: found }]
  return (
    <View
      bars={
        <Toolbar label={t('Suche und Filter')} count={t('{shown} von {total} Seiten', { shown: found.length, total: manualPages.length })}>
          <SearchField label={t('Im Handbuch suchen')} value={search} onChange={setSearch} />
        </Toolbar>
      }
    >
      <div className={styles.columns}>
        <nav className={styles.pages} aria-label={t('Seiten des Handbuchs')}>
          {groups.map(({ title, pages }) => (
            <section key={title} aria-label={title}>
              <h2 className={styles.group}>{title}</h2>
              <ul lang="de">
                {pages.map((one) => (
                  <li key={one.name}>
                    <a href={`#${pathOf('workspace', 'help', pageId(one.name))}`} aria-current={one === page ? 'page' : undefined}>
                      {one.title}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {found.length === 0 && (
            <EmptyState
              title={t('Kein Treffer für „{search}“.', { search })}
              actions={<Button onPress={() => setSearch('')}>{t('Suche leeren')}</Button>}
            >
              {t('Suchen Sie mit weniger Buchstaben, oder leeren Sie die Suche.')}
            </EmptyState>
          )}
        </nav>
        {page !== undefined && (
          <div className={styles.page} role="region" aria-labelledby="manual-page" tabIndex={0}>
            <h2 id="manual-page" lang="de">
              {page.title}
            </h2>
            <ManualText page={page} />
          </div>
        )}
      </div>
    </View>
  )
}

/** The start, then each room in its order, then what belongs to none. */
function inRooms(pages: readonly ManualPage[]): readonly { title: string; pages: readonly ManualPage[] }[] {
  const of = (folder: string) => pages.filter(({ name }) => name.startsWith(`${folder}/`))
  const named = Object.entries<Room>(rooms).map(([name, room]) => ({
    title: room.title(),
    pages: room.views.flatMap(({ path }) => of(name).filter((page) => page.name === `${name}/${path}`)),
  }))
  return [{ title: t('Beginnen'), pages: of('start') }, ...named, { title: t('Übersichten'), pages: of('help') }].filter(
    (group) => group.pages.length > 0,
  )
}
