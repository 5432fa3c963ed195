// Binds the bridge to calls, jobs and asks. The only file that knows ipcMain: sender checked, right checked, input and output parsed, errors mapped.
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import * as z from 'zod'
import { invalidInput, WorkbenchError } from '../shared/core/errors'
import { shell, workspaceLocked } from '../shared/workspace/shell'
import { answer, checked, isOurFrame, runCall, shellAsk } from './app/answer'
import type { asksOf } from './app/asks'
import type { NoteBug } from './app/failureMessage'
import { jobWish } from './app/jobWish'
import type { Seat, Workplace } from './app/workplace'
import { CALL, CANCEL_JOB, DROPPED, SHELL, START_JOB } from './channels'

export interface WindowContext {
  seat: Seat
  place: () => Workplace | null
  asks: ReturnType<typeof asksOf>
  /** Files that a user dropped onto the window. */
  receive: (paths: readonly string[]) => void
}

export interface IpcPorts {
  /** Where our page comes from; a message from any other is refused. */
  pageOrigin: string
  contextOf: (window: BrowserWindow) => WindowContext | undefined
  noteBug: NoteBug
  /** Hears by code of what could not be done. */
  noteFailure: (code: string) => void
}

const Paths = z.array(z.string().max(32_000)).max(1000)
const JobId = z.string().max(60)
type Answering = (context: WindowContext, ...message: unknown[]) => Promise<unknown>

/** Answers the bridge of every window. */
export function bindBridge({ pageOrigin, contextOf, noteBug, noteFailure }: IpcPorts): void {
  const sender = (event: IpcMainInvokeEvent): WindowContext => {
    const { senderFrame } = event
    const frame = senderFrame === null ? null : { url: senderFrame.url, isMainFrame: senderFrame.parent === null }
    const window = BrowserWindow.fromWebContents(event.sender)
    const context = window === null ? undefined : contextOf(window)
    if (!isOurFrame(frame, pageOrigin) || context === undefined) throw new WorkbenchError(invalidInput, { where: 'sender' })
    return context
  }
  const bind = (channel: string, how: Answering) =>
    ipcMain.handle(channel, async (event, ...message: unknown[]) => {
      const answered = await answer(async () => how(sender(event), ...message), noteBug)
      if (!answered.ok) noteFailure(answered.failure.code)
      return answered
    })

  bind(CALL, ({ seat, place }, name, input) => runCall(name, input, place()?.port(seat) ?? null))
  bind(START_JOB, async ({ seat, place }, name, input) => {
    const found = place()
    if (found === null) throw new WorkbenchError(workspaceLocked, {})
    return found.startJob(jobWish(name, input, found.port(seat)))
  })
  bind(CANCEL_JOB, async ({ place }, id) => {
    place()?.cancelJob(checked(JobId, id))
    return null
  })
  bind(DROPPED, async ({ receive }, paths) => {
    receive(checked(Paths, paths))
    return null
  })
  bind(SHELL, async ({ asks, seat, place }, name, input) => {
    const asked = shellAsk(name, input, place()?.port(seat) ?? null)
    // The map of asks is typed ask by ask; here one is chosen by its name, and its input was parsed by its own schema.
    const ask = asks[asked.name] as (input: unknown) => Promise<unknown>
    return z.parse(shell[asked.name].output as z.ZodType, await ask(asked.input))
  })
}
