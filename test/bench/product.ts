import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(__dirname, '../..')
export const program = join(root, 'server', 'six-friends.cjs')

/** Compiles the product if it has changed, by asking it for help. */
export function build(): void {
  execFileSync(process.execPath, [program, '--help'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The product as it is shipped: what is measured is compiled, not translated on the way. */
export function product() {
  return {
    ...(compiled('server/database/database') as typeof import('../../server/database/database')),
    ...(compiled('server/database/scope') as typeof import('../../server/database/scope')),
    ...(compiled('server/domain/spc') as typeof import('../../server/domain/spc')),
    ...(compiled(
      'server/people/areas/queries',
    ) as typeof import('../../server/people/areas/queries')),
    ...(compiled(
      'server/people/sign-in/token',
    ) as typeof import('../../server/people/sign-in/token')),
    ...(compiled(
      'server/performance/standings/keep',
    ) as typeof import('../../server/performance/standings/keep')),
    ...(compiled(
      'server/performance/actuals/due',
    ) as typeof import('../../server/performance/actuals/due')),
    ...(compiled(
      'server/performance/actuals/publication',
    ) as typeof import('../../server/performance/actuals/publication')),
  }
}

export type Product = ReturnType<typeof product>

function compiled(path: string): unknown {
  return require(join(root, 'dist', path))
}
