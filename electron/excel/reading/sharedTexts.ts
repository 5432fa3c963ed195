// The texts that cells refer to. A list of 200,000 rows has a million of them: they lie side by side as bytes, and each becomes a
// string only where a cell asks for it.

/** Bytes that are taken at once; longer than any text. */
const PIECE = 2 ** 20
/** Excel's longest; what another program wrote behind it is cut off. */
const LONGEST = 32_767

export class SharedTexts {
  private readonly pieces: Buffer[] = []
  /** Where each text begins and ends, counted over all pieces. */
  private starts = new Uint32Array(2 ** 12)
  private ends = new Uint32Array(2 ** 12)
  private used = 0
  private count = 0

  get length(): number {
    return this.count
  }

  /** Adds the next text. */
  add(text: string): void {
    const kept = text.length > LONGEST ? text.slice(0, LONGEST) : text
    const bytes = Buffer.byteLength(kept)
    const isFull = (this.used % PIECE) + bytes > PIECE
    if (isFull) this.used = this.pieces.length * PIECE
    if (this.used === this.pieces.length * PIECE) this.pieces.push(Buffer.allocUnsafeSlow(PIECE))
    this.pieces.at(-1)?.write(kept, this.used % PIECE)
    if (this.count === this.starts.length) [this.starts, this.ends] = [doubled(this.starts), doubled(this.ends)]
    this.starts[this.count] = this.used
    this.used += bytes
    this.ends[this.count] = this.used
    this.count += 1
  }

  /** The text of this number, 0 is the first; `undefined` if there are not so many. */
  at(index: number): string | undefined {
    const [start, end] = [this.starts[index], this.ends[index]]
    if (!(index < this.count) || start === undefined || end === undefined) return undefined
    const piece = Math.floor(start / PIECE)
    return this.pieces[piece]?.toString('utf8', start - piece * PIECE, end - piece * PIECE)
  }
}

function doubled(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2)
  larger.set(values)
  return larger
}
