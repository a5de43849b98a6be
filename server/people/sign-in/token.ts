import { createHmac, randomBytes } from 'node:crypto'

/** 256 bits, more than anyone can guess. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: whoever reads the database cannot sign in with it. */
export function tokenHash(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('base64url')
}
