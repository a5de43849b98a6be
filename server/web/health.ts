import { Router } from 'express'
import { paths } from './paths'

export interface Health {
  /** Whether the database answers and its tables are up to date. */
  isReady(): Promise<boolean>
}

/** For whatever watches the process: alive at all, and able to serve. */
export function health({ isReady }: Health): Router {
  const router = Router()

  router.get(paths.healthz, (_req, res) => {
    res.set('Cache-Control', 'no-store').type('text').send('alive\n')
  })

  router.get(paths.readyz, async (_req, res) => {
    const ready = await within(2000, isReady())
    res
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n')
  })

  return router
}

function within(milliseconds: number, answer: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>(resolve => {
    setTimeout(() => resolve(false), milliseconds).unref()
  })
  return Promise.race([answer.catch(() => false), late])
}
