// What a file is, by its content: its name says nothing.
import type { OtherKind } from './refusals'

export type Container =
  | { kind: 'zip' }
  | { kind: 'refused'; reason: 'old-xls' | 'encrypted' | 'empty' | 'not-a-workbook'; what?: OtherKind }
  | { kind: 'text' }

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')
const WORD_DOCUMENT = Buffer.from('WordDocument', 'utf16le')

/** Programs that call a web page .xls often leave out what stands before its table. */
const WEB_PAGE = /^(?:<!doctype html|<(?:html|head|meta|body|table|style|div)\b|mime-version:)/

/** Tells apart workbook, old Excel, password protection, text and what is none of these. */
export function containerOf(bytes: Buffer): Container {
  if (bytes.length === 0) return { kind: 'refused', reason: 'empty' }
  if (bytes.subarray(0, 8).equals(OLE)) {
    if (bytes.includes(ENCRYPTED_PACKAGE)) return { kind: 'refused', reason: 'encrypted' }
    if (bytes.includes(WORD_DOCUMENT)) return { kind: 'refused', reason: 'not-a-workbook', what: 'word' }
    return { kind: 'refused', reason: 'old-xls' }
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { kind: 'zip' }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { kind: 'refused', reason: 'not-a-workbook', what: 'pdf' }
  const head = bytes.subarray(0, 4096)
  const text = head.toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase()
  if (text === '' && bytes.toString('latin1').trim() === '') return { kind: 'refused', reason: 'empty' }
  if (WEB_PAGE.test(text)) return { kind: 'refused', reason: 'not-a-workbook', what: 'web' }
  if (text.startsWith('<?xml')) return { kind: 'refused', reason: 'not-a-workbook', what: 'xml' }
  if (text.startsWith('{\\rtf')) return { kind: 'refused', reason: 'not-a-workbook', what: 'word' }
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (!isUtf16 && head.includes(0)) return { kind: 'refused', reason: 'not-a-workbook', what: 'other' }
  return { kind: 'text' }
}
