import express, { type Express, urlencoded } from 'express'
import type { Logger } from 'pino'
import { type House, gate } from './people/gate'
import type { Route } from './people/visit'
import { routes } from './routes'
import { assets } from './web/assets'
import { errorPage, nothingHere } from './web/errors'
import { headers } from './web/headers'
import { health, type Health } from './web/health'
import { allowedHosts } from './web/hosts'
import { requestLog } from './web/log'
import { readable } from './web/readable'
import { sameOrigin } from './web/same-origin'

export interface Services extends House, Health {
  log: Logger
  trustProxy: number
  allowedHosts: readonly string[]
}

/** Long enough for the longest reason with room to spare; a figure's form is far shorter. */
const LONGEST_FORM = '100kb'

export function createApp(services: Services): Express {
  const app = express()

  app.disable('x-powered-by')
  app.set('trust proxy', services.trustProxy)
  app.set('query parser', 'simple')

  app.use(headers(services.production))
  app.use(requestLog(services.log))
  app.use(health(services))
  app.use(allowedHosts(services.allowedHosts))
  app.use(assets())
  app.use(sameOrigin)
  app.use(urlencoded({ extended: false, limit: LONGEST_FORM, parameterLimit: 200 }))
  app.use(readable)

  const through = gate(services)
  for (const route of routes(services) as Route[]) app[route.method](route.path, through(route))

  app.use(nothingHere)
  app.use(errorPage)

  return app
}
