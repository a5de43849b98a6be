import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDate } from './domain/calendar'

export interface Config {
  production: boolean
  port: number
  host: string
  dataDirectory: string
  databaseUrl: string | undefined
  demonstration: boolean
  sessionSecret: string
  trustProxy: number
  allowedHosts: string[]
  logLevel: string
  /** A fixed day, for demonstrations and tests; otherwise the clock's. */
  today: string | undefined
}

type Environment = Record<string, string | undefined>

/** A setting that would make the service unsafe or unable to run, in a sentence for the person starting it. */
export class WrongSetting extends Error {}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Every setting, read in this one place. */
export function readConfig(environment: Environment): Config {
  const production = environment.NODE_ENV === 'production'
  const dataDirectory = resolve(environment.DATA_DIR || './data')
  const databaseUrl = environment.DATABASE_URL || undefined
  const demonstration = onOrOff(environment, 'DEMONSTRATION', !production && !databaseUrl)

  if (production && demonstration) {
    throw new WrongSetting(
      'DEMONSTRATION is on, but in production nobody may sign in without a password. Set DEMONSTRATION=off.',
    )
  }
  if (databaseUrl) checkDatabase(databaseUrl, production)
  const host = environment.HOST || '127.0.0.1'

  return {
    production,
    port: wholeNumber(environment, 'PORT', 3000, 65_535),
    host,
    dataDirectory,
    databaseUrl,
    demonstration,
    sessionSecret: production ? strongSecret(environment) : ownSecret(environment, dataDirectory),
    trustProxy: wholeNumber(environment, 'TRUST_PROXY', 0, 10),
    allowedHosts: allowedHosts(environment, host),
    logLevel: oneOf(environment, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    today: day(environment, 'TODAY'),
  }
}

const DEFAULT_PASSWORDS = ['postgres', 'password', 'admin', 'root', 'secret', 'changeme', '123456']

function checkDatabase(address: string, production: boolean) {
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address)) {
    throw new WrongSetting('DATABASE_URL must be an address like postgres://user@host:5432/name.')
  }
  const { password } = new URL(address)
  if (production && DEFAULT_PASSWORDS.includes(password.toLowerCase())) {
    throw new WrongSetting(
      'DATABASE_URL has a password that anybody would try first. Give the database another before starting in production.',
    )
  }
}

/** Reached only from this machine it answers only to this machine's names, so that no website can pose as it. */
function allowedHosts({ ALLOWED_HOSTS: names = '' }: Environment, host: string): string[] {
  const named = names.split(',').flatMap(name => name.trim().toLowerCase() || [])
  const isLoopback = LOOPBACK.includes(host.replace(/[[\]]/g, ''))
  return isLoopback ? [...LOOPBACK, '[::1]', ...named] : named
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

function strongSecret({ SESSION_SECRET: secret = '' }: Environment): string {
  if (secret === '') {
    throw new WrongSetting(
      'SESSION_SECRET is missing. Set it to at least 32 random characters before starting in production.',
    )
  }
  if (isWeak(secret)) {
    throw new WrongSetting(
      'SESSION_SECRET is too easy to guess. Use at least 32 random characters, for example from: openssl rand -hex 32',
    )
  }
  return secret
}

function isWeak(secret: string): boolean {
  return secret.length < 32 || new Set(secret).size < 10 || /secret|password|change/i.test(secret)
}

/** Outside production a secret is made once and kept beside the data, so that restarts sign nobody out. */
function ownSecret({ SESSION_SECRET: given }: Environment, directory: string): string {
  if (given) return given
  const file = join(directory, 'session-secret')
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

function onOrOff(environment: Environment, name: string, otherwise: boolean): boolean {
  const text = (environment[name] ?? '').toLowerCase()
  if (text === '') return otherwise
  if (['on', 'true', '1', 'yes'].includes(text)) return true
  if (['off', 'false', '0', 'no'].includes(text)) return false
  throw new WrongSetting(`${name} must be on or off, not "${text}".`)
}

function wholeNumber(environment: Environment, name: string, otherwise: number, most: number) {
  const text = environment[name] ?? ''
  if (text === '') return otherwise
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) {
    throw new WrongSetting(`${name} must be a whole number from 0 to ${most}, not "${text}".`)
  }
  return value
}

function oneOf(environment: Environment, name: string, options: string[], otherwise: string) {
  const text = environment[name] || otherwise
  if (!options.includes(text)) {
    throw new WrongSetting(`${name} must be one of ${options.join(', ')}, not "${text}".`)
  }
  return text
}

function day(environment: Environment, name: string): string | undefined {
  const text = environment[name] || undefined
  if (text !== undefined && !isDate(text)) {
    throw new WrongSetting(`${name} must be a day like 2026-11-23, not "${text}".`)
  }
  return text
}
