import type { ChartLine, LinePoint } from '../../server/charts/series'
import type { XmrGroup } from '../../server/domain/spc'
import type { Target } from '../../server/domain/target'

export const QUARTER: LinePoint = {
  label: 'Q1 24/25',
  long: '2024/25 Q1',
  value: null,
  target: null,
  lower: null,
  upper: null,
  provisional: false,
  status: null,
  revisedFrom: null,
  flag: null,
  meaning: null,
  mark: null,
}

/** Quarters from 2024/25 Q1 on, one for each value. */
export function quarters(
  values: readonly (number | null)[],
  target: Target | null = null,
  others: Record<number, Partial<LinePoint>> = {},
): LinePoint[] {
  return values.map((value, index) => {
    const year = 24 + Math.floor(index / 4)
    const quarter = (index % 4) + 1
    return {
      ...QUARTER,
      label: `Q${quarter} ${year}/${year + 1}`,
      long: `20${year}/${year + 1} Q${quarter}`,
      value,
      target,
      ...others[index],
    }
  })
}

export function lineOf(points: readonly LinePoint[], others: Partial<ChartLine> = {}): ChartLine {
  return {
    title: 'Seen within 4 hours',
    unit: '%',
    decimals: 1,
    polarity: 'higher-is-better',
    points,
    limits: null,
    forecast: [],
    view: 'actuals',
    ...others,
  }
}

export function groupOf(from: number, to: number, others: Partial<XmrGroup> = {}): XmrGroup {
  return { from, to, points: to - from + 1, mean: 71, lower: 64.6, upper: 78.5, ...others }
}

export const target = (value: number): Target => ({ value, low: null, high: null })
