import bundled from '@sparticuz/chromium'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { inTurn } from './template'

/** CHROMIUM_PATH if given; the Chromium that npm brought on Linux; the machine's own Chrome elsewhere. */
export async function launchChromium(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH
  try {
    if (path) return await chromium.launch({ executablePath: path, args: SANDBOX })
    if (process.platform !== 'linux') return await chromium.launch({ channel: 'chrome' })
    return await chromium.launch({ executablePath: await unpacked(), args: BUNDLED })
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]
    throw new Error(
      `The browser journeys need Chromium, which did not start (${reason}). Run npm ci on Linux, install Google Chrome elsewhere, or name a Chromium with CHROMIUM_PATH.`,
    )
  }
}

/** Test processes that start at once would otherwise unpack over one another. */
async function unpacked(): Promise<string> {
  let path = ''
  await inTurn(join(tmpdir(), 'six-friends-tests', 'chromium.lock'), async () => {
    path = await bundled.executablePath()
  })
  return path
}

const SANDBOX = ['--no-sandbox', '--disable-dev-shm-usage']
/** The bundled build is the headless shell, without a graphics driver of its own. */
const BUNDLED = [...SANDBOX, '--no-zygote', '--disable-gpu', '--font-render-hinting=none']
