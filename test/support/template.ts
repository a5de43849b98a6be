import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type OpenDatabase, openDatabase } from '../../server/database/database'
import { stampOfSources } from './sources'

const folder = join(tmpdir(), 'six-friends-tests')

/** A dump of an embedded database, made by whoever needs it first and kept for as long as the sources stand. */
export async function templateOf(
  name: string,
  fill: (open: OpenDatabase) => Promise<void>,
): Promise<ArrayBuffer> {
  const stamp = stampOfSources()
  const file = join(folder, `${name}-${stamp}.tar`)
  await inTurn(`${file}.lock`, async () => {
    if (!existsSync(file)) await make(name, file, fill)
  })
  return readBytes(file)
}

async function make(name: string, file: string, fill: (open: OpenDatabase) => Promise<void>) {
  const open = await openDatabase({})
  try {
    await fill(open)
    const bytes = await open.embedded!.dump()
    for (const older of readdirSync(folder)) {
      if (older.startsWith(`${name}-`) && older.endsWith('.tar')) rmSync(join(folder, older))
    }
    writeFileSync(`${file}.making`, Buffer.from(bytes))
    renameSync(`${file}.making`, file)
  } finally {
    await open.close()
  }
}

function readBytes(file: string): ArrayBuffer {
  const bytes = readFileSync(file)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}

/** One process at a time; a lock whose holder has died is nobody's. */
export async function inTurn(lock: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  while (!take(lock)) await wait(50)
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isHeld(lock)) return false
    rmSync(lock, { force: true })
    return false
  }
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0)
    return true
  } catch {
    return false
  }
}
