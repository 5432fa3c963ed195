// Who saw which records, gathered before it is written: a list that somebody scrolls through is one transaction, not twenty.
import type { AccessEntry } from '../store/messages'

/** How long an entry waits at most: a program that is killed loses no more than that. */
const WAIT_MS = 1_000
/** So many are written at once, however fast they come. */
const MOST = 200

export class AccessBatch {
  private entries: AccessEntry[] = []
  private timer: NodeJS.Timeout | null = null
  private readonly write: (entries: readonly AccessEntry[]) => void

  constructor(write: (entries: readonly AccessEntry[]) => void) {
    this.write = write
  }

  add(entry: AccessEntry): void {
    this.entries.push(entry)
    if (this.entries.length >= MOST) return this.flush()
    this.timer ??= setTimeout(() => this.flush(), WAIT_MS)
  }

  /** Writes what waits, before the workspace is closed. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    const { entries } = this
    this.entries = []
    if (entries.length > 0) this.write(entries)
  }
}
