import { siteRoutes } from './home/routes'
import type { House } from './people/gate'
import { accountRoutes } from './people/accounts/routes'
import { auditRoutes } from './people/audit/routes'
import { invitationRoutes } from './people/invitations/routes'
import { ownAccountRoutes } from './people/own-account/routes'
import { signInRoutes } from './people/sign-in/routes'
import type { Route } from './people/visit'
import { actualRoutes } from './performance/actuals/routes'
import { indicatorRoutes } from './performance/indicators/routes'
import { returnRoutes } from './performance/returns/routes'
import { scorecardRoutes } from './performance/scorecard/routes'
import { glossaryRoutes } from './publishing/glossary/routes'
import { worklistRoutes } from './scrutiny/worklist/routes'

/** Every page of the service, in one list: the walking test reads it too. */
export function routes(house: House): Route[] {
  return [
    ...signInRoutes(house),
    ...ownAccountRoutes(house),
    ...invitationRoutes(house),
    ...accountRoutes(house),
    ...auditRoutes(),
    ...glossaryRoutes(),
    ...scorecardRoutes(),
    ...indicatorRoutes(),
    ...actualRoutes(),
    ...returnRoutes(),
    ...worklistRoutes(),
    // Last, for its /:area would also answer to /account.
    ...siteRoutes(),
  ]
}
