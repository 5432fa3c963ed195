// The manual: one page a view, and a few beside them. It ships inside the program; resources/manual/<room>/<view>.md.
import type { IsoDate } from '../../shared/core/entity'
import { type Findable, rankOf } from '../../shared/workspace/search/rank'
import { searchTerms, wordsOf } from '../../shared/workspace/search/terms'

export interface ManualPage {
  /** 'courses/planning': the room and the view that it explains. */
  name: string
  title: string
  /** Markdown, without the title. */
  text: string
}

const FOLDER = '../../resources/manual/'
const files = import.meta.glob<string>('../../resources/manual/*/*.md', { query: '?raw', import: 'default', eager: true })

/** Every page, by its name. */
export const manualPages: readonly ManualPage[] = Object.entries(files).map(([file, source]) => {
  const [first = '', ...lines] = source.split('\n')
  return { name: file.slice(FOLDER.length, -'.md'.length), title: first.replace(/^# /, ''), text: lines.join('\n') }
})

/** The page of this name, `undefined` if there is none. */
export function pageNamed(name: string): ManualPage | undefined {
  return manualPages.find((page) => page.name === name)
}

/** Where the manual shows a page: addresses have no slash inside a part. */
export function pageId(name: string): string {
  return name.replace('/', '.')
}

/** The name of the page that an address shows. */
export function pageOfId(id: string): string {
  return id.replace('.', '/')
}

/** The words of each page, made when somebody first searches: they never change. */
let findables: readonly { page: ManualPage; found: Findable }[] | null = null

/** Pages that have what was typed, best first, with how far they are from it; all of them for nothing typed. */
export function searchManual(typed: string, today: IsoDate): readonly { page: ManualPage; rank: number }[] {
  const terms = searchTerms(typed, today)
  findables ??= manualPages.map((page) => ({ page, found: { title: wordsOf(page.title), detail: [...new Set(wordsOf(page.text))] } }))
  return findables
    .flatMap(({ page, found }) => {
      const rank = rankOf(terms, found)
      return rank === null ? [] : [{ page, rank }]
    })
    .sort((one, other) => one.rank - other.rank)
}
