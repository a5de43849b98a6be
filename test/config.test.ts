import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, WrongSetting } from '../server/config'

const home = mkdtempSync(join(tmpdir(), 'six-friends-config-'))
const SECRET = 'b8f1e0c2794d5a6380b1f7c2d9e4a350'

afterAll(() => rmSync(home, { recursive: true }))

const here = (environment: Record<string, string> = {}) =>
  readConfig({ DATA_DIR: home, ...environment })

const live = (environment: Record<string, string> = {}) =>
  here({ NODE_ENV: 'production', SESSION_SECRET: SECRET, ...environment })

test('nothing needs to be set for a demonstration on one’s own machine', () => {
  expect(here()).toMatchObject({
    production: false,
    port: 3000,
    host: '127.0.0.1',
    dataDirectory: home,
    databaseUrl: undefined,
    demonstration: true,
    trustProxy: 0,
    logLevel: 'info',
    today: undefined,
  })
})

test('the secret is made once and kept where only its owner can read it', () => {
  const secret = here().sessionSecret
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(here().sessionSecret).toBe(secret)
  expect(readFileSync(join(home, 'session-secret'), 'utf8')).toBe(secret)
  expect(statSync(join(home, 'session-secret')).mode & 0o077).toBe(0)
})

test('every setting can be set', () => {
  const config = here({
    PORT: '8080',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://six@db.example:5432/six',
    DEMONSTRATION: 'on',
    SESSION_SECRET: 'own',
    TRUST_PROXY: '1',
    ALLOWED_HOSTS: 'Figures.example, six.example,',
    LOG_LEVEL: 'warn',
    TODAY: '2026-11-23',
  })
  expect(config).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    databaseUrl: 'postgres://six@db.example:5432/six',
    demonstration: true,
    sessionSecret: 'own',
    trustProxy: 1,
    allowedHosts: ['figures.example', 'six.example'],
    logLevel: 'warn',
    today: '2026-11-23',
  })
})

test.each([
  ['with the embedded database outside production', {}, true],
  ['with a server', { DATABASE_URL: 'postgres://six@db.example/six' }, false],
  [
    'with a server, when asked for',
    { DATABASE_URL: 'postgres://six@db.example/six', DEMONSTRATION: 'yes' },
    true,
  ],
  ['when switched off', { DEMONSTRATION: 'off' }, false],
])('demonstration %s: %o', (_, environment: Record<string, string>, expected) => {
  expect(here(environment).demonstration).toBe(expected)
})

test('reached only from its own machine, it answers only to that machine’s names', () => {
  expect(here().allowedHosts).toEqual(expect.arrayContaining(['localhost', '127.0.0.1', '[::1]']))
  expect(here({ ALLOWED_HOSTS: 'six.example' }).allowedHosts).toContain('six.example')
  expect(here({ HOST: '0.0.0.0' }).allowedHosts).toEqual([])
})

describe('production', () => {
  test('starts with a strong secret, and without the demonstration', () => {
    expect(live()).toMatchObject({ production: true, demonstration: false, sessionSecret: SECRET })
  })

  test.each([
    ['no secret', { SESSION_SECRET: '' }, /SESSION_SECRET is missing/],
    [
      'a short secret',
      { SESSION_SECRET: 'b8f1e0c2794d5a63' },
      /SESSION_SECRET is too easy to guess/,
    ],
    ['one letter for a secret', { SESSION_SECRET: 'a'.repeat(64) }, /too easy to guess/],
    ['a word for a secret', { SESSION_SECRET: 'my-very-secret-secret-of-32-letters' }, /too easy/],
    ['the demonstration', { DEMONSTRATION: 'on' }, /nobody may sign in without a password/],
    ['a default password', { DATABASE_URL: 'postgres://six:postgres@db/six' }, /anybody would try/],
  ])('refuses to start with %s, and says why', (_, environment: Record<string, string>, why) => {
    expect(() => live(environment)).toThrow(WrongSetting)
    expect(() => live(environment)).toThrow(why)
  })
})

test.each([
  ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, not "70000".'],
  ['PORT', 'three', 'PORT must be a whole number from 0 to 65535, not "three".'],
  ['TRUST_PROXY', 'true', 'TRUST_PROXY must be a whole number from 0 to 10, not "true".'],
  ['DEMONSTRATION', 'maybe', 'DEMONSTRATION must be on or off, not "maybe".'],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL must be one of .*info.*, not "loud"\./],
  ['TODAY', '2026-02-30', 'TODAY must be a day like 2026-11-23, not "2026-02-30".'],
  ['DATABASE_URL', 'mysql://db/six', /DATABASE_URL must be an address like postgres:/],
])('%s=%s is refused in a sentence', (name, value, sentence) => {
  expect(() => here({ [name]: value })).toThrow(sentence)
})
