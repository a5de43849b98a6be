import type { RequestHandler } from 'express'

/** PostgreSQL holds no zero byte in a text, and nobody types one: what carries it is refused unread. */
export const readable: RequestHandler = (req, _res, next) => {
  const isOdd = /%00/.test(req.originalUrl) || Object.values(req.body ?? {}).some(holdsZero)
  next(isOdd ? Object.assign(new Error('a zero byte was sent'), { status: 400 }) : undefined)
}

function holdsZero(value: unknown): boolean {
  return [value].flat().some(text => typeof text === 'string' && text.includes('\0'))
}
