// LIESMICH.md of an export of everything, written from the definitions of the records: in German, as the law and the county's archive read it.
import type * as z from 'zod'
import type { AnyEntity, Field, Privacy } from '../../shared/core/entity'
import { formatMoment, formatNumber } from '../../shared/i18n/format'
import { entities } from '../../shared/rooms'
import type { Everything } from '../../shared/workspace/everythingCalls'

const PRIVACY: Record<Privacy, string> = {
  none: '–',
  personal: 'personenbezogen',
  social: 'Sozialdatum (§ 67 Abs. 2 SGB X)',
  article9: 'besondere Kategorie (Art. 9 DSGVO)',
}

/** Describes every file and every column. */
export function readme({ countyName, officeName, at, records, log }: z.infer<typeof Everything>): string {
  const count = (name: string) => formatNumber([...records, ...log].find((one) => one.name === name)?.count ?? 0)
  return [
    `# ${countyName}, ${officeName}: alle Daten`,
    `Stand: ${formatMoment(at)}, ausgegeben von der Kreiswerkbank. **Dieser Ordner ist nicht verschlüsselt und enthält personenbezogene Daten.** Löschen Sie ihn, sobald er seinen Zweck erfüllt hat.`,
    '## Formate',
    [
      '- `daten/NAME.jsonl`: ein Eintrag je Zeile als JSON, UTF-8. Diese Dateien sind genau.',
      '- `daten/NAME.csv`: dasselbe für Tabellenprogramme. UTF-8 mit BOM, Trennzeichen Semikolon, Dezimalkomma. Text, der mit = + - @ beginnt, hat einen Apostroph davor, damit ihn kein Programm als Formel ausführt. Mehrere Werte stehen als JSON in einer Zelle.',
      '- Tage sind `JJJJ-MM-TT`, Zeitpunkte Millisekunden seit 1. Januar 1970 UTC, Ja und Nein in der CSV 1 und 0, leere Felder `null` oder leer.',
      '- `id` ist die Kennung eines Eintrags; Felder, deren Art „Verweis“ ist, nennen die Kennung eines anderen.',
    ].join('\n'),
    '## Einträge',
    ...[...entities.values()].map((entity) => recordText(entity, count(entity.name))),
    '## Verlauf',
    [
      `- \`verlauf/writer.jsonl\` (${count('writer')}): Schreiber, je ein Leben einer Datei. \`id\`, \`office\` (Stelle), \`since\` (Beginn).`,
      `- \`verlauf/epoch.jsonl\` (${count('epoch')}): was ein Schreiber gesehen hatte, als er weiterschrieb. \`writer\`, \`epoch\` (Nummer), \`seen\` (bis zu welcher Nummer je Schreiber und Bereich).`,
      `- \`verlauf/act.jsonl\` (${count('act')}): Vorgänge. \`id\`, \`name\`, \`params\` (Zahlen dazu), \`user\` (wer), \`body\` (für welche Stelle), \`origin\` (Bildschirm oder Datei), \`at\` (wann), \`undoes\` (nimmt welchen zurück), \`hash\`.`,
      `- \`verlauf/change.jsonl\` (${count('change')}): Änderungen. \`writer\`, \`scope\`, \`seq\` (laufende Nummer je Schreiber und Bereich), \`epoch\`, \`act\`, \`at\`, \`entity\` und \`record\` (welcher Eintrag), \`row\` (Zeile der eingelesenen Datei), \`fields\` (gesetzte Felder; \`null\`, wenn sie nach Art. 17 DSGVO gelöscht sind), \`salt\`, \`commitment\` und \`hash\` (Prüfsummenkette).`,
    ].join('\n'),
    '## Listen',
    '`listen/NAME.json`: die Wortlisten und datierten Regeln, deren Kürzel in den Feldern stehen, mit Gültigkeit und Quelle.',
    '',
  ].join('\n\n')
}

function recordText(entity: AnyEntity, count: string): string {
  const rows = Object.values(entity.fields).map(
    (field) =>
      `| \`${field.name}\` | ${field.label}${field.unit === undefined ? '' : ` (${field.unit})`} | ${kindText(field)} | ${PRIVACY[field.privacy]} |`,
  )
  return [
    `### ${entity.label}: \`daten/${entity.name}\` (${count})`,
    ['| Spalte | Bedeutung | Art | Schutz |', '| --- | --- | --- | --- |', '| `id` | Kennung | Text | – |', ...rows].join('\n'),
  ].join('\n\n')
}

function kindText({ kind, isNullable }: Field): string {
  const words = { text: 'Text', day: 'Tag', integer: 'ganze Zahl', number: 'Zahl', flag: 'ja oder nein', json: 'JSON' }
  const word =
    kind.type === 'reference'
      ? `Verweis auf \`${kind.entity}\``
      : kind.type === 'code'
        ? `Kürzel aus \`listen/${kind.list}.json\``
        : kind.type === 'codes'
          ? `mehrere Kürzel aus \`listen/${kind.list}.json\``
          : words[kind.type]
  return isNullable ? `${word}, darf leer sein` : word
}
