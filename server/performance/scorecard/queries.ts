import type { Database } from '../../database/database'
import type { Frequency } from '../../domain/period'
import type { Polarity } from '../../domain/polarity'
import type { Standing } from '../../domain/standing'

export interface ScorecardRow {
  reference: string
  title: string
  unit: string
  decimals: number
  polarity: Polarity
  frequency: Frequency
  lagDays: number
  organisation: string
  organisationSlug: string
  outcome: string | null
  outcomeReference: string | null
  standing: Standing
}

/** Every measure in force with what it stands at: of an area, or of some of its partnerships. */
export async function findScorecard(
  db: Database,
  areaId: string,
  partnershipIds: readonly string[] | null,
): Promise<ScorecardRow[]> {
  const { rows } = await db.raw(
    `select i.reference, i.title, i.unit, i.decimals, i.polarity, i.frequency, i.lag_days,
       o.name as organisation, o.slug as organisation_slug,
       u.title as outcome, u.reference as outcome_reference, k.standing
     from standings k
       join indicators i on i.area_id = k.area_id and i.id = k.indicator_id
       join organisations o on o.area_id = i.area_id and o.id = i.lead_organisation_id
       left join outcomes u on u.area_id = i.area_id and u.id = i.outcome_id
     where k.area_id = ? and k.headline and i.retired_on is null
       and (?::uuid[] is null or i.partnership_id = any(?::uuid[]))`,
    [areaId, partnershipIds as never, partnershipIds as never],
  )
  return rows
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
