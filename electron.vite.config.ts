import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Node 18 of the test runtime cannot `require` packages that are ESM only, so all is bundled, except what looks for a file beside itself.
const node = { target: 'node18.15', externalizeDeps: false } as const
const external = ['electron', 'better-sqlite3', 'highs']

export default defineConfig({
  // Worker entries need no line here: the code that starts one imports it as `./jobs/worker?nodeWorker`.
  main: { build: { ...node, lib: { entry: 'electron/main.ts', formats: ['cjs'] }, rollupOptions: { external } } },
  preload: { build: { ...node, lib: { entry: 'electron/preload.ts', formats: ['cjs'] }, rollupOptions: { external: ['electron'] } } },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome114',
      // Both lines: electron-vite does not minify by default, and CSS is lowered for Chromium 114 only while it is minified.
      minify: true,
      cssMinify: 'lightningcss',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Absolute: the build looks from the project's folder, the dev server from renderer/.
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
})
