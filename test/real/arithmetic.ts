import { type SourceRow, sourceRows } from './source'

/** Worked out here from the rows of the source alone: none of this calls the product. */

export interface Quarter {
  period: string
  within: number
  came: number
  value: number
  /** To the one decimal place that is shown. */
  shown: number
}

/** 95% less a tolerance of a twentieth of it. */
export const RED_UNDER = 90.25

/** One trust's main department, oldest quarter first. */
export function trustQuarters(code: string): Quarter[] {
  return sourceRows('nhs_ae_4hr/quarterly.csv')
    .filter(({ org_code: org, type }) => org === code && type === '1')
    .sort((a, b) => (a.period_start! < b.period_start! ? -1 : 1))
    .map(quarterOf)
}

/** A figure as it is written: halves away from nothing, past the dust of binary fractions. */
export function rounded(value: number, decimals = 1): number {
  return Math.sign(value) * Number((Math.abs(value) + 1e-9).toFixed(decimals))
}

export function percentText(value: number): string {
  return `${rounded(value).toFixed(1)}%`
}

export function countText(count: number): string {
  return String(count).replace(/(?<=\d)(?=(\d{3})+$)/g, ',')
}

/** Whole patients by which 95% is missed. */
export function patientsShort({ within, came }: Quarter): number {
  return Math.ceil((95 * came) / 100 - 1e-9) - within
}

/** Quarters at the end of the line below 95.0%, and below 90.25%. */
export function runsOf(quarters: readonly Quarter[]) {
  const backwards = [...quarters].reverse()
  const count = (isIn: (quarter: Quarter) => boolean) => {
    const end = backwards.findIndex(quarter => !isIn(quarter))
    return end < 0 ? backwards.length : end
  }
  return {
    missed: count(({ shown }) => shown < 95),
    red: count(({ shown }) => shown < RED_UNDER),
    lastEight: backwards.slice(0, 8).filter(({ shown }) => shown < 95).length,
  }
}

/** Limits as method.md 1 has them: one pass of screening, then 2.66 times the mean range. */
export function limitsOf(values: readonly number[]) {
  const ranges = values.slice(1).map((value, at) => Math.abs(value - values[at]!))
  const all = mean(ranges)
  const range = mean(ranges.filter(each => each < 3.267 * all))
  const middle = mean(values)
  return { mean: middle, lower: middle - 2.66 * range, upper: middle + 2.66 * range, range }
}

/** The last figure is more than ordinary variation, for the worse: by any of the four rules. */
export function isWorsening(values: readonly number[]): boolean {
  const { mean: middle, lower, range } = limitsOf(values)
  const near = middle - (2 / 3) * 2.66 * range
  const last = values.at(-1)!
  const [three, seven] = [values.slice(-3), values.slice(-7)]
  const isNear = (value: number) => value < near && value >= lower
  return (
    last < lower ||
    seven.every(value => value < middle) ||
    values.slice(-7).every((value, at) => at === 0 || value < seven[at - 1]!) ||
    (three.every(value => value < middle) && isNear(last) && three.filter(isNear).length > 1)
  )
}

/** The range that chance alone leaves round a share of so many cases, in per cent (Wilson, 95%). */
export function chanceRange({ within, came }: Quarter): [number, number] {
  const z = 1.959963984540054
  const spread = z * Math.sqrt(z * z + 4 * within * (1 - within / came))
  const edge = (sign: number) => (100 * (2 * within + z * z + sign * spread)) / (2 * (came + z * z))
  return [edge(-1), edge(1)]
}

const mean = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length

function quarterOf(row: SourceRow): Quarter {
  const within = Number(row.within_4h)
  const came = Number(row.attendances)
  const value = (100 * within) / came
  return { period: row.period!, within, came, value, shown: rounded(value) }
}
