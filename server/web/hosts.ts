import type { RequestHandler } from 'express'

/** Answers only to names it was told, so that a forged Host can put no address of its own into a page. */
export function allowedHosts(hosts: readonly string[]): RequestHandler {
  return (req, res, next) => {
    if (hosts.length === 0 || hosts.includes((req.hostname ?? '').toLowerCase())) {
      next()
    } else {
      res
        .status(421)
        .type('text')
        .send(
          'This service does not answer to that name. If it should, add the name to ALLOWED_HOSTS.\n',
        )
    }
  }
}
