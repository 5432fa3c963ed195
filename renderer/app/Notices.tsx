import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { IconButton, LinkButton, Notice } from '../ui'
import { useCommand } from './command'
import { useNotices } from './noticeStore'

/** What just happened, under the bars of the view, with "Zurücknehmen" where an act is behind it. */
export function Notices() {
  const { notices, close, say } = useNotices()
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
      {notices.map(({ id, kind, text, actId }) => (
        <Notice key={id} kind={kind} action={<IconButton label={t('Hinweis schließen')} icon="close" onPress={() => close(id)} />}>
          {text} {actId !== null && <LinkButton onPress={() => void takeBack(id, actId)}>{t('Zurücknehmen')}</LinkButton>}
        </Notice>
      ))}
    </>
  )
}

/** What an undo did, and what it left because it was changed since. */
export function undoneText({ fields, records, left }: { fields: number; records: number; left: readonly unknown[] }): string {
  const done = t(
    'Zurückgenommen: {records, plural, one {# Eintrag} other {# Einträge}}, {fields, plural, one {# Feld} other {# Felder}}.',
    { records, fields },
  )
  if (left.length === 0) return done
  return `${done} ${t('{left, plural, one {# Feld wurde} other {# Felder wurden}} inzwischen weiter geändert und ist stehen geblieben.', { left: left.length })}`
}
