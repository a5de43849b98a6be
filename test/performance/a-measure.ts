import type { Indicator } from '../../server/database/tables/measures'
import type { Actual } from '../../server/database/tables/performance'
import { newId } from '../../server/database/id'
import {
  type Frequency,
  parsePeriod,
  periodSlug,
  periodStarts,
  shiftPeriod,
} from '../../server/domain/period'
import { keepStandings } from '../../server/performance/standings/keep'
import type { TestDatabase } from '../support/database'

export const calendar = { yearStart: 4 }

/** The quarter that ended last on the day of the tests: the one whose figure is due. */
export const LATEST = '2026-27-q2'

type Figure = number | { numerator: number; denominator: number }

export interface MeasurePlan {
  reference: string
  /** The code of the organisation that owes the figures. */
  lead?: string
  /** Published, the last of them for the period before `latest`; null for one without a figure. */
  values?: readonly (Figure | null)[]
  /** The period after the last value. */
  latest?: string
  target?: number | { low: number; high: number } | null
  rules?: Partial<Indicator>
  provisional?: boolean
}

export interface Measure {
  reference: string
  areaId: string
  indicatorId: string
  seriesId: string
  organisationId: string
  /** Its page; of a period, the page of that figure. */
  page: string
  at(period?: string): string
}

const RULES = {
  definition: 'Something that is counted.',
  unit: '%',
  decimals: 1,
  polarity: 'higher-is-better' as const,
  frequency: 'quarter' as const,
  yearToDate: 'mean' as const,
  per: 100,
  lagDays: 60,
}

/** A measure of the test's own in Kirkdale, quarterly and judged unless its rules say otherwise. */
export function addMeasure(at: TestDatabase, plan: MeasurePlan): Promise<Measure> {
  const { reference, lead = 'KC', rules = {}, target = 80, values = [70, 70, 70, 70] } = plan
  const frequency: Frequency = rules.frequency ?? 'quarter'
  const following = parsePeriod(plan.latest ?? LATEST, calendar, frequency)!

  return at.inArea('kirkdale', async trx => {
    const area = (await trx('areas').where({ slug: 'kirkdale' }).first())!
    const organisation = (await trx('organisations')
      .where({ areaId: area.id, code: lead })
      .first())!
    const ids = { areaId: area.id, organisationId: organisation.id }
    const [indicatorId, seriesId] = [newId(), newId()]

    await trx('indicators').insert({
      areaId: area.id,
      id: indicatorId,
      reference,
      title: `Measure ${reference}`,
      leadOrganisationId: organisation.id,
      ...RULES,
      ...rules,
    })
    await trx('series').insert({ ...ids, id: seriesId, indicatorId, kind: 'headline', key: '' })

    const starts = (by: number) => periodStarts(shiftPeriod(following, by), calendar)
    if (target !== null) {
      const bounds = typeof target === 'number' ? { value: target } : target
      const places = Array.from({ length: values.length + 3 }, (_, place) => place - values.length)
      await trx('targets').insert(
        places.map(by => ({ areaId: area.id, seriesId, starts: starts(by), ...bounds })),
      )
    }
    const actuals = values.flatMap((figure, place) =>
      figure === null
        ? []
        : [{ ...published(figure, plan), ...ids, seriesId, starts: starts(place - values.length) }],
    )
    if (actuals.length > 0) await trx('actuals').insert(actuals)
    await keepStandings(trx, area, [seriesId])

    const page = `/kirkdale/indicators/${reference}`
    return {
      reference,
      ...ids,
      indicatorId,
      seriesId,
      page,
      at: (period = periodSlug(following, calendar)) => `${page}/actuals/${period}`,
    }
  })
}

function published(figure: Figure, { rules = {}, provisional = false }: MeasurePlan) {
  const per = rules.per ?? RULES.per
  const counts = typeof figure === 'number' ? { numerator: null, denominator: null } : figure
  const value = typeof figure === 'number' ? figure : (figure.numerator / figure.denominator) * per
  return {
    version: 1,
    state: 'published' as const,
    value,
    ...counts,
    certainty: provisional ? ('provisional' as const) : ('final' as const),
    publishedAt: new Date('2026-10-01T10:00:00Z'),
  }
}

/** Every version held of a measure's figures, as the database has them. */
export function actualsOf(at: TestDatabase, { areaId, seriesId }: Measure): Promise<Actual[]> {
  return at.inArea('kirkdale', trx =>
    trx('actuals').where({ areaId, seriesId }).orderBy(['starts', 'version']),
  )
}

/** What was written down about a measure's figures, in order. */
export async function auditOf(at: TestDatabase, { reference, areaId }: Measure): Promise<string[]> {
  const rows = await at.inArea('kirkdale', trx =>
    trx('auditEvents')
      .where({ areaId })
      .where('subject', 'like', `${reference} %`)
      .orderBy(['happenedAt', 'id']),
  )
  return rows.map(({ action }) => action)
}

/** What a data officer types; the red one explains itself. */
export const RED = {
  value: '61.2',
  certainty: 'final',
  reasonCode: 'staffing',
  reasonText: 'Three posts were vacant all quarter.',
  edit: '0',
}
export const GREEN = { value: '84.5', certainty: 'final', edit: '0' }
