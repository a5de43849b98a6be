import type { RequestHandler } from 'express'
import { randomUUID } from 'node:crypto'
import { type DestinationStream, destination, type Logger, pino } from 'pino'

declare global {
  namespace Express {
    interface Request {
      log: Logger
    }
  }
}

export function logger(level: string, to: DestinationStream = destination(1)): Logger {
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime, base: null }, to)
}

/** One line a request: who asked for what, from where, and how it ended. Never what was typed, nor the query, which may hold it. */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = process.hrtime.bigint()
    req.log = log.child({ request: randomUUID() })
    res.on('close', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6
      req.log.info(
        {
          method: req.method,
          path: withoutSecrets(req.path),
          status: res.statusCode,
          ms: Math.round(ms),
          ip: req.ip,
          user: res.locals.userId,
          ...(!res.writableFinished && { cut: true }),
        },
        'request',
      )
    })
    next()
  }
}

/** Whoever reads the log must not be able to use somebody's link. */
function withoutSecrets(path: string): string {
  return path.replace(/^\/invitations\/[^/]*/i, '/invitations/…')
}
