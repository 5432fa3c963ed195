// Stands in for Electron's own default app, which the test runtime lacks: runs the app folder named on the command line.
const { app, dialog } = require('electron')
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { join, resolve } = require('node:path')

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folder === undefined) {
  dialog.showErrorBox('Electron', 'electron APP-FOLDER')
  app.exit(2)
} else {
  const appFolder = resolve(folder)
  const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setAppPath(appFolder)
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version ?? '0.0.0')
  // A folder named on the command line (--user-data-dir) stands: tests run beside each other.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.getName()))
  Module._load(join(appFolder, manifest.main), module, true)
}
