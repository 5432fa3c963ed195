/**
 * A text as it can stand in a file: NFC, one kind of line end, without signs that XML and PDF have no place for. Half of a pair of
 * surrogates becomes the sign for "unknown".
 */
export function written(text: string): string {
  return text
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/[^\P{Cc}\n]|[\ufffe\uffff]/gu, '')
    .normalize('NFC')
}
