import supertest from 'supertest'
import type { Role } from '../../server/domain/people'
import { PERMISSIONS, type Rule } from '../../server/domain/permissions'
import { addSession } from '../../server/people/sign-in/queries'
import { newToken, tokenHash } from '../../server/people/sign-in/token'
import type { Route } from '../../server/people/visit'
import { routes } from '../../server/routes'
import { paths } from '../../server/web/paths'
import { SECRET, testApp } from '../support/app'
import type { Handle } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { fill, type Place, type Visitor } from '../support/examples'

const at = demonstrationDatabase()

const everyRoute = routes({
  db: undefined as never,
  today: () => '2026-11-23',
  secret: SECRET,
  production: false,
  demonstration: true,
})

const EVERYBODY: Handle[] = [
  null,
  'olive',
  'percy',
  'asha',
  'mo',
  'singh',
  'adeyemi',
  'dee',
  'ada',
  'sam',
]

const PLACES: Place[] = [
  { area: 'kirkdale', organisation: 'KC' },
  { area: 'kirkdale', organisation: 'KP' },
  { area: 'sallow', organisation: 'SC' },
]

/** What a form must say before it can be told from one about nothing; all others are sent empty. */
const FORMS: Record<string, Record<string, string>> = { [paths.targets]: { year: '2026-27' } }

/** What stands in an address and belongs to one organisation. */
const BELONGS = /:(reference|person)\b/

interface Appointment {
  handle: string | null
  area: string
  role: Role
  code: string | null
}

let door: ReturnType<typeof supertest>
const users = new Map<string, string>()
const appointments: Appointment[] = []

beforeAll(async () => {
  door = supertest(testApp(at.db))
  for (const { handle, id } of await at.db('users').whereNotNull('handle')) users.set(handle!, id)
  for (const area of ['kirkdale', 'sallow']) {
    const { rows } = await at.inArea(area, trx =>
      trx.raw(
        `select u.handle, a.role, o.code from appointments a join users u on u.id = a.user_id
           left join organisations o on o.area_id = a.area_id and o.id = a.organisation_id`,
      ),
    )
    appointments.push(...rows.map((row: Omit<Appointment, 'area'>) => ({ ...row, area })))
  }
})

describe('the matrix', () => {
  test.each(everyRoute)('$method $path has a row', ({ action }) => {
    expect(Object.keys(PERMISSIONS)).toContain(action)
  })

  test('councillors never touch data, officers never touch questions, administrators touch neither', () => {
    const rows = Object.entries(PERMISSIONS) as [string, Rule][]
    const held = (role: Role) =>
      rows.filter(([, { roles }]) => roles[role]).map(([action]) => action)

    const DATA = /^(actuals|periods|indicators|targets|agreements)\./
    const QUESTIONS = /^enquiries\./
    expect(held('councillor').filter(action => DATA.test(action))).toEqual([])
    expect(
      held('administrator').filter(action => DATA.test(action) || QUESTIONS.test(action)),
    ).toEqual([])
    for (const role of ['data-officer', 'approver', 'partnership-manager'] as const) {
      expect(held(role).filter(action => QUESTIONS.test(action))).toEqual([])
    }
  })

  test('nobody who enters a figure also approves it for the partnership', () => {
    const { roles } = PERMISSIONS['actuals.publish'] as Rule
    expect(Object.keys(roles)).toEqual(['partnership-manager'])
  })
})

describe('the walk: every route, as everybody, everywhere', () => {
  test.each(everyRoute)(
    '$method $path',
    async route => {
      const wrong: string[] = []
      for (const place of placesOf(route)) {
        for (const handle of EVERYBODY) {
          const { status, goesTo } = await visit(route, place, handle)
          const expected = expectedOf(route, place, handle)
          if (!isAsExpected(expected, route, status, goesTo)) {
            wrong.push(`${handle ?? 'nobody'} at ${place.organisation}: ${expected}, but ${status}`)
          }
        }
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )
})

type Expected = 'allowed' | 'refused' | 'not theirs'

function placesOf({ within, path }: Route): Place[] {
  if (within === 'site') return PLACES.slice(0, 1)
  return BELONGS.test(path) ? PLACES : PLACES.filter(({ organisation }) => organisation !== 'KP')
}

async function visit(route: Route, place: Place, handle: Handle) {
  const visitor = await arrive(handle)
  const path = await fill(at, route.path, place, visitor)
  const request =
    route.method === 'get'
      ? door.get(path)
      : door
          .post(path)
          .type('form')
          .send(FORMS[route.path] ?? {})
  const { status, headers } = await request.set({
    cookie: visitor?.cookie ?? '',
    'sec-fetch-site': 'same-origin',
  })
  return { status, goesTo: headers.location as string | undefined }
}

/** A session of its own for each visit, for some visits end it. */
async function arrive(handle: Handle): Promise<Visitor | null> {
  if (!handle) return null
  const token = newToken()
  const id = users.get(handle)!
  await addSession(at.db, tokenHash(token, SECRET), id)
  return { id, cookie: `six-friends=${token}` }
}

function expectedOf({ action, path }: Route, place: Place, handle: Handle): Expected {
  const rule: Rule = PERMISSIONS[action]
  if (rule.public || (rule.signedIn && handle)) return 'allowed'

  const grants = appointments
    .filter(each => handle !== null && each.handle === handle && each.area === place.area)
    .flatMap(({ role, code }) => {
      const grant = rule.roles[role]
      return grant ? [{ grant, isOwn: code === place.organisation }] : []
    })
  if (grants.length === 0) return 'refused'
  const reaches = grants.some(({ grant, isOwn }) => grant === 'yes' || isOwn || !BELONGS.test(path))
  return reaches ? 'allowed' : 'not theirs'
}

function isAsExpected(expected: Expected, { method }: Route, status: number, goesTo = ''): boolean {
  const isSentToSignIn = status === 303 && goesTo.startsWith('/sign-in?next=')
  if (status >= 500) return false
  if (expected === 'allowed') return ![403, 404].includes(status) && !isSentToSignIn
  if (expected === 'not theirs') return [403, 404].includes(status)
  return method === 'get' && isSentToSignIn ? true : status === 403
}
