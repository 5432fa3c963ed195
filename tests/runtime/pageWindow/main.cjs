// A window for one page of the benches: the address comes as the last argument.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(
  () =>
    new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true, contextIsolation: true } }).loadURL(process.argv.at(-1)),
  () => app.exit(1),
)
