import { parse, serialize } from 'cookie'
import type { Request, RequestHandler, Response } from 'express'
import type { Database } from '../database/database'
import { inScope } from '../database/scope'
import type { Area } from '../database/tables/people'
import type { Actor } from '../domain/people'
import { may } from '../domain/permissions'
import type { IsoDate } from '../domain/period'
import { notAllowed, notFound } from '../domain/refusal'
import type { Page } from '../web/page'
import { to, paths } from '../web/paths'
import { type Reply, seeOther, send } from '../web/reply'
import { type Atlas, atlas } from './areas/atlas'
import { listAreas } from './areas/queries'
import { navigationFor } from './navigation'
import { findSignedIn, leaveFlash } from './sign-in/queries'
import { tokenHash } from './sign-in/token'
import type { Route } from './visit'

export interface House {
  db: Database
  today: () => IsoDate
  secret: string
  production: boolean
  demonstration: boolean
}

interface Passage {
  reply: Reply
  actor: Actor | null
}

/** The one door: finds who is there, asks the permission matrix, opens the transaction, and answers. */
export function gate(house: House): (route: Route) => RequestHandler {
  const areas = atlas(house.db)

  return route => async (req, res) => {
    const area = route.within === 'area' ? await areaOf(areas, req) : null
    const token = readToken(req, house)
    const passage = await inScope(house.db, { areaId: area?.id ?? null }, trx =>
      pass(trx, house, route, area, token, req, res),
    )

    res.set('Cache-Control', passage.actor || route.within === 'site' ? 'no-store' : 'no-cache')
    send(res, passage.reply, res.locals.around)
  }
}

async function areaOf(areas: Atlas, req: Request): Promise<Area> {
  const area = await areas.find(String(req.params.area))
  if (!area) throw notFound('Area')
  return area
}

async function pass(
  trx: Database,
  house: House,
  route: Route,
  area: Area | null,
  token: string | null,
  req: Request,
  res: Response,
): Promise<Passage> {
  const hash = token && tokenHash(token, house.secret)
  const person = hash
    ? await findSignedIn(trx, hash, area?.id ?? null, req.method === 'GET')
    : undefined
  const actor = person ? actorOf(person) : null
  res.locals.userId = actor?.id

  // Kept where the error page finds it too, so that a refusal still shows who is signed in.
  res.locals.around = around(actor, person?.flash ?? null, area, house, req)

  if (!may(actor, route.action)) return { reply: refuse(actor, req), actor }

  const visit = {
    db: trx,
    actor,
    today: house.today(),
    params: req.params as Record<string, string>,
    query: onlyTexts(req.query),
    body: (req.body ?? {}) as Record<string, unknown>,
    origin: `${req.protocol}://${req.get('host')}`,
  }
  const reply =
    route.within === 'area'
      ? await route.handle({ ...visit, area: area!, calendar: { yearStart: area!.yearStart } })
      : await route.handle({
          ...visit,
          ...(await placesOf(trx, person?.homeAreaId)),
          ip: req.ip ?? '',
          sessionToken: token,
          setCookie: value => setCookie(res, house, value),
        })

  if (reply.kind === 'redirect' && reply.flash && hash) await leaveFlash(trx, hash, reply.flash)
  return { reply, actor }
}

async function placesOf(trx: Database, homeAreaId: string | undefined) {
  const areas = await listAreas(trx)
  return { areas, home: areas.find(({ id }) => id === homeAreaId) ?? null }
}

/** Somebody who has not signed in is asked to; somebody who has is told that it is not theirs to do. */
function refuse(actor: Actor | null, req: Request): Reply {
  if (actor === null && req.method !== 'POST') {
    return seeOther(to(paths.signIn, {}, { next: req.originalUrl }))
  }
  throw notAllowed('You do not have permission to do this')
}

function actorOf({ id, name, roles, organisationId }: Actor): Actor {
  return { id, name, roles, organisationId }
}

function onlyTexts(query: Request['query']): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string') texts[name] = value
  }
  return texts
}

function around(
  actor: Actor | null,
  flash: string | null,
  area: Area | null,
  { demonstration }: House,
  req: Request,
): Partial<Page> {
  return {
    area: area && { slug: area.slug, name: area.name },
    user: actor && { name: actor.name },
    navigation: area ? navigationFor(actor, area, req.path) : [],
    flash,
    demonstration: area ? area.invented : demonstration,
  }
}

/** Browsers hold a __Host- cookie to https, this host and the whole site; plain http cannot have one. */
function cookieName({ production }: House): string {
  return production ? '__Host-six-friends' : 'six-friends'
}

function readToken(req: Request, house: House): string | null {
  return parse(req.get('cookie') ?? '')[cookieName(house)] ?? null
}

function setCookie(res: Response, house: House, value: string | null) {
  res.append(
    'Set-Cookie',
    serialize(cookieName(house), value ?? '', {
      httpOnly: true,
      sameSite: 'lax',
      secure: house.production,
      path: '/',
      ...(value === null && { maxAge: 0 }),
    }),
  )
}
