// The one bridge. It carries data and decides nothing: the main process parses all that comes over it.
import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron'
import type { Answer, Bridge } from '../shared/core/bridge'
import { CALL, CANCEL_JOB, DROPPED, EVENTS, SHELL, START_JOB } from './channels'

const ask = (channel: string, ...message: unknown[]): Promise<Answer> => ipcRenderer.invoke(channel, ...message) as Promise<Answer>

const bridge: Bridge = {
  call: (name, input) => ask(CALL, name, input),
  startJob: (name, input) => ask(START_JOB, name, input),
  cancelJob: (id) => ask(CANCEL_JOB, id),
  shell: (name, input) => ask(SHELL, name, input),
  listen: (hear) => {
    // The event itself stays here: it would hand `ipcRenderer` to the page.
    const pass = (_event: IpcRendererEvent, message: unknown) => hear(message)
    ipcRenderer.on(EVENTS, pass)
    return () => {
      ipcRenderer.off(EVENTS, pass)
    }
  },
}

contextBridge.exposeInMainWorld('workbench', bridge)

/** The little of the DOM that is needed here; the rest of the main process must not know of it. */
interface DragOfFiles {
  isTrusted: boolean
  dataTransfer: { types: readonly string[]; files: Iterable<File>; dropEffect: string } | null
  preventDefault(): void
}
declare const window: { addEventListener(type: 'dragover' | 'drop', hear: (event: DragOfFiles) => void): void }

// A file that is dropped opens nothing by itself. Its path goes past the page, which gets a token for it like for a chosen one.
window.addEventListener('dragover', (event) => {
  if (event.dataTransfer?.types.includes('Files') !== true) return
  event.preventDefault()
  event.dataTransfer.dropEffect = 'copy'
})
window.addEventListener('drop', (event) => {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length === 0) return
  event.preventDefault()
  // What a script of the page made up is no act of the user.
  if (event.isTrusted) void ask(DROPPED, files.map(pathOf))
})

/** Electron before 32 has the path on the file itself. */
function pathOf(file: File): string {
  const older: typeof webUtils | undefined = webUtils
  return older === undefined ? (file as File & { path: string }).path : webUtils.getPathForFile(file)
}
