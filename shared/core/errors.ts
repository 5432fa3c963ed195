// What cannot be done. What is wrong with data is a value: finding.ts.

/** A kind of failure: stable code, and the German sentence that says what happened, where, and what to do. */
export interface Failure<Params extends FailureParams = FailureParams> {
  code: string
  /** With `{placeholders}` that `Params` fills; also the key of its translation. */
  sentence: string
  /** Only for the compiler. */
  params?: Params
}
export type FailureParams = Record<string, string | number>

/** Defines a failure. `code` is `<room>/<name>` and never changes. */
export function failure<Params extends FailureParams = Record<never, never>>(code: string, sentence: string): Failure<Params> {
  return { code, sentence }
}

/** Thrown where something cannot be done; ipc, job runner and screen show its sentence. Everything else that is thrown is a bug. */
export class WorkbenchError<Params extends FailureParams = FailureParams> extends Error {
  override name = 'WorkbenchError'
  readonly definition: Failure<Params>
  readonly params: Params

  constructor(definition: Failure<Params>, params: Params) {
    super(definition.code)
    this.definition = definition
    this.params = params
  }
}

/** True for a failure that has a sentence; `instanceof` would leave its parameters untyped. */
export function isWorkbenchError(error: unknown): error is WorkbenchError {
  return error instanceof WorkbenchError
}

export const recordGone = failure(
  'core/record-gone',
  'Dieser Eintrag ist nicht mehr vorhanden. Jemand hat ihn inzwischen gelöscht; unter „Letzte Schritte“ lässt sich das zurücknehmen.',
)
export const referenceGone = failure<{ field: string }>(
  'core/reference-gone',
  'Was im Feld „{field}“ gewählt ist, gibt es nicht mehr. Wählen Sie dort einen anderen Eintrag; es wurde nichts gespeichert.',
)
export const notAllowed = failure<{ right: string }>(
  'core/not-allowed',
  'Dafür reicht Ihre Rolle nicht: Nötig ist das Recht {right, select, figures {„Zahlen sehen“} read {„Lesen“} edit {„Bearbeiten“} coordinate {„Koordinieren“} audit {„Protokoll einsehen“} other {„{right}“}}. Bitten Sie die Koordination.',
)
export const notResponsible = failure<{ field: string; body: string }>(
  'core/not-responsible',
  'Das Feld „{field}“ führt eine andere Stelle ({body}). Es wurde nicht geändert.',
)
export const stillReferred = failure<{ count: number; entities: string }>(
  'core/still-referred',
  'Dieser Eintrag wird noch gebraucht ({entities}, {count}). Lösen oder löschen Sie zuerst diese Verknüpfungen.',
)
export const invalidInput = failure<{ where: string }>(
  'core/invalid-input',
  'Die Angaben sind unvollständig oder haben eine falsche Form ({where}). Es wurde nichts gespeichert.',
)
export const cancelled = failure('core/cancelled', 'Abgebrochen. Es wurde nichts übernommen.')
export const unexpected = failure<{ trace: string }>(
  'core/unexpected',
  'Das hat nicht geklappt, und der Grund ist unerwartet. Ihre gespeicherten Daten sind unverändert. Melden Sie der IT-Stelle das Kennzeichen {trace}.',
)
