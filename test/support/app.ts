import type { Express } from 'express'
import { pino } from 'pino'
import { createApp, type Services } from '../../server/app'
import type { Database } from '../../server/database/database'
import { isUpToDate } from '../../server/database/migrate'
import { TODAY } from './today'

export const SECRET = 'only for tests: 9f2c41d07be8'

/** The service as a demonstration on a fixed day, silent; a test may say otherwise. */
export function testApp(db: Database, otherwise: Partial<Services> = {}): Express {
  return createApp({
    db,
    today: () => TODAY,
    secret: SECRET,
    production: false,
    demonstration: true,
    trustProxy: 0,
    allowedHosts: [],
    log: pino({ level: 'silent' }),
    isReady: () => isUpToDate(db),
    ...otherwise,
  })
}
