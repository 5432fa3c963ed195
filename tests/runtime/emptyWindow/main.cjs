// The least that a window needs: what the runtime itself costs at the start (npm run bench compares the program with it).
const { app, BrowserWindow } = require('electron')

app.whenReady().then(
  () => {
    const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } })
    return window.loadURL(`data:text/html,${encodeURIComponent('<!doctype html><title>Leer</title><p>Leeres Fenster</p>')}`)
  },
  () => app.exit(1),
)
