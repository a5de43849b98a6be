import type { ErrorRequestHandler, RequestHandler } from 'express'
import { randomBytes } from 'node:crypto'
import { notFound, type Reason, Refusal } from '../domain/refusal'
import { page, send } from './reply'

const PAGES: Record<Reason, { status: number; view: string }> = {
  'not-found': { status: 404, view: 'errors/missing' },
  'not-allowed': { status: 403, view: 'errors/refused' },
  'out-of-date': { status: 409, view: 'errors/conflict' },
  'wrong-input': { status: 422, view: 'errors/wrong' },
  unavailable: { status: 503, view: 'errors/away' },
}

/** What the driver says when there is no database to talk to, by its own codes and by PostgreSQL's. */
const DATABASE_AWAY = /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EPIPE|^57P0|^53|^08/

/** Two people at once: a row that must be alone is there already, or each waited for the other. */
const TOO_LATE = /^(23505|40001|40P01)$/

/** What no form caught: data the database cannot hold, or that breaks one of its rules. */
const CANNOT_BE_KEPT = /^(22...|23503|23514)$/

export const nothingHere: RequestHandler = () => {
  throw notFound('Page')
}

export const errorPage: ErrorRequestHandler = (error, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const reference = randomBytes(4).toString('hex')
  const { status, view, title } = describe(error)
  if (status >= 500) req.log.error({ err: error, reference }, 'request failed')
  else if (CANNOT_BE_KEPT.test(codeOf(error))) {
    req.log.warn({ err: error, reference }, 'the database refused what a form let through')
  } else req.log.info({ status, refused: title }, 'request refused')

  res.set('Cache-Control', 'no-store')
  if (status === 503) res.set('Retry-After', '30')
  const content = { title, reference }
  send(res, page(view, content, status), res.locals.around ?? {})
}

function describe(error: unknown): { status: number; view: string; title: string } {
  if (error instanceof Refusal) return { ...PAGES[error.reason], title: error.message }
  if (isAway(error)) {
    return { ...PAGES.unavailable, title: 'Sorry, the service is unavailable for a moment' }
  }
  if (TOO_LATE.test(codeOf(error))) {
    return { ...PAGES['out-of-date'], title: 'Somebody else has just changed the same thing' }
  }
  if (CANNOT_BE_KEPT.test(codeOf(error))) {
    return { ...PAGES['wrong-input'], title: 'A number or a day that was sent cannot be kept' }
  }
  const status = clientFault(error)
  if (status === 404) return { ...PAGES['not-found'], title: 'Page not found' }
  if (status !== undefined)
    return { status, view: 'errors/wrong', title: FAULTS[status] ?? FAULTS[400]! }
  return {
    status: 500,
    view: 'errors/problem',
    title: 'Sorry, there is a problem with the service',
  }
}

const FAULTS: Record<number, string> = {
  400: 'We could not read what was sent',
  413: 'What was sent is too long',
  415: 'We cannot read this kind of content',
}

/** Faults found by Express itself, such as a body that cannot be parsed, carry a status of their own. */
function clientFault(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}

function isAway(error: unknown): boolean {
  const { message } = (error ?? {}) as { message?: unknown }
  return (
    DATABASE_AWAY.test(codeOf(error)) ||
    (typeof message === 'string' &&
      /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|pool after calling end/.test(
        message,
      ))
  )
}

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
