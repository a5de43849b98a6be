import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Pool } from 'pg'
import { wireStream } from './wire-stream'

interface Options {
  /** Where the database is kept; in memory when left out. */
  directory?: string
  /** A dump of another embedded database to begin from. */
  template?: ArrayBuffer
}

export interface Embedded {
  pool: Pool
  /** Calls back once when the engine has died: nothing can be read or kept any more. */
  whenDead(listener: (error: Error) => void): void
  dump(): Promise<ArrayBuffer>
  close(): Promise<void>
}

interface Message {
  kind: 'up' | 'refused' | 'data' | 'fatal' | 'dumped' | 'stopped'
  message: string
  bytes: never
}

/** Opens PostgreSQL inside a worker thread: one session, reached through the ordinary driver. */
export async function openEmbedded(options: Options): Promise<Embedded> {
  const worker = new Worker(workerFile(), { workerData: options })
  await answer(worker, 'up')

  const wire = wireStream(worker)
  const pool = new Pool({
    stream: wire.open as never,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 15_000,
  })

  return {
    pool,
    whenDead(listener) {
      worker.on('message', ({ kind, message }: Message) => {
        if (kind === 'fatal') listener(new Error(message))
      })
      worker.once('error', listener)
    },
    async dump() {
      worker.postMessage({ kind: 'dump' })
      return (await answer(worker, 'dumped')).bytes
    },
    async close() {
      await pool.end()
      worker.postMessage({ kind: 'stop' })
      await answer(worker, 'stopped')
      await worker.terminate()
    },
  }
}

/** The worker stays plain JavaScript beside the migrations, for Node runs it as it is. */
function workerFile(folder = __dirname): string {
  const file = join(folder, 'db/embedded/worker.mjs')
  return existsSync(file) ? file : workerFile(dirname(folder))
}

function answer(worker: Worker, kind: Message['kind']): Promise<Message> {
  return new Promise((resolve, reject) => {
    const listen = (message: Message) => {
      if (message.kind === kind) {
        worker.off('message', listen)
        worker.off('error', reject)
        resolve(message)
      } else if (message.kind === 'refused' || message.kind === 'fatal') {
        reject(new Error(message.message))
      }
    }
    worker.on('message', listen)
    worker.once('error', reject)
  })
}
