/** So many of the latest figures make the present slope. */
const FIGURES_IN_SLOPE = 8

/** Fewer say nothing of a slope. */
const FIGURES_NEEDED = 4

export interface Slope {
  /** Change from one period to the next, in the measure's unit. */
  readonly perPeriod: number
  /** Where the line through the figures stands at the latest of them. */
  readonly level: number
}

/**
 * The straight line of least squares through the last 8 figures, oldest first, null where missing
 * (a gap keeps its place in time). Null under 4 figures.
 */
export function presentSlope(values: readonly (number | null)[]): Slope | null {
  const recent = values.slice(-FIGURES_IN_SLOPE)
  const points = recent.flatMap((value, time) => (value === null ? [] : [{ time, value }]))
  if (points.length < FIGURES_NEEDED) return null

  const meanTime = sum(points.map(({ time }) => time)) / points.length
  const meanValue = sum(points.map(({ value }) => value)) / points.length
  const spread = sum(points.map(({ time }) => (time - meanTime) ** 2))
  const products = points.map(({ time, value }) => (time - meanTime) * (value - meanValue))
  const perPeriod = sum(products) / spread
  return { perPeriod, level: meanValue + perPeriod * (recent.length - 1 - meanTime) }
}

/**
 * How many whole periods until the line reaches a value at the present slope: 0 where it is there
 * already, null where it never will be. `isRising` says from which side it comes.
 */
export function periodsUntil(
  value: number,
  { perPeriod, level }: Slope,
  isRising: boolean,
): number | null {
  const away = isRising ? value - level : level - value
  const pace = isRising ? perPeriod : -perPeriod
  if (away <= 0) return 0
  return pace > 0 ? Math.ceil(away / pace) : null
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
