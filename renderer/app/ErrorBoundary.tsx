import { Component, type ReactNode } from 'react'
import { unexpected } from '../../shared/core/errors'
import { t } from '../../shared/i18n/text'
import { Button, Notice } from '../ui'

interface State {
  bug: string | null
}

/** The screen's net for bugs: a sentence without field values, and a way on. What was typed lies in its draft. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { bug: null }

  static getDerivedStateFromError(error: unknown): State {
    return { bug: error instanceof Error ? error.name : 'unknown' }
  }

  override render() {
    if (this.state.bug === null) return this.props.children
    return (
      <Notice kind="error" action={<Button onPress={() => this.setState({ bug: null })}>{t('Noch einmal versuchen')}</Button>}>
        {t(unexpected.sentence, { trace: this.state.bug })}
      </Notice>
    )
  }
}
