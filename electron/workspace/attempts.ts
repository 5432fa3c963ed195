// Wrong passphrases make the next try wait. Kept by this PC, so that starting the program anew does not help.

/** Longest wait in seconds: a colleague who mistyped must get in before lunch, a guesser must not get far. */
const LONGEST_S = 300

export interface Attempts {
  failures: number
  until: number
}
export interface AttemptMemory {
  attempts(workspaceId: string): Attempts
  setAttempts(workspaceId: string, attempts: Attempts): void
}

/** Seconds to wait after so many wrong passphrases in a row: 0, 1, 2, 4, 8 … 300. The first may be the Caps Lock key. */
export function waitAfter(failures: number): number {
  return failures <= 1 ? 0 : Math.min(LONGEST_S, 2 ** (failures - 2))
}

/** UTC ms from which the next try counts, or `null` if it counts now. A clock that was turned back does not make anybody wait for years. */
export function waitUntil({ failures, until }: Attempts, now: number): number | null {
  const earliest = Math.min(until, now + waitAfter(failures) * 1000)
  return earliest <= now ? null : earliest
}

/** The attempts after one more wrong passphrase. */
export function afterFailure({ failures }: Attempts, now: number): Attempts {
  return { failures: failures + 1, until: now + waitAfter(failures + 1) * 1000 }
}
