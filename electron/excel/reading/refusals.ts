// Why a file cannot be read at all: stable reason, and the sentence that says what to do.
import { t, type TextValues } from '../../../shared/i18n/text'

export type RefusalReason = keyof typeof SENTENCES

const SENTENCES = {
  'old-xls':
    'Die Datei „{file}“ hat das alte Format Excel 97–2003 (.xls). Öffnen Sie sie in Excel und speichern Sie sie als „Excel-Arbeitsmappe (*.xlsx)“.',
  encrypted:
    'Die Datei „{file}“ ist mit einem Kennwort geschützt. Öffnen Sie sie in Excel, heben Sie das Kennwort auf (Datei, Informationen, Arbeitsmappe schützen) und speichern Sie sie.',
  'not-a-workbook':
    'Die Datei „{file}“ ist keine Excel-Arbeitsmappe, sondern {what}. Speichern Sie die Liste als „Excel-Arbeitsmappe (*.xlsx)“ und wählen Sie diese Datei.',
  damaged:
    'Die Datei „{file}“ ist beschädigt oder unvollständig. Bitten Sie den Absender um eine neue, oder öffnen Sie sie in Excel und speichern Sie sie neu.',
  missing:
    'Die Datei „{file}“ ist nicht mehr zu finden oder nicht zu lesen. Prüfen Sie Laufwerk und Ordner und wählen Sie die Datei noch einmal.',
  locked: 'Die Datei „{file}“ ist gerade gesperrt. Schließen Sie sie in Excel und wählen Sie sie noch einmal.',
  empty: 'Die Datei „{file}“ ist leer. Prüfen Sie, ob es die richtige Datei ist.',
  'too-large':
    'Die Datei „{file}“ ist ausgepackt zu groß für eine Liste. Löschen Sie Bilder und leere Zeilen, oder teilen Sie sie auf mehrere Dateien.',
  'no-header':
    'In der Datei „{file}“ ist keine Kopfzeile zu finden. Die Liste braucht eine Zeile mit Spaltennamen wie „Name“, „Vorname“, „Geburtsdatum“.',
  unsafe:
    'Die Datei „{file}“ enthält etwas, das in keine Liste gehört, und wurde nicht gelesen. Öffnen Sie sie in Excel und speichern Sie sie als neue Arbeitsmappe.',
} as const

/** Thrown while reading; the job turns it into its failure, `inspect` into its answer. */
export class Refused extends Error {
  override name = 'Refused'
  readonly reason: RefusalReason
  readonly sentence: string
  readonly values: TextValues

  constructor(reason: RefusalReason, values: { file: string; what?: string }) {
    super(reason)
    this.reason = reason
    this.sentence = SENTENCES[reason]
    this.values = values
  }

  /** The whole sentence in the language in force. */
  get inWords(): string {
    return t(this.sentence, this.values)
  }
}
