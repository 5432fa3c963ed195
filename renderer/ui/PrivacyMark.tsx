import { t } from '../../shared/i18n/text'
import styles from './parts.module.css'

/** Marks data by its protection where it stands beside other data. */
export function PrivacyMark({ privacy }: { privacy: 'personal' | 'social' | 'article9' }) {
  const words = { personal: t('Personenbezogen'), social: t('Sozialdatum'), article9: t('Art. 9') }
  return (
    <span className={styles.privacy} data-privacy={privacy}>
      {words[privacy]}
    </span>
  )
}
