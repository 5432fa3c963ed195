import { access } from 'node:fs/promises'

/** A share whose server is off answers only after half a minute; nobody waits that long for a list. */
const PATIENCE_MS = 1_000

/** Whether a folder is there now, as far as a second can tell. Never stops this thread. */
export async function isReachable(folder: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const found = access(folder).then(
    () => true,
    () => false,
  )
  return Promise.race([found, tooLate]).finally(() => clearTimeout(timer))
}
