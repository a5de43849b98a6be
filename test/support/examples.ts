import type { Database } from '../../server/database/database'
import { newId } from '../../server/database/id'
import { type Frequency, periodSlug, periodStarting } from '../../server/domain/period'
import { addUser, replaceAppointments } from '../../server/people/accounts/queries'
import { invite } from '../../server/people/invitations/invite'
import { sessionName } from '../../server/people/own-account/page'
import { addSession, sessionsOf } from '../../server/people/sign-in/queries'
import { newToken, tokenHash } from '../../server/people/sign-in/token'
import { SECRET } from './app'
import type { TestDatabase } from './database'

/** Where a walker goes: an area, and an organisation of it to which what is visited belongs. */
export interface Place {
  area: 'kirkdale' | 'sallow'
  organisation: string
}

export interface Visitor {
  id: string
  cookie: string
}

type Example = (
  trx: Database,
  place: Place,
  areaId: string,
  visitor: Visitor | null,
) => Promise<string>

/** Both areas' years begin in April. */
const CALENDAR = { yearStart: 4 }

/** Used up by a visit, or the visitor's own: made anew each time. */
const FRESH = ['token', 'session']

/** A real value for each parameter that stands in an address; the walking test fails for one that is not here. */
export const EXAMPLES: Record<string, Example> = {
  area: async (_trx, { area }) => area,
  handle: async () => 'olive',
  token: async (trx, _place, areaId) => {
    const id = await addOfficer(trx, areaId, 'KC')
    return (await invite(trx, SECRET, id)).split('/').pop()!
  },
  session: async (trx, _place, _areaId, visitor) => {
    if (!visitor) return 'none'
    const hash = tokenHash(newToken(), SECRET)
    await addSession(trx, hash, visitor.id)
    const sessions = await sessionsOf(trx, visitor.id)
    return sessionName(sessions.find(({ tokenHash: each }) => each === hash)!.tokenHash)
  },
  person: async (trx, { organisation }, areaId) => addOfficer(trx, areaId, organisation),
  reference: async (trx, place, areaId) => (await figureOf(trx, place, areaId)).reference,
  period: async (trx, place, areaId) => {
    const { starts, frequency } = await figureOf(trx, place, areaId)
    return periodSlug(periodStarting(starts, frequency, CALENDAR), CALENDAR)
  },
  line: async (trx, place, areaId) => {
    const { indicatorId, organisationId } = await figureOf(trx, place, areaId)
    const line = { areaId, indicatorId, organisationId, kind: 'place' as const, key: 'riverside' }
    await trx('series').insert({ ...line, id: newId(), label: 'Riverside', position: 99 })
    return 'place-riverside'
  },
  partnership: async (trx, _place, areaId) =>
    (await trx('partnerships').where({ areaId }).orderBy('slug').first())!.slug,
  agreement: async (trx, _place, areaId) =>
    (await trx('agreements').where({ areaId }).orderBy('slug').first())!.slug,
  friend: async () => 'why',
  question: async () => '1',
}

/** Somebody to whom anything may be done. */
async function addOfficer(trx: Database, areaId: string, code: string): Promise<string> {
  const id = newId()
  const organisation = (await trx('organisations').where({ areaId, code }).first())!
  await addUser(trx, { id, email: `${id}@example`, name: 'Robin Lee', homeAreaId: areaId })
  await replaceAppointments(trx, areaId, id, ['data-officer'], organisation.id)
  return id
}

interface Figure {
  reference: string
  frequency: Frequency
  indicatorId: string
  organisationId: string
  starts: string
}

/** The latest published headline figure that the organisation owes, by its measure's reference. */
async function figureOf(trx: Database, { organisation }: Place, areaId: string): Promise<Figure> {
  const { rows } = await trx.raw(
    `select i.reference, i.frequency, i.id as indicator_id, a.organisation_id, a.starts
     from actuals a
       join series s on s.area_id = a.area_id and s.id = a.series_id and s.kind = 'headline'
       join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
       join organisations o on o.area_id = a.area_id and o.id = a.organisation_id
     where a.area_id = ? and o.code = ? and a.state = 'published' and i.frequency = 'quarter'
     order by a.starts desc, i.reference limit 1`,
    [areaId, organisation],
  )
  if (!rows[0]) throw new Error(`${organisation} has no published quarterly figure to visit.`)
  return rows[0]
}

const remembered = new Map<string, string>()

/** Fills an address in; fails loudly for a parameter nobody gave an example of. */
export async function fill(
  at: TestDatabase,
  path: string,
  place: Place,
  visitor: Visitor | null,
): Promise<string> {
  let filled = path
  for (const [, name] of path.matchAll(/:(\w+)/g)) {
    const value = await valueFor(at, name!, place, visitor)
    filled = filled.replace(`:${name}`, value)
  }
  return filled
}

async function valueFor(
  at: TestDatabase,
  name: string,
  place: Place,
  visitor: Visitor | null,
): Promise<string> {
  const example = EXAMPLES[name]
  if (!example) throw new Error(`test/support/examples.ts has no example of :${name}`)

  const key = `${name} ${place.area} ${place.organisation}`
  const before = remembered.get(key)
  if (before !== undefined && !FRESH.includes(name)) return before

  const value = await at.inArea(place.area, async trx => {
    const { id } = (await trx('areas').where({ slug: place.area }).first())!
    return example(trx, place, id, visitor)
  })
  remembered.set(key, value)
  return value
}
