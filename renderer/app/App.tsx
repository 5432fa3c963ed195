import { t } from '../../shared/i18n/text'
import { Notice } from '../ui'
import { RecoveryKeyPage } from '../workspace/RecoveryKeyPage'
import { StartScreen } from '../workspace/StartScreen'
import { useNewKey } from '../workspace/newKey'
import { useLanguage } from './i18n'
import { useShell } from './shellState'
import { Workbench } from './Workbench'

/** The window: opening and unlocking, or the workbench. A new recovery key stands before both until it is confirmed. */
export function App() {
  useLanguage()
  const { state, failure } = useShell()
  const { isCreating, key } = useNewKey()
  if (state === null) {
    if (failure === null) return <p role="status">{t('Wird geladen …')}</p>
    return <Notice kind="error">{failure.sentence}</Notice>
  }
  if (key !== null) return <RecoveryKeyPage recoveryKey={key} />
  const { workspace } = state
  if (workspace.phase === 'open' && !isCreating) return <Workbench opened={workspace} state={state} />
  return <StartScreen state={state} />
}
