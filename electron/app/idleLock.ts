// Locks after a time without a key or pointer, and says so before.

/** How long before the lock the window warns. Source: issue 3, point 3. */
const WARNING_MS = 20_000

export interface IdlePorts {
  now: () => number
  /** Calls back after a time, like `setTimeout`; the returned function takes it back. */
  after: (ms: number, then: () => void) => () => void
  warn(seconds: number): void
  lock(): void
}

/** One idle clock a workspace, all its windows together. */
export class IdleLock {
  private idleMs: number
  private readonly ports: IdlePorts
  private lastSign: number
  private stopTimer: () => void = () => undefined

  constructor(idleMs: number, ports: IdlePorts) {
    this.idleMs = idleMs
    this.ports = ports
    this.lastSign = ports.now()
    this.waitForWarning()
  }

  /** UTC ms at which it locks if nobody shows up. */
  get locksAt(): number {
    return this.lastSign + this.idleMs
  }

  /** Somebody is here. */
  reportActivity(): void {
    this.lastSign = this.ports.now()
    this.waitForWarning()
  }

  /** Another idle time, counted from the last sign of life. */
  setIdle(idleMs: number): void {
    this.idleMs = idleMs
    this.waitForWarning()
  }

  stop(): void {
    this.stopTimer()
  }

  private waitForWarning(): void {
    // A very short time (tests) is warned of after its half.
    const warningMs = Math.min(WARNING_MS, this.idleMs / 2)
    this.wait(this.locksAt - warningMs - this.ports.now(), () => {
      this.ports.warn(Math.round(Math.min(warningMs, Math.max(0, this.locksAt - this.ports.now())) / 1000))
      // At most that long: a clock that was set back in the meantime must not keep the workspace open.
      this.wait(Math.min(warningMs, this.locksAt - this.ports.now()), () => this.ports.lock())
    })
  }

  private wait(ms: number, then: () => void): void {
    this.stopTimer()
    this.stopTimer = this.ports.after(Math.max(0, ms), then)
  }
}
