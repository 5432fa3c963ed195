// Reads the program's sources for every text that people see. Run by itself it lists what English lacks: `node tests/unit/i18n/collect.ts`.
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { english } from '../../../shared/i18n/en.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Where a text stands, by its key: the German sentence, with `|context` where one word has two meanings. */
export type Texts = ReadonlyMap<string, string>

/** Calls whose literal argument is a text, with its position; properties that hold one outside of the window, where `t` is called later. */
const CALLS: Record<string, number> = { t: 0, field: 0, failure: 1, problem: 2 }
const PROPERTIES = new Set(['label', 'sentence', 'short', 'unit', 'hint'])

/** Every text of shared/, electron/ and renderer/. */
export function collectTexts(): Texts {
  const texts = new Map<string, string>()
  for (const file of globSync('{shared,electron,renderer}/**/*.{ts,tsx}', { cwd: root })) {
    if (file.endsWith('i18n/en.ts')) continue
    collectFrom(file, readFileSync(`${root}${file}`, 'utf8'), texts)
  }
  return texts
}

/** Adds the texts of one source file. */
export function collectFrom(file: string, source: string, texts: Map<string, string>): void {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const add = (key: string, node: ts.Node) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (!texts.has(key)) texts.set(key, `${file}:${line}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const text = CALLS[node.expression.text] === undefined ? undefined : node.arguments[CALLS[node.expression.text]!]
      for (const literal of literalsOf(text))
        add(node.expression.text === 't' ? `${literal}${contextOf(node.arguments[2])}` : literal, node)
    }
    if (!file.startsWith('renderer/') && ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && PROPERTIES.has(node.name.text)) {
      for (const literal of literalsOf(node.initializer)) add(literal, node)
    }
    // A table of sentences by code.
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text.endsWith('SENTENCES')) addMembers(node.initializer)
    ts.forEachChild(node, visit)
  }
  const addMembers = (node: ts.Node | undefined) => {
    const table = node !== undefined && ts.isAsExpression(node) ? node.expression : node
    if (table === undefined || !ts.isObjectLiteralExpression(table)) return
    for (const member of table.properties) {
      if (ts.isPropertyAssignment(member)) for (const literal of literalsOf(member.initializer)) add(literal, member)
    }
  }
  visit(tree)
}

/** A literal, or both sides of a choice between literals. */
function literalsOf(node: ts.Node | undefined): string[] {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression)
  return []
}

function contextOf(node: ts.Node | undefined): string {
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return ''
  for (const property of node.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === 'context' && ts.isStringLiteralLike(property.initializer))
      return `|${property.initializer.text}`
  }
  return ''
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const texts = collectTexts()
  const missing = [...texts].filter(([key]) => !(key in english))
  const unused = Object.keys(english).filter((key) => !texts.has(key))
  for (const [key, place] of missing) process.stdout.write(`${JSON.stringify(key)}: '',   // ${place}\n`)
  for (const key of unused) process.stdout.write(`unused: ${JSON.stringify(key)}\n`)
  process.stderr.write(`${texts.size} texts, ${missing.length} without English, ${unused.length} English ones unused\n`)
}
