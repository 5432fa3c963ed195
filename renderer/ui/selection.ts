// Which rows are marked. All of a long list are marked without loading them: "all but these".

export type Selection = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'allBut'; ids: ReadonlySet<string> }

export const nothingSelected: Selection = { kind: 'some', ids: new Set() }
export const allSelected: Selection = { kind: 'allBut', ids: new Set() }

export function isSelected({ kind, ids }: Selection, id: string): boolean {
  return ids.has(id) === (kind === 'some')
}

/** The selection with these rows in it, or without them. */
export function selecting(selection: Selection, changed: readonly string[], isIn: boolean): Selection {
  const ids = new Set(selection.ids)
  for (const id of changed) {
    if (isIn === (selection.kind === 'some')) ids.add(id)
    else ids.delete(id)
  }
  return { kind: selection.kind, ids }
}

/** How many of `total` rows are marked. */
export function selectedCount({ kind, ids }: Selection, total: number): number {
  return kind === 'some' ? ids.size : Math.max(0, total - ids.size)
}
