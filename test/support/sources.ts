import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Changes whenever anything does that could end up in a database: a template of before is then worthless. */
export function stampOfSources(): string {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  for (const folder of ['db', 'seeds', 'server']) {
    for (const path of filesIn(folder)) hash.update(path).update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(ts|mjs)$/.test(path))
    .sort()
    .map(path => join(folder, path))
}
