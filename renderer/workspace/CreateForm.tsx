import { useState } from 'react'
import { t } from '../../shared/i18n/text'
import { shell } from '../app/client'
import { Button, Notice, TextField } from '../ui'
import { Field } from '../ui/Field'
import { useAttempt } from './attempt'
import { folderNameFor } from './folderName'
import { useNewKey } from './newKey'
import { faultsOf, NewPassphraseFields, noPassphrase } from './PassphraseFields'
import styles from './StartScreen.module.css'

const blank = { countyKey: '', countyName: '', officeName: '', userName: '', folderName: '' }

/** A new workspace on one page. It ends with the recovery key, which is shown before anything else. */
export function CreateForm({ onCancel }: { onCancel: () => void }) {
  const [typed, setTyped] = useState(blank)
  const [parent, setParent] = useState<{ token: string; name: string } | null>(null)
  const [next, setNext] = useState(noPassphrase)
  const [showsFaults, setShowsFaults] = useState(false)
  const attempt = useAttempt()
  const folderName = typed.folderName === '' ? folderNameFor(typed.countyName) : typed.folderName
  const faults = {
    ...faultsOfTexts(typed),
    folder: parent === null ? t('Wählen Sie, wo der Ordner liegen soll.') : null,
    ...faultsOf(next),
  }
  const set = (change: Partial<typeof blank>) => setTyped({ ...typed, ...change })
  const shown = (fault: string | null) => (showsFaults ? fault : null)
  const choose = () => attempt.run(async () => setParent((await shell('chooseFolder', { purpose: 'create' })) ?? parent))
  const create = async () => {
    setShowsFaults(true)
    if (parent === null || Object.values(faults).some((fault) => fault !== null)) return
    useNewKey.setState({ isCreating: true })
    const isMade = await attempt.run(async () => {
      const { recoveryKey } = await shell('createWorkspace', { ...typed, folderName, parent: parent.token, passphrase: next.first })
      useNewKey.setState({ key: recoveryKey })
    })
    if (!isMade) useNewKey.setState({ isCreating: false })
  }
  return (
    <form
      className={styles.form}
      aria-label={t('Arbeitsbereich anlegen')}
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <TextField
        label={t('Landkreis')}
        isRequired
        autoFocus
        value={typed.countyName}
        maxLength={200}
        error={shown(faults.countyName)}
        onChange={(countyName) => set({ countyName })}
      />
      <TextField
        label={t('Kreisschlüssel')}
        isRequired
        width="short"
        value={typed.countyKey}
        maxLength={5}
        error={shown(faults.countyKey)}
        hint={t('5 Ziffern, der Anfang jedes Gemeindeschlüssels (AGS) im Kreis.')}
        onChange={(countyKey) => set({ countyKey })}
      />
      <TextField
        label={t('Stelle im Haus')}
        isRequired
        value={typed.officeName}
        maxLength={200}
        error={shown(faults.officeName)}
        hint={t('Zum Beispiel: Koordinierungsstelle Migration')}
        onChange={(officeName) => set({ officeName })}
      />
      <TextField
        label={t('Ihr Name oder Ihre Funktion')}
        isRequired
        value={typed.userName}
        maxLength={200}
        error={shown(faults.userName)}
        hint={t('So stehen Sie im Verlauf. Sie haben als Erste alle Rechte.')}
        onChange={(userName) => set({ userName })}
      />
      <Field label={t('Ort')} isRequired error={shown(faults.folder)}>
        {(control) => (
          <>
            <input {...control} type="text" readOnly value={parent?.name ?? ''} placeholder={t('noch nicht gewählt')} />
            <Button icon="folder" onPress={() => void choose()}>
              {t('Ordner wählen …')}
            </Button>
          </>
        )}
      </Field>
      <TextField
        label={t('Name des Ordners')}
        value={folderName}
        maxLength={80}
        hint={t('Darin liegt alles, verschlüsselt: {folder}', { folder: `${folderName || '…'}.kwb` })}
        onChange={(name) => set({ folderName: name })}
      />
      <NewPassphraseFields value={next} onChange={setNext} showsFaults={showsFaults} />
      {attempt.failure && <Notice kind="error">{attempt.failure.sentence}</Notice>}
      <div className={`${styles.buttons} ${styles.indented}`}>
        <Button type="submit" look="primary" whyNot={attempt.isRunning ? t('Der Arbeitsbereich wird angelegt.') : null}>
          {attempt.isRunning ? t('Wird angelegt …') : t('Anlegen')}
        </Button>
        <Button onPress={onCancel}>{t('Abbrechen')}</Button>
      </div>
    </form>
  )
}

function faultsOfTexts({ countyKey, countyName, officeName, userName }: typeof blank) {
  const missing = (text: string) => (text.trim() === '' ? t('Dieses Feld braucht eine Angabe.') : null)
  return {
    countyName: missing(countyName),
    countyKey: /^\d{5}$/.test(countyKey) ? null : t('Der Kreisschlüssel hat genau 5 Ziffern.'),
    officeName: missing(officeName),
    userName: missing(userName),
  }
}
