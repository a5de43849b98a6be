import { Duplex } from 'node:stream'
import type { Worker } from 'node:worker_threads'

/** Message types after which the client waits: a batch up to one of them must reach the engine whole. */
const ENDS_BATCH = 'SQHcf'

/** A socket look-alike that carries PostgreSQL's wire protocol to and from the worker. */
export function wireStream(worker: Worker): { open: () => Duplex } {
  let current: Duplex | undefined

  worker.on('message', ({ kind, bytes, message }) => {
    if (kind === 'data') {
      current?.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    } else if (kind === 'fatal') {
      current?.destroy(new Error(message))
    }
  })
  worker.on('error', error => current?.destroy(error as Error))

  return {
    open() {
      if (current && !current.destroyed) throw new Error('The embedded database is already in use.')
      current = duplex(worker)
      return current
    },
  }
}

function duplex(worker: Worker): Duplex {
  let waiting: Buffer = Buffer.alloc(0)
  let batch: Buffer[] = []
  let started = false

  const send = (parts: Buffer[]) =>
    worker.postMessage({ kind: 'query', bytes: new Uint8Array(Buffer.concat(parts)) })

  const stream: Duplex = new Duplex({
    read() {},
    final: done => done(),
    write(chunk: Buffer, _encoding, done) {
      waiting = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : chunk
      for (let message = next(); message; message = next()) {
        const type = String.fromCharCode(message[0]!)
        if (!started) {
          started = true
          send([message])
        } else if (type === 'X') {
          stream.push(null)
          stream.destroy()
        } else {
          batch.push(message)
          if (ENDS_BATCH.includes(type)) {
            send(batch)
            batch = []
          }
        }
      }
      done()
    },
  })

  /** The first message carries no type byte, all later ones do. */
  function next(): Buffer | undefined {
    const header = started ? 1 : 0
    if (waiting.length < header + 4) return undefined
    const length = header + waiting.readInt32BE(header)
    if (waiting.length < length) return undefined
    const message = waiting.subarray(0, length)
    waiting = waiting.subarray(length)
    return message
  }

  return Object.assign(stream, {
    connect() {
      process.nextTick(() => stream.emit('connect'))
      return stream
    },
    setNoDelay: () => stream,
    setKeepAlive: () => stream,
    ref() {
      worker.ref()
      return stream
    },
    unref() {
      worker.unref()
      return stream
    },
  })
}
