// What is asked before somebody gets access, gets another passphrase, or has access no more.
import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import type { UserAbout, WorkspaceUser } from '../../shared/workspace/users'
import { shell } from '../app/client'
import { CheckField } from '../ui'
import { PassphraseDialog } from './PassphraseDialog'
import { faultsOf, NewPassphraseFields, noPassphrase } from './PassphraseFields'

interface Ending {
  onDone: () => void
  onClose: () => void
}

/** The first passphrase of somebody new. */
export function AddUserDialog({ about, ...ending }: Ending & { about: UserAbout }) {
  const first = useFirstPassphrase()
  return (
    <PassphraseDialog
      title={t('Zugang für {name} anlegen?', { name: about.name })}
      verb={t('Zugang anlegen')}
      whyNot={first.lacks}
      ask={(passphrase) => shell('addUser', { passphrase, about, first: first.value })}
      {...ending}
    >
      {first.fields}
    </PassphraseDialog>
  )
}

/** Another passphrase for somebody who forgot theirs. */
export function ResetPassphraseDialog({ user, ...ending }: Ending & { user: WorkspaceUser }) {
  const first = useFirstPassphrase()
  return (
    <PassphraseDialog
      title={t('Passphrase von {name} zurücksetzen?', { name: user.name })}
      verb={t('Zurücksetzen')}
      whyNot={first.lacks}
      ask={(passphrase) => shell('resetPassphrase', { passphrase, userId: user.id, first: first.value })}
      {...ending}
    >
      {first.fields}
    </PassphraseDialog>
  )
}

/** The end of an access, with a new key for everybody else unless somebody decides otherwise. */
export function RemoveUserDialog({ user, ...ending }: Ending & { user: WorkspaceUser }) {
  const [withNewKey, setWithNewKey] = useState(true)
  return (
    <PassphraseDialog
      title={t('Zugang von {name} entfernen?', { name: user.name })}
      verb={t('Zugang entfernen')}
      isDanger
      ask={(passphrase) => shell('removeUser', { passphrase, userId: user.id, withNewKey })}
      {...ending}
    >
      <p>
        {t(
          'Die Passphrase von {name} öffnet diesen Arbeitsbereich danach nicht mehr. Kopien, die schon anderswo liegen, etwa auf einem Stick, bleiben damit lesbar: Ziehen Sie sie ein.',
          { name: user.name },
        )}
      </p>
      <CheckField
        isAlone
        label={t('Arbeitsbereich und Sicherungen mit einem neuen Schlüssel neu verschlüsseln (empfohlen)')}
        value={withNewKey}
        onChange={setWithNewKey}
      />
      <p>
        {withNewKey
          ? t('Alle anderen behalten Passphrase und Wiederherstellungsschlüssel. Bei großen Arbeitsbereichen dauert es einige Minuten.')
          : t('Ohne neuen Schlüssel kann jemand mit einer alten Kopie der Schlüsseldatei auch das lesen, was ab jetzt geschrieben wird.')}
      </p>
    </PassphraseDialog>
  )
}

/** A passphrase that a coordinator sets: by default good for one unlock only. */
function useFirstPassphrase() {
  const [next, setNext] = useState(noPassphrase)
  const [mustChange, setMustChange] = useState(true)
  const [showsFaults, setShowsFaults] = useState(false)
  const faults = faultsOf(next)
  return {
    value: { passphrase: next.first, mustChange },
    lacks: () => {
      setShowsFaults(true)
      return faults.first !== null || faults.second !== null
    },
    fields: (
      <>
        <NewPassphraseFields value={next} onChange={setNext} showsFaults={showsFaults} />
        <CheckField
          isAlone
          label={t('Beim ersten Entsperren muss eine eigene gesetzt werden')}
          value={mustChange}
          onChange={setMustChange}
        />
        {!mustChange && <p>{t('Nur abwählen, wenn die Person selbst hier ist und die Passphrase eben selbst gewählt hat.')}</p>}
      </>
    ),
  }
}
