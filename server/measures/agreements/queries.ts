import type { Database } from '../../database/database'
import type { Agreement, Outcome } from '../../database/tables/measures'

export type ListedAgreement = Agreement & { outcomes: number; measures: number }

export async function listAgreements(db: Database, areaId: string): Promise<ListedAgreement[]> {
  const { rows } = await db.raw(
    `select a.*, count(distinct u.id)::int as outcomes, count(distinct i.id)::int as measures
     from agreements a
       left join outcomes u on u.area_id = a.area_id and u.agreement_id = a.id
       left join indicators i on i.area_id = u.area_id and i.outcome_id = u.id
         and i.retired_on is null
     where a.area_id = ?
     group by a.area_id, a.id
     order by a.ends_on desc, lower(a.title)`,
    [areaId],
  )
  return rows
}

export function findAgreement(
  db: Database,
  areaId: string,
  slug: string,
): Promise<Agreement | undefined> {
  return db('agreements').where({ areaId, slug }).first()
}

export function findOutcomes(db: Database, { areaId, id }: Agreement): Promise<Outcome[]> {
  return db('outcomes').where({ areaId, agreementId: id }).orderBy(['position', 'reference'])
}

export function findClauses(db: Database, { areaId, id }: Agreement) {
  return db('agreementClauses').where({ areaId, agreementId: id }).orderBy('reference')
}

export type OutcomeChoice = Pick<Outcome, 'id' | 'reference' | 'title'> & { agreement: string }

/** Every outcome a measure can stand under, the latest agreement's first. */
export async function listOutcomes(db: Database, areaId: string): Promise<OutcomeChoice[]> {
  const { rows } = await db.raw(
    `select u.id, u.reference, u.title, a.title as agreement
     from outcomes u join agreements a on a.area_id = u.area_id and a.id = u.agreement_id
     where u.area_id = ? order by a.ends_on desc, u.reference`,
    [areaId],
  )
  return rows
}

export async function isSlugTaken(db: Database, areaId: string, slug: string): Promise<boolean> {
  return (await db('agreements').where({ areaId, slug }).first('id')) !== undefined
}

export async function isOutcomeTaken(
  db: Database,
  areaId: string,
  reference: string,
): Promise<boolean> {
  return (await db('outcomes').where({ areaId, reference }).first('id')) !== undefined
}

export async function insertAgreement(trx: Database, agreement: Agreement): Promise<void> {
  await trx('agreements').insert(agreement)
}

export async function insertOutcome(trx: Database, outcome: Outcome): Promise<void> {
  await trx('outcomes').insert(outcome)
}
