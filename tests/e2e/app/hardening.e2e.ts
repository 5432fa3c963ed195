// Electron's security checklist (https://www.electronjs.org/docs/latest/tutorial/security), item by item, on the running program.
import { createServer, type Server } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { type AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'playwright/test'
import { createOffice, startProgram, type Program } from '../../fixtures/program.ts'

let program: Program
test.beforeAll(async () => {
  program = await startProgram()
})
test.afterAll(() => program[Symbol.asyncDispose]())

async function listening(server: { listen(port: number, host: string, then: () => void): unknown; address(): unknown }): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

test('1 and 18: the page comes from app://, not from the network and not from file://', async () => {
  expect(await program.page.evaluate(() => location.origin)).toBe('app://workbench')
  const scripts = await program.page.evaluate(() => [...document.querySelectorAll<HTMLScriptElement>('script')].map(({ src }) => src))
  expect(scripts.length).toBeGreaterThan(0)
  for (const src of scripts) expect(src).toMatch(/^app:\/\/workbench\//)
})

test('2, 3 and 20: the page has no Node and no Electron, only the bridge, and cannot change it', async () => {
  const found = await program.page.evaluate(async () => {
    const inWorker = await new Promise((resolve) => {
      try {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(typeof require + typeof process)'])))
        worker.addEventListener('message', ({ data }) => resolve(data))
        worker.addEventListener('error', () => resolve('blocked'))
      } catch {
        resolve('blocked')
      }
    })
    const bridge = window.workbench
    try {
      Object.assign(bridge, { call: () => 'changed' })
    } catch {
      // Frozen objects throw in strict mode.
    }
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter((name) => name in window),
      bridge: Object.keys(bridge).sort(),
      isChanged: String(Object.values(bridge)).includes('changed'),
      inWorker,
    }
  })
  expect(found).toEqual({
    globals: [],
    bridge: ['call', 'cancelJob', 'listen', 'shell', 'startJob'],
    isChanged: false,
    inWorker: 'blocked',
  })
})

test('2 to 4, 6 and 8 to 11: every window is made with these settings', async () => {
  const settings = await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Not in Electron's types, but what the window really runs with.
      const { webContents } = window as unknown as { webContents: { getLastWebPreferences(): Record<string, unknown> } }
      return webContents.getLastWebPreferences()
    }),
  )
  expect(settings.length).toBe(1)
  for (const one of settings) {
    expect(one).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true })
    // What is off may be left out of the list.
    const off = [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'spellcheck',
      'navigateOnDragDrop',
      'allowRunningInsecureContent',
      'experimentalFeatures',
    ]
    expect(off.filter((name) => (one[name] ?? false) !== false)).toEqual([])
    expect(one['enableBlinkFeatures'] ?? '').toBe('')
  }
})

test('5: all permissions are refused', async () => {
  const answers = await program.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ] as unknown as PermissionName[]
    const states = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'refused',
    )
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('refused'),
      ),
    )
    return [...states, media, place, await Notification.requestPermission()]
  })
  expect(new Set(answers)).toEqual(new Set(['denied', 'refused']))
})

test('7: the policy stops inline scripts, eval and strange styles; the program itself breaks it nowhere', async () => {
  const found = await program.page.evaluate(async () => {
    const broken: string[] = []
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => broken.push(effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.head.append(script)
    // Later, for what the debugger evaluates itself stands above the policy.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- whether it is possible is the question
          resolve((0, eval)('1'))
        } catch {
          resolve('refused')
        }
      }),
    )
    const style = document.createElement('style')
    style.textContent = 'body { outline: 3px solid }'
    document.head.append(style)
    await new Promise((resolve) => setTimeout(resolve))
    script.remove()
    style.remove()
    return { wasRun: 'wasRun' in window, evaluated, broken: [...new Set(broken)].sort() }
  })
  expect(found).toEqual({ wasRun: false, evaluated: 'refused', broken: ['script-src', 'script-src-elem', 'style-src-elem'] })
})

test('7: from start screen to workbench no policy is broken', async () => {
  await using fresh = await startProgram()
  const violations: string[] = []
  fresh.page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  await fresh.page.reload()
  await createOffice(fresh, 'vier Wörter auf Papier')
  await expect(fresh.page.getByRole('navigation').first()).toBeVisible()
  expect(violations).toEqual([])
})

test('12 to 14: no navigation, no new window, no frame, no web view', async () => {
  const before = program.page.url()
  const opened = await program.page.evaluate(async () => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' })
    document.body.append(link)
    link.click()
    const frame = Object.assign(document.createElement('iframe'), { src: 'app://workbench/index.html' })
    document.body.append(frame)
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.org/')
    document.body.append(view)
    const popup = window.open('app://workbench/index.html')
    location.href = 'https://example.org/'
    await new Promise((resolve) => setTimeout(resolve, 300))
    const frames =
      window.length === 0 ? 'none' : frame.contentDocument === null ? 'blocked' : (frame.contentDocument.body.textContent ?? '')
    for (const one of [link, frame, view]) one.remove()
    return { popup: popup === null, frames, hasView: 'getWebContentsId' in view }
  })
  expect(opened.popup).toBe(true)
  expect(['none', 'blocked', '']).toContain(opened.frames)
  expect(opened.hasView).toBe(false)
  expect(program.page.url()).toBe(before)
  expect(await program.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('15: only pages of the list are opened outside', async () => {
  const opened = await program.app.evaluate(({ shell }) => {
    const list: string[] = []
    shell.openExternal = (address) => {
      list.push(address)
      return Promise.resolve()
    }
    Object.assign(globalThis, { openedOutside: list })
  })
  expect(opened).toBeUndefined()
  expect(await program.shell('openLink', { link: 'licence' })).toMatchObject({ ok: true })
  for (const link of ['https://example.org/', 'file:///etc/passwd', 'calc:', 'constructor'])
    expect(await program.shell('openLink', { link })).toMatchObject({ ok: false })
  const list = await program.app.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside)
  expect(list).toEqual(['https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12'])
})

test('17: files outside the built window are not served, and a strange sender is refused', async () => {
  const answers = await program.page.evaluate(
    (file) =>
      Promise.all(
        ['/../main/main.js', '/..%2fmain/main.js', '/package.json', '/memory.json', file, 'app://other/index.html'].map((address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      ),
    pathToFileURL('/etc/hostname').href,
  )
  expect(answers.every((answer) => answer === 'refused' || answer === 404)).toBe(true)
})

test('17: what another page says in our own window is refused, although the bridge is there', async () => {
  await using fresh = await startProgram()
  for (const page of ['data:text/html,<title>strange</title>', 'about:blank']) {
    const given = await fresh.app.evaluate(async ({ BrowserWindow }, address) => {
      const [window] = BrowserWindow.getAllWindows()
      await window!.loadURL(address).catch(() => undefined)
      return (await window!.webContents.executeJavaScript(`window.workbench.shell('getState', {})`)) as unknown
    }, page)
    expect(given).toMatchObject({ ok: false, failure: { params: { where: 'sender' } } })
  }
})

test('no network request leaves the program, whatever the page tries, and none leaves by itself', async () => {
  const asked: string[] = []
  const proxy = createTcpServer((socket) => {
    asked.push('proxy')
    socket.destroy()
  })
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.end('seen')
  })
  const [proxyPort, serverPort] = [await listening(proxy), await listening(server)]
  try {
    await using fresh = await startProgram({ args: [`--proxy-server=127.0.0.1:${proxyPort}`, '--proxy-bypass-list=127.0.0.1'] })
    await createOffice(fresh, 'vier Wörter auf Papier')
    const outcome = await fresh.page.evaluate(async (address) => {
      const image = new Image()
      image.src = `${address}/image.png`
      const prefetch = Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${address}/prefetch` })
      document.head.append(prefetch)
      navigator.sendBeacon(`${address}/beacon`, 'x')
      const socket = await new Promise((resolve) => {
        try {
          const made = new WebSocket(address.replace('http', 'ws'))
          made.addEventListener('open', () => resolve('open'))
          made.addEventListener('error', () => resolve('refused'))
        } catch {
          resolve('refused')
        }
      })
      const fetched = await Promise.all(
        [address, 'http://example.org/', 'https://example.org/'].map((one) =>
          fetch(one, { mode: 'no-cors' }).then(
            () => 'open',
            () => 'refused',
          ),
        ),
      )
      return [socket, ...fetched]
    }, `http://127.0.0.1:${serverPort}`)
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'refused'])
    // The policy of the page out of the way: the session itself must refuse.
    const beneath = await fresh.app.evaluate(async ({ BrowserWindow }, address) => {
      const [window] = BrowserWindow.getAllWindows()
      return window!.webContents.session.fetch(address).then(
        () => 'open',
        (error: Error) => error.message,
      )
    }, `http://127.0.0.1:${serverPort}/main`)
    // By the session's own rule; beneath that, no name and no address is resolved.
    expect(beneath).toContain('ERR_BLOCKED_BY_CLIENT')
    expect(await fresh.app.evaluate(({ app }) => app.commandLine.getSwitchValue('host-resolver-rules'))).toBe('MAP * ~NOTFOUND')
    await fresh.shell('lock')
  } finally {
    proxy.close()
    server.close()
  }
  expect(asked).toEqual([])
})

test('16: the current version of Electron, which the test runtime is not', async () => {
  const major = await program.app.evaluate(() => Number(process.versions.electron?.split('.')[0]))
  test.info().annotations.push({ type: 'not met on the test runtime', description: `Electron ${major}` })
  const state = await program.shell('getState')
  expect(state).toMatchObject({ ok: true, value: { isTestRuntime: major < 45 } })
})
