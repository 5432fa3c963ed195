// The names under which preload.ts and ipc.ts meet. One a kind of message; what is asked stands in the message and is parsed.
export const CALL = 'workbench:call'
export const START_JOB = 'workbench:start-job'
export const CANCEL_JOB = 'workbench:cancel-job'
export const SHELL = 'workbench:shell'
export const EVENTS = 'workbench:event'
