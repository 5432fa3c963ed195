import { lexer, type MarkedToken, type Token } from 'marked'
import { expect, test } from 'vitest'
import { manualPages, pageId, pageNamed, pageOfId, searchManual } from '../../../renderer/app/manual'
import type { Room } from '../../../renderer/app/room'
import { rooms } from '../../../renderer/rooms'

/** Pages that explain no view of a room. */
const BESIDE = ['start/open', 'start/unlock', 'help/keys', 'help/lists', 'help/accessibility']
const today = '2026-11-24'
const views = Object.entries<Room>(rooms).flatMap(([room, { views: of }]) => of.map(({ path }) => `${room}/${path}`))

test('every view has its page in the manual, and every page its view', () => {
  expect(views.length).toBeGreaterThan(10)
  expect(manualPages.map(({ name }) => name).sort()).toEqual([...views, ...BESIDE].sort())
})

test('a page of a view bears its name, and says what for, how, and what goes wrong', () => {
  for (const [name, { views: of }] of Object.entries<Room>(rooms)) {
    for (const { path, title } of of) {
      const page = pageNamed(`${name}/${path}`)
      expect(page?.title).toBe(title())
      expect(page?.text.match(/^## .*$/gm)).toEqual(['## So geht es', '## Was schiefgehen kann'])
    }
  }
})

test('pages are as long as people read', () => {
  const words = manualPages.map(({ name, text }) => ({ name, count: text.split(/\s+/).length }))
  expect(words.filter(({ count }) => count < 150 || count > 350)).toEqual([])
})

test('pages have only what the window draws, and each link leads to a page', () => {
  const KNOWN = ['space', 'heading', 'paragraph', 'text', 'strong', 'codespan', 'escape', 'list', 'list_item', 'link', 'table']
  const faults: string[] = []
  const visit = (page: string, tokens: readonly Token[]): void => {
    for (const token of tokens as readonly MarkedToken[]) {
      if (!KNOWN.includes(token.type)) faults.push(`${page} has a ${token.type}`)
      if (token.type === 'heading' && token.depth !== 2) faults.push(`${page} has a heading of level ${token.depth}`)
      if (token.type === 'link' && pageNamed(token.href) === undefined) faults.push(`${page} leads to ${token.href}`)
      if ('tokens' in token) visit(page, token.tokens ?? [])
      if (token.type === 'list') visit(page, token.items)
      if (token.type === 'table') for (const cell of [token.header, ...token.rows].flat()) visit(page, cell.tokens)
    }
  }
  for (const { name, text } of manualPages) visit(name, lexer(text))
  expect(faults).toEqual([])
})

test('the manual is searched by the words of its pages, slips forgiven, titles first', () => {
  expect(searchManual('Gemeinden', today)[0]?.page.name).toBe('directory/municipalities')
  expect(searchManual('Wiederherstelungsschlüssel', today).map(({ page }) => page.name)).toContain('start/open')
  expect(searchManual('', today)).toHaveLength(manualPages.length)
  expect(searchManual('qqqqqq', today)).toEqual([])
})

test('an address names the page that it shows', () => {
  for (const { name } of manualPages) expect(pageOfId(pageId(name))).toBe(name)
})
