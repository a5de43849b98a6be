import type { Database } from '../../database/database'
import type { Card } from '../../domain/card'
import type { Frequency } from '../../domain/period'
import type { Polarity } from '../../domain/polarity'
import type { Standing } from '../../domain/standing'

interface Listed {
  reference: string
  title: string
  unit: string
  decimals: number
  polarity: Polarity
  frequency: Frequency
  organisation: string
  organisationSlug: string
  outcome: string | null
  outcomeReference: string | null
}

export interface ScorecardRow extends Listed {
  standing: Standing
}

/** The same with no more of the standing than a line shows. */
export interface CardRow extends Listed {
  standing: Card
}

const COLUMNS = `i.reference, i.title, i.unit, i.decimals, i.polarity, i.frequency,
  o.name as organisation, o.slug as organisation_slug,
  u.title as outcome, u.reference as outcome_reference`

type Bodies = readonly string[] | null

/** Every measure in force with what it stands at: of an area, or of some of its partnerships. */
export async function findScorecard(
  db: Database,
  areaId: string,
  partnershipIds: Bodies,
): Promise<ScorecardRow[]> {
  const { rows } = await db.raw(...listed(`${COLUMNS}, k.standing`, areaId, partnershipIds))
  return rows
}

type Stamped = Listed & { card: string; stamp: string }

export interface Found {
  stamp: string
  cards: CardRow[]
}

/** The same with cards, small enough to read a hundred at a time, and the stamp of the list. */
export async function findCards(
  db: Database,
  areaId: string,
  partnershipIds: Bodies,
): Promise<Found> {
  const columns = `${COLUMNS}, k.card, (${STAMP}) as stamp`
  const [sql, bindings] = listed(columns, areaId, partnershipIds)
  const { rows } = await db.raw(sql, [...stampBindings(areaId), ...bindings])
  return {
    stamp: rows[0]?.stamp ?? '',
    cards: rows.map(({ stamp: _stamp, card, ...row }: Stamped) => ({
      ...row,
      standing: JSON.parse(card),
    })),
  }
}

/**
 * Another text whenever anything in an area's list is. PostgreSQL marks each row with the
 * transaction that wrote it (xmin), so no change can be missed, whoever makes it.
 */
export async function findStamp(db: Database, areaId: string): Promise<string> {
  const { rows } = await db
    .raw(`${STAMP} as stamp`, stampBindings(areaId))
    .options({ name: 'scorecard-stamp' })
  return rows[0].stamp
}

const STAMP = `select md5(concat_ws(';',
  (select string_agg(xmin::text, ',') from standings where area_id = ? and headline),
  (select string_agg(xmin::text, ',') from indicators where area_id = ?),
  (select string_agg(xmin::text, ',') from organisations where area_id = ?),
  (select string_agg(xmin::text, ',') from outcomes where area_id = ?)))`

function stampBindings(areaId: string): string[] {
  return [areaId, areaId, areaId, areaId]
}

function listed(
  columns: string,
  areaId: string,
  partnershipIds: Bodies,
): [string, readonly never[]] {
  const narrowed = partnershipIds === null ? '' : 'and i.partnership_id = any(?::uuid[])'
  const sql = `select ${columns}
     from standings k
       join indicators i on i.area_id = k.area_id and i.id = k.indicator_id
       join organisations o on o.area_id = i.area_id and o.id = i.lead_organisation_id
       left join outcomes u on u.area_id = i.area_id and u.id = i.outcome_id
     where k.area_id = ? and k.headline and i.retired_on is null ${narrowed}`
  return [sql, [areaId, ...(partnershipIds === null ? [] : [partnershipIds])] as never[]]
}

interface Body {
  id: string
  name: string
  slug: string
}

/** A partnership and everything below it in the tree, itself first. */
export async function findPartnershipTree(
  db: Database,
  areaId: string,
  slug: string,
): Promise<Body[]> {
  const { rows } = await db.raw(
    `with recursive tree as (
       select id, name, slug, 0 as depth from partnerships where area_id = ? and slug = ?
       union all
       select p.id, p.name, p.slug, tree.depth + 1
       from partnerships p join tree on p.parent_id = tree.id where p.area_id = ?
     ) select id, name, slug from tree order by depth`,
    [areaId, slug, areaId],
  )
  return rows
}
