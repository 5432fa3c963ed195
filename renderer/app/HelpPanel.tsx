import { create } from 'zustand'
import { combine } from 'zustand/middleware'
import { t } from '../../shared/i18n/text'
import { Panel } from '../ui'
import { pageNamed } from './manual'
import { ManualText } from './ManualText'
import { useEscape } from './useEscape'

/** Whether the manual's page stands in the place of the side panel. `turn`: how often it was opened, so that it takes the focus each time. */
export const useHelp = create(
  combine({ isOpen: false, turn: 0 }, (set) => ({
    toggle: () => set(({ isOpen, turn }) => ({ isOpen: !isOpen, turn: turn + 1 })),
    close: () => set({ isOpen: false }),
  })),
)

/** The manual's page of a view, beside it; what was typed in the panel that stood there lies in its draft. */
export function HelpPanel({ view }: { view: string }) {
  const { turn, close } = useHelp()
  const page = pageNamed(view)
  useEscape('[data-region="panel"]', close)
  if (page === undefined) return null
  return (
    <Panel title={t('Hilfe: {title}', { title: page.title })} bodyLabel={t('Seite des Handbuchs')} onClose={close} focusKey={turn}>
      <ManualText page={page} />
    </Panel>
  )
}
