import type { Request, RequestHandler } from 'express'
import { notAllowed } from '../domain/refusal'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Refuses changes sent from other websites, so that no form needs a token of its own. */
export const sameOrigin: RequestHandler = (req, _res, next) => {
  if (SAFE_METHODS.includes(req.method) || cameFromUs(req)) {
    next()
  } else {
    throw notAllowed('This form was sent from another website, so nothing was changed')
  }
}

/** Browsers send no Sec-Fetch-Site on plain http away from localhost, so there the Origin has to match. */
function cameFromUs(req: Request): boolean {
  const site = req.get('sec-fetch-site')

  return site === undefined ? isOurs(req.get('origin'), req.get('host')) : site === 'same-origin'
}

/** By host and port alone: behind a proxy the service cannot tell whether its visitors came by https. */
function isOurs(origin = '', host = ''): boolean {
  return URL.canParse(origin) && URL.canParse(`http://${host}`)
    ? new URL(origin).host === new URL(`http://${host}`).host
    : false
}
