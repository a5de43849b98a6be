import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { testApp } from './app'
import { launchChromium } from './chromium'
import { demonstrationDatabase, type TestDatabase } from './database'

export interface Journey {
  readonly at: TestDatabase
  /** Where the service answers, like http://localhost:41234. */
  readonly address: string
  /** A window of somebody's own, with nothing remembered. Errors in its console are kept in `faults`. */
  open(options?: BrowserContextOptions): Promise<Traveller>
}

export interface Traveller {
  page: Page
  context: BrowserContext
  faults: string[]
  close(): Promise<void>
}

/** The whole service on a free port, a demonstration borough of its own, and a browser. */
export function journey(): Journey {
  const at = demonstrationDatabase()
  let server: Server
  let browser: Browser

  beforeAll(async () => {
    server = testApp(at.db).listen(0, '127.0.0.1')
    browser = await launchChromium()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    server?.closeAllConnections()
    await new Promise(done => server?.close(done))
  })

  return {
    at,
    get address() {
      return `http://localhost:${(server.address() as AddressInfo).port}`
    },
    async open(options = {}) {
      return travel(browser, { baseURL: this.address, ...options })
    },
  }
}

async function travel(browser: Browser, options: BrowserContextOptions): Promise<Traveller> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, context, faults, close: () => context.close() }
}

/** Signs in on the demonstration's own page, by pressing the name. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in as ${name}` }).click()
  await page.waitForURL(address => address.pathname !== '/sign-in')
}

/** What axe finds wrong with the page as it stands: rule and place of each. Needs scripts in the page's context. */
export async function faultsByAxe(page: Page): Promise<string[]> {
  const present = await page.evaluate(() => 'axe' in globalThis)
  if (!present) await page.evaluate(axeSource())
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${id}: ${node.target.join(' ')}`),
    )
  })
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

function axeSource(): string {
  return readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
}

/** How far, in pixels, the page can be scrolled sideways when it is no wider than a small phone. */
export async function sidewaysAt320(page: Page): Promise<number> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  if (before) await page.setViewportSize(before)
  return over
}
