import bundled from '@sparticuz/chromium'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'
import { inTurn } from './template'

/** CHROMIUM_PATH if given; the Chromium that npm brought on Linux; the machine's own Chrome elsewhere. */
export async function launchChromium(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH
  try {
    if (path) return await chromium.launch({ executablePath: path, args: SANDBOX })
    if (process.platform !== 'linux') return await chromium.launch({ channel: 'chrome' })
    return await launchBundled()
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]
    throw new Error(
      `The browser journeys need Chromium, which did not start (${reason}). Run npm ci on Linux, install Google Chrome elsewhere, or name a Chromium with CHROMIUM_PATH.`,
    )
  }
}

/** With the libraries of this Linux, or, where it lacks some, with those that came with Chromium. */
async function launchBundled(): Promise<Browser> {
  let executablePath = ''
  await unpacking(async () => {
    executablePath = await bundled.executablePath()
  })

  try {
    return await chromium.launch({ executablePath, args: BUNDLED })
  } catch (error) {
    if (!(error as Error).message.includes('shared librar')) throw error
    await unpacking(async () => unpackLibraries())
    const env = { ...process.env, LD_LIBRARY_PATH: join(LIBRARIES, 'lib') }
    return chromium.launch({ executablePath, args: BUNDLED, env })
  }
}

const FOLDER = join(tmpdir(), 'six-friends-tests')
const LIBRARIES = join(FOLDER, 'chromium-libraries')

/** Test processes that start at once would otherwise unpack over one another. */
function unpacking(work: () => Promise<void>): Promise<void> {
  return inTurn(join(FOLDER, 'chromium.lock'), work)
}

function unpackLibraries() {
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '../../bin/al2023.tar.br')
  mkdirSync(LIBRARIES, { recursive: true })
  const input = brotliDecompressSync(readFileSync(packed))
  execFileSync('tar', ['-x', '-C', LIBRARIES], { input })
}

const SANDBOX = ['--no-sandbox', '--disable-dev-shm-usage']
/** The bundled build is the headless shell, without a graphics driver of its own. */
const BUNDLED = [...SANDBOX, '--no-zygote', '--disable-gpu', '--font-render-hinting=none']
