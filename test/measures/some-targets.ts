import { addMeasure, type Measure, type MeasurePlan } from '../performance/a-measure'
import type { Browser, Fields } from '../support/browser'
import type { TestDatabase } from '../support/database'
import { filled } from './filled'

/** A running total: its target climbs through the year. */
export const RUNNING = {
  shape: 'cumulative',
  yearToDate: 'sum',
  unit: 'homes',
  decimals: 0,
} as const

/** Measures of the test's own, each under the next reference. */
export function measuresFor(at: TestDatabase) {
  let made = 0
  return (plan: Partial<MeasurePlan> = {}): Promise<Measure> => {
    made += 1
    return addMeasure(at, { reference: `aim-${made}`, ...plan })
  }
}

/** The form of a year or a period as it opens, with some of it changed. */
export async function typed(mo: Browser, measure: Measure, query: string, changes: Fields) {
  const page = await mo.open(`${measure.page}/targets?${query}`)
  return { ...filled(page, 'form.form'), step: 'save', reason: 'Agreed at the board', ...changes }
}

export async function set(mo: Browser, measure: Measure, query: string, changes: Fields) {
  return mo.send(`${measure.page}/targets`, await typed(mo, measure, query, changes))
}

export function targetsHeld(at: TestDatabase, { seriesId, reference }: Measure) {
  return at.inArea('kirkdale', async trx => {
    const targets = await trx('targets').where({ seriesId }).orderBy('starts')
    const kept = await trx('standings').where({ seriesId }).first()
    return {
      year: targets.filter(({ starts }) => starts >= '2026-04-01' && starts < '2027-04-01'),
      annual: await trx('annualTargets').where({ seriesId }).orderBy('year'),
      changes: await trx('targetChanges').where({ seriesId }).orderBy('changedAt'),
      audits: await trx('auditEvents').where('subject', 'like', `${reference} %`),
      standing: kept!.standing as { status: string },
    }
  })
}
