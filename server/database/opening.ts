import type { Knex } from 'knex'

type Make = (work: unknown, config: { opening?: string } | undefined) => Transaction

interface Transaction {
  begin(connection: object): Promise<unknown>
  trxClient: { query(connection: object, sql: string): Promise<unknown> }
}

/**
 * Lets a transaction be given an `opening`: a statement that travels with its BEGIN, so that every
 * request waits for the database once less. Only for a transaction that is inside no other.
 */
export function withOpenings(db: Knex): Knex {
  const make: Make = db.client.transaction
  db.client.transaction = function (...given: Parameters<Make>) {
    const transaction = make.apply(this, given)
    const opening = given[1]?.opening
    if (opening) transaction.begin = connection => begin(transaction, connection, opening)
    return transaction
  }
  return db
}

async function begin({ trxClient }: Transaction, connection: object, opening: string) {
  try {
    await trxClient.query(connection, `begin; ${opening}`)
  } catch (error) {
    await trxClient.query(connection, 'rollback')
    throw error
  }
}
