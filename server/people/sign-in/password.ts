import { hash, verify } from '@node-rs/argon2'

/** Argon2id, 19 MiB, two passes (OWASP's first choice); the parameters travel in the hash. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Checked when there is no such account, so that the time taken does not tell. */
const nobody = hash('nobody at all', PARAMETERS)

export function hashOf(password: string): Promise<string> {
  return hash(password, PARAMETERS)
}

export async function matches(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash ?? (await nobody)
  const same = await verify(known, password)
  return same && passwordHash !== null
}
