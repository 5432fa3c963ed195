import { t } from '../../shared/i18n/text'
import { EmptyState } from '../ui'
import { useWhyNot } from './office'
import { usePlace } from './routes'
import { View } from './View'

/** Stands in place of a view that the user may not see now, and says why. */
export function ClosedView() {
  const { place } = usePlace()
  const whyNot = useWhyNot(place.room, place.view.right ?? 'figures')
  return (
    <View isPage>
      <EmptyState title={t('Diese Ansicht ist hier verschlossen.')}>{whyNot}</EmptyState>
    </View>
  )
}
