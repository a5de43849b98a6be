import { pino } from 'pino'
import supertest from 'supertest'
import { isUpToDate } from '../../server/database/migrate'
import { asset } from '../../server/web/assets'
import { logger } from '../../server/web/log'
import { testApp } from '../support/app'
import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

describe('every answer', () => {
  test.each([
    ['a page', '/sign-in', 200],
    ['a redirection', '/account', 303],
    ['a refusal', '/kirkdale/nothing', 404],
    ['a fault', '/%E0%A4%A/scorecard', 400],
    ['a stylesheet', asset('six.css'), 200],
    ['a sign of life', '/healthz', 200],
    ['another host', '/', 421],
  ])('carries the security headers: %s', async (_, path, status) => {
    const answer = await supertest(testApp(at.db, { allowedHosts: ['127.0.0.1'] }))
      .get(path)
      .set('host', status === 421 ? 'elsewhere.example' : '127.0.0.1')
    expect(answer.status).toBe(status)
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['referrer-policy']).toBe('same-origin')
    expect(answer.headers['x-frame-options']).toBe('DENY')
    expect(answer.headers['x-powered-by']).toBeUndefined()
    expect(answer.headers['strict-transport-security']).toBeUndefined()
    if (answer.text) expect(answer.headers['content-type']).toMatch(/; charset=utf-8$/)
  })

  test('asks for https for a year, in production', async () => {
    const answer = await supertest(testApp(at.db, { production: true })).get('/sign-in')
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  })
})

describe('the host', () => {
  const ask = (host: string, otherwise = {}) =>
    supertest(testApp(at.db, { allowedHosts: ['six.example'], ...otherwise }))
      .get('/sign-in')
      .set('host', host)

  test.each([
    ['six.example', 200],
    ['SIX.example:3000', 200],
    ['six.example.elsewhere.example', 421],
    ['elsewhere.example', 421],
    ['', 421],
  ])('%s is answered with %d', async (host, status) => {
    expect((await ask(host)).status).toBe(status)
  })

  test('is not taken from a header anybody can forge', async () => {
    const forged = await ask('elsewhere.example').set('x-forwarded-host', 'six.example')
    expect(forged.status).toBe(421)
  })

  test('that was forged stands in no link', async () => {
    const ada = await browserFor('ada', at.db)
    const answer = await supertest(testApp(at.db))
      .post('/kirkdale/people')
      .set({
        cookie: ada.cookie,
        'sec-fetch-site': 'same-origin',
        'x-forwarded-host': 'elsewhere.example',
        'x-forwarded-proto': 'https',
      })
      .type('form')
      .send({ name: 'Rowan', email: 'rowan.host@kirkdale.example', roles: 'councillor' })
    expect(answer.text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/invitations\//)
    expect(answer.text).not.toContain('elsewhere.example')
  })
})

describe('alive and ready', () => {
  test('are two things', async () => {
    const app = testApp(at.db, { isReady: async () => false })
    expect((await supertest(app).get('/healthz')).text).toBe('alive\n')
    const answer = await supertest(app).get('/readyz')
    expect({ status: answer.status, text: answer.text }).toEqual({
      status: 503,
      text: 'not ready\n',
    })
  })

  test('ready means that the database answers and is up to date', async () => {
    const answer = await supertest(testApp(at.db, { isReady: () => isUpToDate(at.db) })).get(
      '/readyz',
    )
    expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: 'ready\n' })
  })

  test('a database that has failed, or does not answer in two seconds, is not ready', async () => {
    for (const isReady of [
      () => Promise.reject(new Error('gone')),
      () => new Promise<boolean>(() => {}),
    ]) {
      expect((await supertest(testApp(at.db, { isReady })).get('/readyz')).status).toBe(503)
    }
  })
})

describe('the log', () => {
  async function linesOf(work: (log: pino.Logger) => Promise<unknown>) {
    const lines: string[] = []
    await work(
      pino({ level: 'info', base: null }, { write: (line: string) => void lines.push(line) }),
    )
    await new Promise(done => setTimeout(done, 20))
    return lines
  }

  test('has one line of JSON a request: who, what, from where, and how it ended', async () => {
    const olive = await browserFor('olive', at.db)
    const lines = await linesOf(log =>
      supertest(testApp(at.db, { log })).get('/account?about=private').set('cookie', olive.cookie),
    )
    expect(lines).toHaveLength(1)
    const { id } = (await at.db('users').where({ handle: 'olive' }).first())!
    expect(JSON.parse(lines[0]!)).toMatchObject({
      method: 'GET',
      path: '/account',
      status: 200,
      user: id,
      ip: expect.stringMatching(/127\.0\.0\.1$/),
    })
  })

  test('holds no password, no cookie, no link, no query and no name', async () => {
    const lines = await linesOf(async log => {
      const app = testApp(at.db, { log })
      const post = (path: string) =>
        supertest(app).post(path).set('sec-fetch-site', 'same-origin').type('form')
      await post('/sign-in').send({ email: 'olive@private.example', password: 'hush-hush-hush' })
      await post('/invitations/very-private-token').send({ password: 'hush-hush-hush' })
      await supertest(app).get('/invitations/very-private-token')
      await supertest(app).get('/sign-in?next=/very-private').set('cookie', 'six-friends=hush')
    })
    expect(lines.length).toBeGreaterThanOrEqual(4)
    expect(lines.join('')).not.toMatch(/hush|private/)
    expect(lines.join('')).toContain('/invitations/…')
  })

  test('cannot be made to begin a line of somebody else’s', async () => {
    const lines = await linesOf(log =>
      supertest(testApp(at.db, { log })).get('/kirkdale/%0A%7B%22msg%22%3A%22forged%22%7D'),
    )
    for (const line of lines) {
      expect(line.endsWith('\n')).toBe(true)
      expect(line.trimEnd()).not.toContain('\n')
      expect(JSON.parse(line).msg).not.toBe('forged')
    }
  })

  test('takes a refusal and a wrong sign-in for what they are', async () => {
    const lines = await linesOf(async log => {
      const app = testApp(at.db, { log })
      await supertest(app).post('/sign-in').set('sec-fetch-site', 'cross-site')
      await supertest(app)
        .post('/sign-in')
        .set('sec-fetch-site', 'same-origin')
        .type('form')
        .send({ email: 'a@b.example', password: 'wrong' })
    })
    const said = lines.map(line => JSON.parse(line))
    expect(said).toContainEqual(expect.objectContaining({ msg: 'request refused', status: 403 }))
    expect(said).toContainEqual(expect.objectContaining({ path: '/sign-in', status: 422 }))
  })

  test('tells the time in UTC, and leaves out what is below its level', () => {
    const lines: string[] = []
    const log = logger('warn', { write: line => void lines.push(line) })
    log.info('quiet')
    log.warn('loud')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 40,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      msg: 'loud',
    })
  })
})
