import { siteRoutes } from './home/routes'
import type { House } from './people/gate'
import { accountRoutes } from './people/accounts/routes'
import { auditRoutes } from './people/audit/routes'
import { invitationRoutes } from './people/invitations/routes'
import { ownAccountRoutes } from './people/own-account/routes'
import { signInRoutes } from './people/sign-in/routes'
import type { Route } from './people/visit'
import { definitionRoutes } from './measures/definitions/routes'
import { actualRoutes } from './performance/actuals/routes'
import { agreementRoutes } from './performance/agreements/routes'
import { breakdownRoutes } from './performance/breakdowns/routes'
import { definitionEditRoutes } from './performance/definitions/routes'
import { historyRoutes } from './performance/history/routes'
import { indicatorRoutes } from './performance/indicators/routes'
import { partnershipRoutes } from './performance/partnerships/routes'
import { returnRoutes } from './performance/returns/routes'
import { scorecardRoutes } from './performance/scorecard/routes'
import { targetRoutes } from './performance/targets/routes'
import { glossaryRoutes } from './publishing/glossary/routes'
import { enquiryRoutes } from './scrutiny/enquiries/routes'
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
    ...agreementRoutes(),
    ...partnershipRoutes(),
    ...scorecardRoutes(),
    // Before the measures themselves, one of which could otherwise be called new.
    ...definitionEditRoutes(),
    ...definitionRoutes(),
    ...breakdownRoutes(),
    ...targetRoutes(),
    ...historyRoutes(),
    ...indicatorRoutes(),
    ...actualRoutes(),
    ...returnRoutes(),
    ...worklistRoutes(),
    ...enquiryRoutes(),
    // Last, for its /:area would also answer to /account.
    ...siteRoutes(),
  ]
}
