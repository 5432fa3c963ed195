// The names under which preload.ts and ipc.ts meet. One a kind of message; what is asked stands in the message and is parsed.
export const CALL = 'workbench:call'
export const START_JOB = 'workbench:start-job'
export const CANCEL_JOB = 'workbench:cancel-job'
export const SHELL = 'workbench:shell'
/** Paths of files that were dropped onto the window; only preload.ts can say them, never the page. */
export const DROPPED = 'workbench:dropped'
export const EVENTS = 'workbench:event'
