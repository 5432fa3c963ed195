// The report of a check in words: for the screen, the command line and the file.
import { formatMoment, formatNumber } from '../i18n/format'
import { t } from '../i18n/text'
import { type CheckedPart, type CheckPart, type CheckReport, isSound } from './check'

/** The word for a part of a workspace. */
export function partText(part: CheckPart): string {
  if (part === 'file') return t('Datei workspace.db')
  if (part === 'keyring') return t('Schlüsseldateien')
  if (part === 'backups') return t('Sicherungen')
  if (part === 'log') return t('Verlauf der Änderungen')
  if (part === 'heads') return t('Geltende Werte')
  if (part === 'tables') return t('Tabellen gegen Verlauf')
  if (part === 'search') return t('Suchindex')
  return t('Zugriffe')
}

/** "184 geprüft, ohne Befund", or how many findings. */
export function outcomeText({ checked, total }: CheckedPart): string {
  const count = formatNumber(checked)
  return total === 0
    ? t('{count} geprüft, ohne Befund', { count })
    : t('{count} geprüft, {total, plural, one {# Befund} other {# Befunde}}', { count, total })
}

/** The result in one sentence. */
export function resultText(report: CheckReport): string {
  return isSound(report)
    ? t('Der Arbeitsbereich ist in Ordnung.')
    : t('Der Arbeitsbereich hat Schäden. Legen Sie eine Kopie des ganzen Ordners beiseite, und zeigen Sie diesen Bericht der IT-Stelle.')
}

/** All of it as lines of text. It names places and ids, never a value. */
export function reportText(report: CheckReport): string {
  const head = [
    t('Prüfung von „{folder}“ am {at}, Kreiswerkbank {version}', {
      folder: report.folder,
      at: formatMoment(report.at),
      version: report.version,
    }),
    resultText(report),
    '',
  ]
  const parts = report.parts.flatMap((part) => [
    `${partText(part.part)}: ${outcomeText(part)}`,
    ...part.findings.map(({ sentence, params }) => `  - ${t(sentence, params)}`),
    ...(part.total > part.findings.length ? [`  - ${t('und {more} weitere', { more: part.total - part.findings.length })}`] : []),
  ])
  return [...head, ...parts, ''].join('\n')
}
