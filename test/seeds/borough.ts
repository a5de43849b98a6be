import type { Database } from '../../server/database/database'
import { inScope } from '../../server/database/scope'
import { demonstrationDatabase } from '../support/database'

export interface SeededBorough {
  readonly db: Database
  /** Every row a question gives in an area, whoever's it is. */
  ask<Row>(sql: string, bindings?: unknown[], area?: string): Promise<Row[]>
  /** The one number a question gives. */
  count(sql: string, bindings?: unknown[], area?: string): Promise<number>
}

export function seededBorough(): SeededBorough {
  const demonstration = demonstrationDatabase()

  const ask = async <Row>(sql: string, bindings: unknown[] = [], area = 'kirkdale') => {
    const { db } = demonstration
    const found = await db('areas').where({ slug: area }).first()
    return inScope(db, { areaId: found!.id, sight: 'all' }, async trx => {
      const { rows } = await trx.raw(sql, bindings as never[])
      return rows as Row[]
    })
  }

  return {
    get db() {
      return demonstration.db
    },
    ask,
    count: async (sql, bindings, area) => {
      const [row] = await ask<Record<string, number>>(sql, bindings, area)
      return Number(Object.values(row ?? {})[0])
    },
  }
}
