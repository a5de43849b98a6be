import { openDatabase } from '../../server/database/database'

/** Run as a process of its own: writes row after row, and says each only once it has been committed. */
async function write(directory: string): Promise<void> {
  const { db } = await openDatabase({ directory })
  process.stdout.write('open\n')
  for (let number = 1; ; number += 1) {
    const key = `${process.pid} ${number}`
    await db('rateLimits').insert({ key, points: number })
    process.stdout.write(`${key}\n`)
  }
}

write(process.argv[2]!).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
