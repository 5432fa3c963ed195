import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import type { UndoResult } from '../../shared/workspace/history'
import { IconButton, LinkButton, Notice } from '../ui'
import { useCommand } from './command'
import { useNotices } from './noticeStore'
import { usePlace } from './routes'
import { leftText } from './steps'

/** What just happened, under the bars of the view, with "Zurücknehmen" where an act is behind it. */
export function Notices() {
  const { notices, close, say } = useNotices()
  const { go } = usePlace()
  const undo = useCommand(workspace.undoAct)
  const takeBack = async (id: number, actId: string) => {
    const result = await undo.run({ actId })
    close(id)
    if (result === undefined) return
    say('success', undoneText(result))
  }
  return (
    <>
      {undo.failure && (
        <Notice kind="error" action={<IconButton label={t('Hinweis schließen')} icon="close" onPress={undo.clear} />}>
          {undo.failure.sentence}
        </Notice>
      )}
      {notices.map(({ id, kind, text, actId, more }) => (
        <Notice key={id} kind={kind} action={<IconButton label={t('Hinweis schließen')} icon="close" onPress={() => close(id)} />}>
          {text} {actId !== null && <LinkButton onPress={() => void takeBack(id, actId)}>{t('Zurücknehmen')}</LinkButton>}
          {more !== null && <LinkButton onPress={() => go(more.path)}>{more.label}</LinkButton>}
        </Notice>
      ))}
    </>
  )
}

function undoneText({ fields, records, left }: UndoResult): string {
  const done = t(
    'Zurückgenommen: {records, plural, one {# Eintrag} other {# Einträge}}, {fields, plural, one {# Feld} other {# Felder}}.',
    { records, fields },
  )
  return [done, leftText(left.length)].filter(Boolean).join(' ')
}
