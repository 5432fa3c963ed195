// Why a file that should be a table cannot be read at all. What is wrong with single rows: finding.ts.
import { failure } from './errors'

/** `what`: kind of file where it is none of ours, else empty. */
type About = { file: string; what: string }

/** One failure a reason; the reasons are stable. */
export const refusals = {
  'old-xls': failure<About>(
    'core/workbook-old-xls',
    'Die Datei „{file}“ hat das alte Format Excel 97–2003 (.xls). Öffnen Sie sie in Excel und speichern Sie sie als „Excel-Arbeitsmappe (*.xlsx)“.',
  ),
  encrypted: failure<About>(
    'core/workbook-encrypted',
    'Die Datei „{file}“ ist mit einem Kennwort geschützt. Öffnen Sie sie in Excel, heben Sie das Kennwort auf (Datei, Informationen, Arbeitsmappe schützen) und speichern Sie sie.',
  ),
  'not-a-workbook': failure<About>(
    'core/not-a-workbook',
    'Die Datei „{file}“ ist keine Excel-Arbeitsmappe, sondern {what, select, pdf {ein PDF} web {eine Webseite} xml {eine XML-Datei} text {eine Textdatei} word {ein Word-Dokument} slides {eine Präsentation} office {ein Dokument von LibreOffice (.ods, .odt)} xlsb {eine binäre Arbeitsmappe (.xlsb)} archive {ein Archiv (.zip)} folder {ein Ordner} other {eine Datei anderer Art}}. Speichern Sie die Liste als „Excel-Arbeitsmappe (*.xlsx)“ und wählen Sie diese Datei.',
  ),
  damaged: failure<About>(
    'core/workbook-damaged',
    'Die Datei „{file}“ ist beschädigt oder unvollständig. Bitten Sie den Absender um eine neue, oder öffnen Sie sie in Excel und speichern Sie sie neu.',
  ),
  missing: failure<About>(
    'core/workbook-missing',
    'Die Datei „{file}“ ist nicht mehr zu finden oder nicht zu lesen. Prüfen Sie Laufwerk und Ordner und wählen Sie die Datei noch einmal.',
  ),
  locked: failure<About>(
    'core/workbook-locked',
    'Die Datei „{file}“ ist gerade gesperrt. Schließen Sie sie in Excel und wählen Sie sie noch einmal.',
  ),
  empty: failure<About>('core/workbook-empty', 'Die Datei „{file}“ ist leer. Prüfen Sie, ob es die richtige Datei ist.'),
  'too-large': failure<About>(
    'core/workbook-too-large',
    'Die Datei „{file}“ ist ausgepackt zu groß für eine Liste. Löschen Sie Bilder und leere Zeilen, oder teilen Sie sie auf mehrere Dateien.',
  ),
  'no-header': failure<About>(
    'core/workbook-no-header',
    'In der Datei „{file}“ ist keine Kopfzeile zu finden. Die Liste braucht eine Zeile mit Spaltennamen wie „Name“, „Vorname“, „Geburtsdatum“.',
  ),
  unsafe: failure<About>(
    'core/workbook-unsafe',
    'Die Datei „{file}“ enthält etwas, das in keine Liste gehört, und wurde nicht gelesen. Öffnen Sie sie in Excel und speichern Sie sie als neue Arbeitsmappe.',
  ),
}
export type RefusalReason = keyof typeof refusals
