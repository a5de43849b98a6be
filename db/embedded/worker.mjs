// Embedded PostgreSQL (PGlite) in a thread of its own; speaks the plain wire protocol over the message port.
import fs from 'node:fs'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

const { directory, template } = workerData
const DurableFS = durable(NodeFS)

try {
  const release = directory ? lock(path.resolve(directory)) : () => {}
  if (directory) await prepare(directory)
  const database = await open()
  serve(database, release)
  parentPort.postMessage({ kind: 'up' })
} catch (error) {
  parentPort.postMessage({ kind: 'refused', message: String(error?.message ?? error) })
}

/** PGlite takes no lock of its own: two processes on one directory would lose each other's rows. */
function lock(resolved) {
  fs.mkdirSync(path.dirname(resolved), { recursive: true })
  const file = `${resolved}.lock`
  for (let attempt = 0; ; attempt += 1) {
    try {
      fs.writeFileSync(file, `${process.pid} ${identityOf(process.pid)}`, { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST' || attempt > 2) throw error
      const [pid, identity] = fs.readFileSync(file, 'utf8').split(' ')
      if (isAlive(Number(pid)) && identityOf(pid) === identity) {
        throw new Error(`The database directory ${resolved} is in use by process ${pid}.`)
      }
      fs.rmSync(file, { force: true })
    }
  }
  const release = () => fs.rmSync(file, { force: true })
  process.on('exit', release)
  return release
}

/** Boot and starting time: tells a process from a later one that was given the same number. */
function identityOf(pid) {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const afterName = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)
    return `${boot}:${afterName.split(' ')[19]}`
  } catch {
    return 'unknown'
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Builds beside and renames once, so that the real directory is either absent or whole. */
async function prepare(directory) {
  const resolved = path.resolve(directory)
  if (isWhole(resolved)) return
  if (fs.existsSync(resolved) && fs.readdirSync(resolved).length > 0) {
    fs.renameSync(resolved, `${resolved}.incomplete-${Date.now()}`)
  }
  const making = `${resolved}.making`
  fs.rmSync(making, { recursive: true, force: true })
  const made = await PGlite.create({ dataDir: making, ...loaded() })
  await made.close()
  fs.rmSync(resolved, { recursive: true, force: true })
  fs.renameSync(making, resolved)
}

function isWhole(resolved) {
  return (
    fs.existsSync(path.join(resolved, 'PG_VERSION')) &&
    fs.existsSync(path.join(resolved, 'global', 'pg_control'))
  )
}

function loaded() {
  return template ? { loadDataDir: new Blob([template]) } : {}
}

function open() {
  if (!directory) return PGlite.create(loaded())
  return PGlite.create({
    fs: new DurableFS(directory),
    startParams: [
      ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
      '-c',
      'wal_sync_method=fsync',
      '-c',
      'shared_buffers=16MB',
    ],
  })
}

/** NodeFS drops fsync; without it a commit is not on the disk when it is acknowledged. */
function durable(Base) {
  return class extends Base {
    async init(pg, options) {
      const result = await super.init(pg, options)
      result.emscriptenOpts.preRun.push(module => {
        module.NODEFS.stream_ops.fsync = stream => {
          if (stream.nfd != null) fs.fsyncSync(stream.nfd)
          return 0
        }
      })
      return result
    }
  }
}

function serve(database, release) {
  let queue = Promise.resolve()
  const run = task => {
    queue = queue.then(task).catch(error => {
      parentPort.postMessage({ kind: 'fatal', message: String(error?.stack ?? error) })
    })
  }

  parentPort.on('message', message => {
    if (message.kind === 'query') {
      run(() =>
        database.runExclusive(() =>
          database.execProtocolRawStream(message.bytes, { onRawData: send }),
        ),
      )
    } else if (message.kind === 'dump') {
      run(async () => {
        const bytes = await (await database.dumpDataDir('none')).arrayBuffer()
        parentPort.postMessage({ kind: 'dumped', bytes }, [bytes])
      })
    } else {
      run(async () => {
        await database.close()
        release()
        parentPort.postMessage({ kind: 'stopped' })
        parentPort.close()
      })
    }
  })
}

function send(data) {
  const bytes = data.slice()
  parentPort.postMessage({ kind: 'data', bytes }, [bytes.buffer])
}
