import { useState } from 'react'
import type { FileOrigin } from '../../shared/workspace/backups'
import { formatMoment } from '../../shared/i18n/format'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { Button, Dialog, Icon, LinkButton, Notice } from '../ui'
import { useCommand } from './command'
import { useLive } from './live'
import { useMay } from './office'
import styles from './Band.module.css'

/** Where this workspace is a copy that may not go on yet: from which one, and the question which of the two does. `null` otherwise. */
export function useCopyOf(): FileOrigin | null {
  const origin = useLive(workspace.getFileOrigin, {}).value ?? null
  return origin?.kind === 'copy' && origin.goesOn !== 'this' ? origin : null
}

/** The line that says so, above everything else. */
export function CopyBand({ origin }: { origin: FileOrigin }) {
  const [isAsking, setAsking] = useState(false)
  const mayCoordinate = useMay('workspace', 'coordinate')
  const about = { source: origin.source, moment: formatMoment(origin.backupAt) }
  return (
    <>
      <p className={styles.band}>
        <Icon name="warning" size={14} />
        <span>
          <b>{t('Kopie von „{source}“, Stand {moment}', about)}</b>{' '}
          {origin.goesOn === null
            ? t('Sie schreibt keine Austauschdateien, bis entschieden ist, welche von beiden weitergeht.')
            : t('Die andere geht weiter; diese schreibt keine Austauschdateien.')}{' '}
          {mayCoordinate && <LinkButton onPress={() => setAsking(true)}>{t('Welche geht weiter?')}</LinkButton>}
        </span>
      </p>
      {isAsking && <GoingOnDialog source={origin.source} onClose={() => setAsking(false)} />}
    </>
  )
}

function GoingOnDialog({ source, onClose }: { source: string; onClose: () => void }) {
  const decide = useCommand(workspace.decideGoingOn)
  const say = async (goesOn: 'this' | 'other') => {
    if ((await decide.run({ goesOn })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('Welche geht weiter?')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('Noch offen lassen')}</Button>
          <Button onPress={() => void say('other')}>{t('Die andere geht weiter')}</Button>
          <Button onPress={() => void say('this')}>{t('Diese hier geht weiter')}</Button>
        </>
      }
    >
      {decide.failure && <Notice kind="error">{decide.failure.sentence}</Notice>}
      <p>
        {t(
          'Zwei Arbeitsbereiche mit derselben Vorgeschichte dürfen nicht beide Austauschdateien schreiben: Andere Stellen wüssten nicht, welchem sie glauben sollen. Geht dieser hier weiter, dann öffnen Sie „{source}“ nicht mehr.',
          { source },
        )}
      </p>
    </Dialog>
  )
}
