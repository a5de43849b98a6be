import { createHash } from 'node:crypto'
import type { Database } from '../../database/database'
import { clearAttempts, countAttempt } from './attempt-queries'

/** Ten guesses an account and fifty an address in five minutes; an account is slowed, never locked for good. */
const AN_ACCOUNT = 10
const AN_ADDRESS = 50

export function attempts() {
  return {
    async mayTry(trx: Database, email: string, ip: string): Promise<boolean> {
      const byAccount = await countAttempt(trx, accountKey(email))
      const byAddress = await countAttempt(trx, `sign-in address ${ip}`)
      return byAccount <= AN_ACCOUNT && byAddress <= AN_ADDRESS
    },

    forget(trx: Database, email: string) {
      return clearAttempts(trx, accountKey(email))
    },
  }
}

function accountKey(email: string): string {
  return `sign-in account ${createHash('sha256').update(email.toLowerCase()).digest('hex')}`
}
