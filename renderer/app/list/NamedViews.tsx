import { useState } from 'react'
import { t } from '../../../shared/i18n/text'
import { workspace } from '../../../shared/workspace/calls'
import type { ListSetting } from '../../../shared/workspace/listSetting'
import { Button, IconButton, LinkButton, Notice, TextField } from '../../ui'
import { useCommand } from '../command'
import styles from './list.module.css'

interface ViewsProps {
  view: string
  setting: ListSetting
  usual: ListSetting
  named: readonly { name: string; setting: ListSetting }[]
  onChoose: (setting: ListSetting) => void
  onClose: () => void
}

/** Views with a name: how a list is arranged, sorted and filtered for one purpose. They belong to the user alone. */
export function NamedViews({ view, setting, usual, named, onChoose, onClose }: ViewsProps) {
  const [name, setName] = useState('')
  /** The view whose name is being changed. */
  const [renamed, setRenamed] = useState<string | null>(null)
  const keep = useCommand(workspace.keepListSetting, { done: () => t('Ansicht gespeichert.') })
  const rename = useCommand(workspace.renameListSetting)
  const drop = useCommand(workspace.dropListSetting)
  const failure = keep.failure ?? rename.failure ?? drop.failure
  const isTaken = renamed === null && named.some((one) => one.name === name.trim())
  const submit = async () => {
    const to = name.trim()
    if (to === '') return
    const done = await (renamed === null ? keep.run({ view, name: to, setting }) : rename.run({ view, from: renamed, to }))
    if (done === undefined) return
    setName('')
    setRenamed(null)
  }
  return (
    <div className={styles.editor}>
      {failure && <Notice kind="error">{failure.sentence}</Notice>}
      <ul className={styles.columns}>
        <li>
          <LinkButton
            onPress={() => {
              onChoose(usual)
              onClose()
            }}
          >
            {t('Wie am Anfang')}
          </LinkButton>
        </li>
        {named.map((one) => (
          <li key={one.name}>
            <LinkButton
              onPress={() => {
                onChoose(one.setting)
                onClose()
              }}
            >
              {one.name}
            </LinkButton>
            <IconButton
              label={t('{name} umbenennen', { name: one.name })}
              icon="edit"
              onPress={() => {
                setRenamed(one.name)
                setName(one.name)
              }}
            />
            <IconButton
              label={t('{name} löschen', { name: one.name })}
              icon="close"
              onPress={() => void drop.run({ view, name: one.name })}
            />
          </li>
        ))}
      </ul>
      <form
        className={styles.editor}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label={renamed === null ? t('Speichern als') : t('Neuer Name')}
          maxLength={80}
          value={name}
          onChange={setName}
          hint={isTaken ? t('Die Ansicht mit diesem Namen wird ersetzt.') : undefined}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" whyNot={name.trim() === '' ? t('Geben Sie der Ansicht einen Namen.') : null}>
            {renamed === null ? t('Ansicht speichern') : t('Umbenennen')}
          </Button>
        </div>
      </form>
    </div>
  )
}
