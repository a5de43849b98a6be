import type { Database } from '../database/database'
import type { Area } from '../database/tables/people'
import type { FigureState } from '../domain/figure'
import type { Catalogue } from './catalogue'
import { type HeldFigure, type Holdings, holdingKey } from './differences'

const IN_HAND: readonly FigureState[] = ['draft', 'submitted', 'returned', 'approved']

export function findAreaByName(db: Database, name: string, slug: string) {
  return db('areas').where({ slug }).orWhereRaw('lower(name) = lower(?)', [name]).first()
}

/** Imports into one area take turns, so that what is compared is still so when it is written. */
export async function lockArea(trx: Database, areaId: string): Promise<void> {
  await trx('areas').where({ id: areaId }).forUpdate().select('id')
}

export async function insertArea(trx: Database, area: Omit<Area, 'createdAt'>): Promise<Area> {
  const [inserted] = await trx('areas').insert(area).returning('*')
  return inserted!
}

export async function findCatalogue(trx: Database, area: Area): Promise<Catalogue> {
  const areaId = area.id
  return {
    areaName: area.name,
    calendar: { yearStart: area.yearStart },
    organisations: await trx('organisations')
      .where({ areaId })
      .select('id', 'code', 'slug', 'name'),
    indicators: await trx('indicators')
      .where({ areaId })
      .select(
        'id',
        'reference',
        'frequency',
        'unit',
        'decimals',
        'polarity',
        'toleranceKind',
        'toleranceSize',
        'per',
        'neverZero',
        'leadOrganisationId',
      ),
    series: await trx('series')
      .where({ areaId })
      .whereIn('kind', ['headline', 'partner'])
      .select('id', 'indicatorId', 'kind', 'organisationId'),
  }
}

export async function findHoldings(
  trx: Database,
  areaId: string,
  seriesIds: string[],
): Promise<Holdings> {
  const figures: HeldFigure[] = await trx('actuals')
    .where({ areaId })
    .whereRaw('series_id = any(?::uuid[])', [seriesIds])
    .orderBy(['seriesId', 'starts', 'version'])
    .select(
      'seriesId',
      'starts',
      'version',
      'state',
      'availability',
      'value',
      'numerator',
      'denominator',
      'certainty',
      'reasonCode',
      'reasonText',
    )
  const targets = await trx('targets')
    .where({ areaId })
    .whereRaw('series_id = any(?::uuid[])', [seriesIds])
    .select('seriesId', 'starts', 'value', 'low', 'high')
  const forecasts = await trx('forecasts')
    .where({ areaId, horizon: 'period' })
    .whereRaw('series_id = any(?::uuid[]) and frozen_at is not null', [seriesIds])
    .orderBy(['madeIn', 'madeAt', 'id'])
    .select('seriesId', 'starts', 'value')

  const among = (rows: readonly HeldFigure[]) => new Map(rows.map(row => [keyOf(row), row]))
  return {
    published: among(figures.filter(({ state }) => state === 'published')),
    inHand: among(figures.filter(({ state }) => IN_HAND.includes(state))),
    versions: new Map(figures.map(row => [keyOf(row), row.version])),
    targets: new Map(
      targets.map(row => [keyOf(row), { value: row.value, low: row.low, high: row.high }]),
    ),
    forecasts: new Map(forecasts.map(row => [keyOf(row), row.value])),
  }
}

function keyOf({ seriesId, starts }: { seriesId: string; starts: string }): string {
  return holdingKey(seriesId, starts)
}
