import type { Database } from '../database/database'
import type { Area } from '../database/tables/people'
import type { Actor } from '../domain/people'
import type { Action } from '../domain/permissions'
import type { Calendar, IsoDate } from '../domain/period'
import type { Reply } from '../web/reply'

/** One person's one request in one area, inside its transaction. */
export interface Visit {
  /** The transaction: it has entered the area, and is committed before anything is answered. */
  db: Database
  area: Area
  calendar: Calendar
  actor: Actor | null
  today: IsoDate
  params: Record<string, string>
  query: Record<string, string>
  body: Record<string, unknown>
  /** The address this service was reached at, like https://figures.example. */
  origin: string
}

/** A request outside any area: signing in, the list of areas. */
export type Arrival = Omit<Visit, 'area' | 'calendar'> & {
  areas: readonly Area[]
  /** The area of whoever is signed in. */
  home: Area | null
  ip: string
  setCookie(value: string | null): void
  sessionToken: string | null
}

type Method = 'get' | 'post'

export type Route =
  | { within: 'area'; method: Method; path: string; action: Action; handle: AreaHandler }
  | { within: 'site'; method: Method; path: string; action: Action; handle: SiteHandler }

export type AreaHandler = (visit: Visit) => Promise<Reply>
export type SiteHandler = (arrival: Arrival) => Promise<Reply>

/** Every route names its row of the permission matrix; the row is asked before the handler runs. */
export function get(path: string, action: Action, handle: AreaHandler): Route {
  return { within: 'area', method: 'get', path, action, handle }
}

export function post(path: string, action: Action, handle: AreaHandler): Route {
  return { within: 'area', method: 'post', path, action, handle }
}

export function getSite(path: string, action: Action, handle: SiteHandler): Route {
  return { within: 'site', method: 'get', path, action, handle }
}

export function postSite(path: string, action: Action, handle: SiteHandler): Route {
  return { within: 'site', method: 'post', path, action, handle }
}
