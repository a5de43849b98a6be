import type { RequestHandler } from 'express'
import { randomUUID } from 'node:crypto'
import { type Logger, pino } from 'pino'

declare global {
  namespace Express {
    interface Request {
      log: Logger
    }
  }
}

export function logger(level: string): Logger {
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime, base: null })
}

/** One line a request: what was asked and how it ended. Never what was typed, nor the query, which may hold it. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = process.hrtime.bigint()
    req.log = log.child({ request: randomUUID() })
    res.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6
      req.log.info(
        {
          method: req.method,
          path: req.path,
          status: res.statusCode,
          ms: Math.round(ms),
          user: res.locals.around?.user?.name,
        },
        'request',
      )
    })
    next()
  }
}
