// The one bridge. It carries data and decides nothing: the main process parses all that comes over it.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Answer, Bridge } from '../shared/core/bridge'
import { CALL, CANCEL_JOB, EVENTS, SHELL, START_JOB } from './channels'

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
