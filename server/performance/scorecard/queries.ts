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

/** A row as it arrives, in two texts: where both are the same as before, so is all they say. */
export interface KeptRow {
  measure: string
  card: string
}

/** Every measure in force with what it stands at: of an area, or of some of its partnerships. */
export async function findScorecard(
  db: Database,
  areaId: string,
  partnershipIds: readonly string[] | null,
): Promise<ScorecardRow[]> {
  const columns = `i.reference, i.title, i.unit, i.decimals, i.polarity, i.frequency,
    o.name as organisation, o.slug as organisation_slug,
    u.title as outcome, u.reference as outcome_reference, k.standing`
  const { rows } = await db.raw(...listed(columns, areaId, partnershipIds))
  return rows
}

/** The same for the page that is asked for most: planned once a connection, and small. */
export async function findKept(
  db: Database,
  areaId: string,
  partnershipIds: readonly string[] | null,
): Promise<KeptRow[]> {
  const columns = `json_build_array(i.reference, i.title, i.unit, i.decimals, i.polarity, i.frequency,
    o.name, o.slug, u.title, u.reference)::text as measure, k.card`
  const { rows } = await db
    .raw(...listed(columns, areaId, partnershipIds))
    .options({ name: partnershipIds === null ? 'area-scorecard' : 'partnership-scorecard' })
  return rows
}

/** Two statements rather than one with an "or", which would be planned anew each time. */
function listed(
  columns: string,
  areaId: string,
  partnershipIds: readonly string[] | null,
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

export function readRow({ measure, card }: KeptRow): CardRow {
  const [
    reference,
    title,
    unit,
    decimals,
    polarity,
    frequency,
    organisation,
    organisationSlug,
    outcome,
    outcomeReference,
  ] = JSON.parse(measure)
  return {
    reference,
    title,
    unit,
    decimals,
    polarity,
    frequency,
    organisation,
    organisationSlug,
    outcome,
    outcomeReference,
    standing: JSON.parse(card),
  }
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
