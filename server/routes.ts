import { siteRoutes } from './home/routes'
import type { House } from './people/gate'
import { signInRoutes } from './people/sign-in/routes'
import type { Route } from './people/visit'

/** Every page of the service, in one list: the walking test reads it too. */
export function routes(house: House): Route[] {
  return [...siteRoutes(), ...signInRoutes(house)]
}
