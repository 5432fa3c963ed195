import { useEffect, useState } from 'react'
import { t } from '../../shared/i18n/text'
import { Button, Dialog } from '../ui'
import { stayOpen } from './activity'
import { listen } from './client'

/** Counts down before the idle lock. Any key or movement keeps the workspace open; what was typed is kept either way. */
export function LockWarning() {
  const [locksAt, setLocksAt] = useState<number | null>(null)
  const [now, setNow] = useState(() => Date.now())
  useEffect(
    () =>
      listen((event) => {
        if (event.type !== 'lockWarning') return
        setNow(Date.now())
        setLocksAt(Date.now() + event.seconds * 1000)
      }),
    [],
  )
  const stay = () => {
    stayOpen()
    setLocksAt(null)
  }
  useEffect(() => {
    if (locksAt === null) return
    const timer = setInterval(() => setNow(Date.now()), 250)
    window.addEventListener('keydown', stay, true)
    window.addEventListener('pointerdown', stay, true)
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', stay, true)
      window.removeEventListener('pointerdown', stay, true)
    }
  }, [locksAt])
  if (locksAt === null || now >= locksAt) return null
  return (
    <Dialog
      title={t('Weiterarbeiten?')}
      onClose={stay}
      actions={
        <Button look="primary" autoFocus onPress={stay}>
          {t('Weiterarbeiten')}
        </Button>
      }
    >
      <p role="timer">
        {t('Der Arbeitsbereich sperrt in {seconds, plural, one {# Sekunde} other {# Sekunden}}. Ihre Eingaben bleiben erhalten.', {
          seconds: Math.ceil((locksAt - now) / 1000),
        })}
      </p>
    </Dialog>
  )
}
