/** For whom somebody acts: the own body (a code of `bodyKind`), and those on whose behalf fields may be changed. */
export interface Responsible {
  body: string
  mayWriteFor: 'all' | readonly string[]
}

/** True if somebody may change a field that `leading` leads. The store asks here before it writes, forms before they offer it. */
export function mayWrite({ body, mayWriteFor }: Responsible, leading: string): boolean {
  return leading === body || mayWriteFor === 'all' || mayWriteFor.includes(leading)
}
