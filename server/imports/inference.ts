import { figureValue } from '../domain/figure'
import { type Calendar, type Frequency, FREQUENCIES } from '../domain/period'
import { readPeriodLabel } from '../domain/period-label'
import type { CanonicalRow } from './canonical'
import type { NumberCell } from './cells'
import type { Definition } from './definitions'

export interface Inferred {
  readonly unit: string
  readonly per: number
  readonly decimals: number
  readonly hasCounts: boolean
}

const POWERS = [100, 1, 1000, 10_000, 100_000, 1_000_000]

/** What a new measure's figures say of its unit, where no definition says it. */
export function inferUnit(rows: readonly CanonicalRow[], definition: Definition): Inferred {
  const counted = rows.filter(hasCounts)
  const isShare =
    definition.unit === undefined &&
    (rows.some(({ value }) => value.kind === 'number' && value.unit === '%') ||
      (counted.length > 0 && definition.per === undefined && bestPower(counted) === 100))
  const unit = definition.unit ?? (isShare ? '%' : poundsOf(rows))
  const per = definition.per ?? perOf(unit) ?? (counted.length > 0 ? bestPower(counted) : 1)

  return {
    unit,
    per,
    decimals: definition.decimals ?? decimalsOf(rows, counted.length > 0),
    hasCounts: counted.length > 0,
  }
}

/**
 * The one length of period that the labels of a new measure agree on. '2009-10' by itself is a year,
 * but beside '2009-09' it can only be a month.
 */
export function inferFrequency(
  rows: readonly CanonicalRow[],
  calendar: Calendar,
): { frequency: Frequency } | { refused: string | null } {
  const found = new Set<Frequency>()
  const labels = new Set<string>()
  for (const label of new Set(rows.map(({ period }) => period))) {
    const reading = readPeriodLabel(label, calendar)
    if (!('period' in reading)) continue
    found.add(reading.period.frequency)
    labels.add(label)
  }

  const fitting = FREQUENCIES.filter(
    each =>
      found.has(each) &&
      (found.size === 1 || [...labels].every(label => fits(label, calendar, each))),
  )
  if (found.size === 0) {
    return { refused: null }
  } else if (fitting[0] === undefined) {
    const refused =
      'The periods of this measure are of several lengths. Say its frequency in a definitions file.'
    return { refused }
  } else {
    return { frequency: fitting[0] }
  }
}

function fits(label: string, calendar: Calendar, frequency: Frequency): boolean {
  return 'period' in readPeriodLabel(label, calendar, frequency)
}

type Counted = CanonicalRow & { numerator: NumberCell; denominator: NumberCell }

function hasCounts(row: CanonicalRow): row is Counted {
  return row.numerator.kind === 'number' && row.denominator.kind === 'number'
}

/** What turns most of the counts into the values beside them; without values, a share of 100. */
function bestPower(rows: readonly Counted[]): number {
  const valued = rows.filter(({ value }) => value.kind === 'number')
  if (valued.length === 0) {
    return rows.every(row => row.numerator.number <= row.denominator.number) ? 100 : 1
  }

  const agreeing = (per: number) => valued.filter(row => agreesAt(row, per)).length
  return POWERS.reduce((best, next) => (agreeing(next) > agreeing(best) ? next : best))
}

function agreesAt({ value, numerator, denominator }: Counted, per: number): boolean {
  const computed = figureValue(
    { value: null, numerator: numerator.number, denominator: denominator.number },
    per,
  )
  if (value.kind !== 'number' || computed === null) return false
  return Math.abs(value.number - computed) <= 0.5 * 10 ** -value.decimals * (1 + 1e-9)
}

function poundsOf(rows: readonly CanonicalRow[]): string {
  return rows.some(({ value }) => value.kind === 'number' && value.unit === '£') ? '£' : ''
}

/** '%' is per 100, 'per 1,000 homes' per 1,000. */
function perOf(unit: string): number | undefined {
  if (unit === '%') return 100
  const [, amount] = /\bper (\d[\d,]*)/.exec(unit) ?? []
  return amount === undefined ? undefined : Number(amount.replaceAll(',', ''))
}

/** As many as the file writes, but no more than two; one for what is computed from counts. */
function decimalsOf(rows: readonly CanonicalRow[], counted: boolean): number {
  if (counted) return 1
  let most = 0
  for (const { value, target } of rows) {
    if (value.kind === 'number') most = Math.max(most, value.decimals)
    if (target.kind === 'target') most = Math.max(most, target.decimals)
  }
  return Math.min(2, most)
}
