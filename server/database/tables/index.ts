import type { z } from 'zod'
import * as context from './context'
import * as measures from './measures'
import * as partnerships from './partnerships'
import * as people from './people'
import * as performance from './performance'
import * as scrutiny from './scrutiny'

/** Every table, as its rows arrive in TypeScript. A test holds these to the migrations. */
export const tables = {
  ...people,
  ...partnerships,
  ...measures,
  ...context,
  ...performance,
  ...scrutiny,
}

type Rows = { [Name in keyof typeof tables]: z.infer<(typeof tables)[Name]> }

declare module 'knex/types/tables.js' {
  interface Tables extends Rows {}
}
