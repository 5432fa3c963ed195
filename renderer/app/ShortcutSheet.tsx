import { t } from '../../shared/i18n/text'
import { Button, Dialog } from '../ui'
import { type Act, keyText, useShownActs } from './acts'
import { pageId } from './manual'
import { pathOf, usePlace } from './routes'
import styles from './ShortcutSheet.module.css'

/** The keys that hold now: those of the view and its panel, and those of the frame. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { go } = usePlace()
  const shown = useShownActs((state) => state.shown)
  const keysOf = (isFrame: boolean) =>
    shown
      .filter((one) => one.isFrame === isFrame)
      .flatMap(({ read }) => read())
      .filter(({ key }) => key !== undefined)
  return (
    <Dialog
      title={t('Tasten dieser Ansicht')}
      isWide
      isText
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() => {
              onClose()
              go(pathOf('workspace', 'help', pageId('help/keys')))
            }}
          >
            {t('Alle Tasten im Handbuch')}
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            {t('Schließen')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <Keys title={t('Hier')} acts={keysOf(false)} />
        <Keys title={t('Überall')} acts={keysOf(true)} />
      </div>
    </Dialog>
  )
}

function Keys({ title, acts }: { title: string; acts: readonly Act[] }) {
  if (acts.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className={styles.keys}>
        {acts.map(({ label, key }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <kbd>{keyText(key!)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
