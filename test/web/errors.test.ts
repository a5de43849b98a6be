import express from 'express'
import { pino } from 'pino'
import supertest from 'supertest'
import {
  notAllowed,
  notFound,
  outOfDate,
  unavailable,
  wrongInput,
} from '../../server/domain/refusal'
import { errorPage } from '../../server/web/errors'
import { requestLog } from '../../server/web/log'
import { testApp } from '../support/app'
import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

/** A page that fails in the way given, inside the rest of the service's frame. */
function failing(error: unknown) {
  const lines: string[] = []
  const app = express()
  app.use(requestLog(pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })))
  app.get('/', () => {
    throw error
  })
  app.use(errorPage)
  return { ask: () => supertest(app).get('/'), lines }
}

const withCode = (code: string) => Object.assign(new Error('detail of the driver'), { code })

test.each([
  ['not allowed', notAllowed('This is not yours to do'), 403, 'This is not yours to do'],
  ['not found', notFound('Measure'), 404, 'Measure not found'],
  ['out of date', outOfDate('Percy has changed this'), 409, 'Percy has changed this'],
  ['wrong input', wrongInput('That cannot be'), 422, 'That cannot be'],
  ['unavailable', unavailable('We are closed'), 503, 'We are closed'],
  ['two at once', withCode('23505'), 409, 'Somebody else has just changed the same thing'],
  ['a deadlock', withCode('40P01'), 409, 'Somebody else has just changed the same thing'],
  [
    'a day of no calendar',
    withCode('22008'),
    422,
    'A number or a day that was sent cannot be kept',
  ],
  ['a number too large', withCode('22003'), 422, 'A number or a day that was sent cannot be kept'],
  ['nobody of that name', withCode('23503'), 422, /cannot be kept/],
  ['a rule of the tables', withCode('23514'), 422, /cannot be kept/],
  ['no database', withCode('ECONNREFUSED'), 503, 'Sorry, the service is unavailable for a moment'],
  [
    'a database shutting down',
    withCode('57P01'),
    503,
    'Sorry, the service is unavailable for a moment',
  ],
  ['no connection left', new Error('timeout exceeded when trying to connect'), 503, /unavailable/],
  [
    'a fault of ours',
    new Error('secret detail'),
    500,
    'Sorry, there is a problem with the service',
  ],
  ['something thrown that is no error', 'secret detail', 500, /problem with the service/],
])('%s is said in plain words', async (_, error, status, heading) => {
  const answer = await failing(error).ask()
  expect(answer.status).toBe(status)
  expect(answer.text).toMatch(heading)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.text).not.toMatch(/detail|Error:|node_modules|at .*\.ts/)
})

test('a fault of ours has a reference that leads to it in the log', async () => {
  const { ask, lines } = failing(new Error('secret detail'))
  const reference = /<b>([0-9a-f]{8})<\/b>/.exec((await ask()).text)![1]!
  const line = lines.map(each => JSON.parse(each)).find(each => each.reference === reference)
  expect(line).toMatchObject({ msg: 'request failed', level: 50 })
  expect(line.err.message).toBe('secret detail')
})

test('what a form let through to the database is a warning in the log', async () => {
  const { ask, lines } = failing(withCode('22003'))
  await ask()
  const warned = lines.map(each => JSON.parse(each)).filter(({ level }) => level === 40)
  expect(warned).toMatchObject([{ err: { code: '22003' }, reference: expect.any(String) }])
})

test('an absent database asks to be tried again', async () => {
  expect((await failing(withCode('ECONNREFUSED')).ask()).headers['retry-after']).toBe('30')
})

describe('what cannot be read is never a fault of ours', () => {
  const post = (body: string | Buffer, type: string) =>
    supertest(testApp(at.db))
      .post('/sign-in')
      .set('sec-fetch-site', 'same-origin')
      .set('content-type', type)
      .send(body)

  test.each([
    ['an address that cannot be decoded', '/%E0%A4%A/scorecard', 400],
    ['a zero byte in an address', '/kirkdale%00/scorecard', 400],
    ['a zero byte in a query', '/sign-in?next=%00', 400],
    ['no such page', '/kirkdale/nothing/here/at/all', 404],
    ['no such area', '/atlantis/scorecard', 404],
    ['a climb out of the folder', '/static/x/..%2f..%2fpackage.json', 404],
    ['a hidden file', '/.git/config', 404],
    ['a list in the query', '/sign-in?next[]=a&next[]=b', 200],
    ['a prototype in the query', '/sign-in?__proto__[x]=1&constructor=2', 200],
  ])('%s', async (_, path, status) => {
    const answer = await supertest(testApp(at.db)).get(path)
    expect(answer.status).toBe(status)
  })

  test.each([
    ['broken escapes', 'email=%E0%A4%A&password=%', 'application/x-www-form-urlencoded', 422],
    ['a zero byte', 'email=a%00b&password=x', 'application/x-www-form-urlencoded', 400],
    ['lists', 'email=a&email=b&password[]=x', 'application/x-www-form-urlencoded', 422],
    ['a prototype', '__proto__[email]=a&__proto__=b', 'application/x-www-form-urlencoded', 422],
    ['JSON', '{"email":', 'application/json', 422],
    ['a broken multipart', '--x\r\nnothing', 'multipart/form-data; boundary=y', 422],
    [
      'an alphabet nobody knows',
      'email=a',
      'application/x-www-form-urlencoded; charset=klingon',
      415,
    ],
    ['too much', `email=${'a'.repeat(200_000)}`, 'application/x-www-form-urlencoded', 413],
    ['too many fields', 'a=1&'.repeat(300), 'application/x-www-form-urlencoded', 413],
  ])('a form with %s', async (_, body, type, status) => {
    expect((await post(body, type)).status).toBe(status)
  })

  test('a method nobody uses', async () => {
    for (const method of ['put', 'delete', 'patch', 'trace'] as const) {
      const answer = await supertest(testApp(at.db))[method]('/account')
      expect([403, 404]).toContain(answer.status)
    }
  })
})

test('a page that is missing still shows who is signed in, where there is an area', async () => {
  const olive = await browserFor('olive', at.db)
  const page = await olive.open('/kirkdale/people')
  expect(page.status).toBe(403)
  expect(page.main).toContain('signed in as Olive Hartley')
  expect(page.main).toContain('Nothing has been changed')
})
