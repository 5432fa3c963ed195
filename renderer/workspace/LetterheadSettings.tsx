import { useId, useState } from 'react'
import type { Letterhead, Picture } from '../../shared/core/document'
import { pictureOf } from '../../shared/core/picture'
import { t } from '../../shared/i18n/text'
import { workspace } from '../../shared/workspace/calls'
import { LARGEST_PICTURE, type LetterheadLines, pictureNotUsable } from '../../shared/workspace/letterheadCalls'
import { useCommand } from '../app/command'
import { useLive } from '../app/live'
import { useNotices } from '../app/noticeStore'
import { useMay } from '../app/office'
import { Button, Notice, Section, TextField } from '../ui'
import styles from './SettingsView.module.css'

/** What stands at the head of every document of this office. */
export function LetterheadSettings() {
  const letterhead = useLive(workspace.getLetterhead, {}).value
  if (letterhead === undefined) return null
  return (
    <Section level={2} title={t('Briefkopf')} lead={t('gilt für diesen Arbeitsbereich')}>
      <p className={styles.text}>{t('So beginnt jedes Dokument, das Sie als PDF oder für Word ausgeben. Leere Zeilen fallen weg.')}</p>
      <Lines letterhead={letterhead} />
      <PictureOf picture={letterhead.picture} />
    </Section>
  )
}

function Lines({ letterhead }: { letterhead: Letterhead }) {
  const [typed, setTyped] = useState<Partial<LetterheadLines>>({})
  const set = useCommand(workspace.setLetterhead)
  const { say } = useNotices()
  const locked = useMay('workspace', 'coordinate') ? null : t('Das darf nur die Koordination.')
  const { officeName, street, postcode, place, phone, mail, contact } = letterhead
  const saved: LetterheadLines = { officeName, street, postcode, place, phone, mail, contact }
  const lines: LetterheadLines = { ...saved, ...typed }
  const isChanged = fields().some(({ name }) => lines[name] !== saved[name])
  const isNameless = lines.officeName.trim() === ''
  const save = async () => {
    if ((await set.run(lines)) === undefined) return
    setTyped({})
    say('success', t('Der Briefkopf ist gespeichert.'))
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged && !isNameless && locked === null) void save()
      }}
    >
      {fields().map(({ name, label, maxLength, isShort }) => (
        <TextField
          key={name}
          label={label}
          value={lines[name]}
          onChange={(value) => setTyped({ ...typed, [name]: value })}
          maxLength={maxLength}
          isRequired={name === 'officeName'}
          error={name === 'officeName' && isNameless ? t('Geben Sie den Namen der Stelle an.') : null}
          locked={locked}
          {...(isShort && { width: 'short' })}
        />
      ))}
      {set.failure && <Notice kind="error">{set.failure.sentence}</Notice>}
      <Button
        type="submit"
        whyNot={locked ?? (isNameless ? t('Geben Sie den Namen der Stelle an.') : isChanged ? null : t('Es ist nichts geändert.'))}
      >
        {t('Briefkopf speichern')}
      </Button>
    </form>
  )
}

function fields(): readonly { name: keyof LetterheadLines; label: string; maxLength: number; isShort?: true }[] {
  return [
    { name: 'officeName', label: t('Name der Stelle'), maxLength: 200 },
    { name: 'street', label: t('Straße und Nummer'), maxLength: 200 },
    { name: 'postcode', label: t('Postleitzahl'), maxLength: 10, isShort: true },
    { name: 'place', label: t('Ort'), maxLength: 200 },
    { name: 'phone', label: t('Telefon'), maxLength: 60 },
    { name: 'mail', label: t('E-Mail'), maxLength: 200 },
    { name: 'contact', label: t('Auskunft erteilt'), maxLength: 200 },
  ]
}

function PictureOf({ picture }: { picture: Picture | null }) {
  const id = useId()
  const [isRefused, setRefused] = useState(false)
  const set = useCommand(workspace.setLetterheadPicture)
  const mayCoordinate = useMay('workspace', 'coordinate')
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const bytes = file.size > LARGEST_PICTURE ? null : new Uint8Array(await file.arrayBuffer())
    const isUsable = bytes !== null && pictureOf(bytes) !== null && (await canBeDrawn(file))
    setRefused(!isUsable)
    if (isUsable) await set.run({ bytes })
  }
  if (!mayCoordinate && picture === null) return null
  return (
    <div className={styles.form}>
      {picture !== null && <img className={styles.picture} src={addressOf(picture)} alt={t('Bild im Briefkopf')} />}
      {mayCoordinate && (
        <>
          <label htmlFor={id}>{t('Bild, etwa das Wappen')}</label>
          <input
            id={id}
            type="file"
            accept="image/png,image/jpeg"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              void take(target.files?.[0])
              // The same file can be chosen again after it was mended.
              target.value = ''
            }}
          />
          <p id={`${id}-hint`} className={styles.text}>
            {t('PNG oder JPEG, höchstens 1 MB. Es bleibt in der verschlüsselten Datei.')}
          </p>
          {isRefused && <Notice kind="error">{t(pictureNotUsable.sentence)}</Notice>}
          {set.failure && <Notice kind="error">{set.failure.sentence}</Notice>}
          {picture !== null && <Button onPress={() => void set.run({ bytes: null })}>{t('Bild entfernen')}</Button>}
        </>
      )}
    </div>
  )
}

/** A picture whose head is right may still be broken further down; a document would fail of it. */
async function canBeDrawn(file: File): Promise<boolean> {
  try {
    const drawn = await createImageBitmap(file)
    drawn.close()
    return true
  } catch {
    return false
  }
}

function addressOf({ type, bytes }: Picture): string {
  return `data:image/${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
