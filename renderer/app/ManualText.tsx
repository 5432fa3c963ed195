import { lexer, type MarkedToken, type Token } from 'marked'
import type { ReactNode } from 'react'
import { currentLanguage, t } from '../../shared/i18n/text'
import { type ManualPage, pageId } from './manual'
import styles from './ManualText.module.css'
import { pathOf } from './routes'

/** A page of the manual under a heading of level 2. `onLink`: where a page opens from another place than the manual itself. */
export function ManualText({ page, onLink }: { page: ManualPage; onLink?: (name: string) => void }) {
  return (
    <div className={styles.page}>
      {currentLanguage() !== 'de' && <p className={styles.note}>{t('Das Handbuch gibt es nur auf Deutsch.')}</p>}
      <div lang="de">{blocks(lexer(page.text), onLink)}</div>
    </div>
  )
}

type OnLink = ((name: string) => void) | undefined

function blocks(tokens: readonly Token[], onLink: OnLink): ReactNode {
  return tokens.map((token, index) => <Piece key={index} token={token as MarkedToken} onLink={onLink} />)
}

/** One token of the pages' Markdown. A test holds the pages to these; nothing becomes HTML that a page wrote itself. */
function Piece({ token, onLink }: { token: MarkedToken; onLink: OnLink }): ReactNode {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the pages use a part of Markdown
  switch (token.type) {
    case 'space':
      return null
    case 'heading':
      return <h3>{blocks(token.tokens, onLink)}</h3>
    case 'paragraph':
      return <p>{blocks(token.tokens, onLink)}</p>
    case 'text':
      return token.tokens === undefined ? token.text : blocks(token.tokens, onLink)
    case 'strong':
      return <b>{blocks(token.tokens, onLink)}</b>
    case 'codespan':
      return <kbd>{token.text}</kbd>
    case 'escape':
      return token.text
    case 'list': {
      const items = token.items.map((item, index) => <li key={index}>{blocks(item.tokens, onLink)}</li>)
      return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'link':
      return (
        <a
          href={`#${pathOf('workspace', 'help', pageId(token.href))}`}
          onClick={(event) => {
            if (onLink === undefined) return
            event.preventDefault()
            onLink(token.href)
          }}
        >
          {blocks(token.tokens, onLink)}
        </a>
      )
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {token.header.map((cell, index) => (
                <th key={index} scope="col">
                  {blocks(cell.tokens, onLink)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {token.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{blocks(cell.tokens, onLink)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    default:
      throw new TypeError(`The manual has no ${token.type}`)
  }
}
