import type { Database } from '../../database/database'
import type { Indicator } from '../../database/tables/measures'
import type { Names } from './fields'
import type { Contribution, Snapshot } from './snapshot'

export type DefinitionRecord = Indicator & {
  contributors: Contribution[]
  breaks: { starts: string; note: string }[]
}

/** One measure with all that its definition says. */
export async function findDefinition(
  db: Database,
  areaId: string,
  reference: string,
): Promise<DefinitionRecord | undefined> {
  const { rows } = await db.raw(
    `select i.*,
       coalesce((select json_agg(json_build_object('organisationId', c.organisation_id,
           'share', c.share) order by c.share desc nulls last, c.organisation_id)
         from indicator_contributors c
         where c.area_id = i.area_id and c.indicator_id = i.id), '[]') as contributors,
       coalesce((select json_agg(json_build_object('starts', b.starts, 'note', b.note)
           order by b.starts desc)
         from breaks b where b.area_id = i.area_id and b.indicator_id = i.id), '[]') as breaks
     from indicators i where i.area_id = ? and i.reference = ?`,
    [areaId, reference],
  )
  return rows[0]
}

/** What every id in the area's definitions is called. */
export async function findNames(db: Database, areaId: string): Promise<Names> {
  const { rows } = await db.raw(
    `select 'organisations' as kind, id, name from organisations where area_id = ?
     union all select 'partnerships', id, name from partnerships where area_id = ?
     union all select 'outcomes', id, title from outcomes where area_id = ?`,
    [areaId, areaId, areaId],
  )
  const called = (kind: string) =>
    new Map<string, string>(
      rows.flatMap((row: { kind: string; id: string; name: string }) =>
        row.kind === kind ? [[row.id, row.name]] : [],
      ),
    )
  return {
    organisations: called('organisations'),
    partnerships: called('partnerships'),
    outcomes: called('outcomes'),
  }
}

/** Two people at the same definition take turns. */
export async function lockIndicator(
  trx: Database,
  areaId: string,
  id: string,
): Promise<Indicator | undefined> {
  return trx('indicators').where({ areaId, id }).forUpdate().first()
}

export async function insertIndicator(trx: Database, indicator: Indicator): Promise<void> {
  await trx('indicators').insert(indicator)
}

export async function saveIndicator(
  trx: Database,
  { areaId, id, ...changes }: Indicator,
): Promise<void> {
  await trx('indicators').where({ areaId, id }).update(changes)
}

interface Version {
  areaId: string
  indicatorId: string
  version: number
  definition: Snapshot
  reason: string
  changedBy: string | null
}

/** A version is written once; one that is there already stays as it is. */
export async function keepVersion(trx: Database, { definition, ...version }: Version) {
  await trx('indicatorVersions')
    .insert({ ...version, definition: JSON.stringify(definition) as never })
    .onConflict(['areaId', 'indicatorId', 'version'])
    .ignore()
}

export async function replaceContributors(
  trx: Database,
  { areaId, id }: Indicator,
  contributors: readonly Contribution[],
): Promise<void> {
  await trx('indicatorContributors').where({ areaId, indicatorId: id }).delete()
  const rows = contributors.map(each => ({ areaId, indicatorId: id, ...each }))
  if (rows.length > 0) await trx('indicatorContributors').insert(rows)
}

export async function findContributions(
  db: Database,
  { areaId, id }: Indicator,
): Promise<Contribution[]> {
  return db('indicatorContributors')
    .where({ areaId, indicatorId: id })
    .select('organisationId', 'share')
}

/** From here on figures are not to be compared with those before. */
export async function saveBreak(
  trx: Database,
  { areaId, id }: Indicator,
  starts: string,
  note: string,
): Promise<void> {
  await trx('breaks')
    .insert({ areaId, indicatorId: id, starts, note })
    .onConflict(['areaId', 'indicatorId', 'starts'])
    .merge(['note'])
}

export async function isReferenceTaken(
  db: Database,
  areaId: string,
  reference: string,
): Promise<boolean> {
  return (await db('indicators').where({ areaId, reference }).first('id')) !== undefined
}
