import { siteRoutes } from './home/routes'
import type { House } from './people/gate'
import { signInRoutes } from './people/sign-in/routes'
import type { Route } from './people/visit'
import { actualRoutes } from './performance/actuals/routes'
import { indicatorRoutes } from './performance/indicators/routes'
import { returnRoutes } from './performance/returns/routes'
import { scorecardRoutes } from './performance/scorecard/routes'

/** Every page of the service, in one list: the walking test reads it too. */
export function routes(house: House): Route[] {
  return [
    ...siteRoutes(),
    ...signInRoutes(house),
    ...scorecardRoutes(),
    ...indicatorRoutes(),
    ...actualRoutes(),
    ...returnRoutes(),
  ]
}
