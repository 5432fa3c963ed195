import './app/zodWithoutEval'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { answerBeforeLock, reportActivity } from './app/activity'
import { App } from './app/App'
import { ErrorBoundary } from './app/ErrorBoundary'
import { followIncoming } from './app/incoming'
import { followJobs } from './app/jobs'
import { keepLive, queryCache } from './app/live'
import { followShell, refreshShell } from './app/shellState'

followShell()
followJobs()
followIncoming()
keepLive()
reportActivity()
answerBeforeLock()
void refreshShell()

const root = document.getElementById('workbench')
if (root === null) throw new Error('index.html has no element "workbench"')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryCache}>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </QueryClientProvider>
  </StrictMode>,
)
