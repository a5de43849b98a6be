/** The weight of the newest figure is looked for between these, as R's `ets` does. */
const LEAST = 0.0001
const MOST = 0.9999
const GRID = 100
const GOLDEN_SECTION = (Math.sqrt(5) - 1) / 2

/** As few figures as leave one degree of freedom. */
const FIGURES_NEEDED = 3

export interface Smoothing {
  /** The level after the last figure: the forecast. */
  level: number
  /** Sum of squared one-step errors. */
  squares: number
  /** Figures that are not missing. */
  count: number
}

/**
 * Simple exponential smoothing with a given weight α for the newest figure. Each error is a straight
 * line in the starting level, so the best starting level has a closed form. A missing figure leaves
 * the level as it is.
 */
export function smooth(values: readonly (number | null)[], alpha: number): Smoothing {
  let fixed = 0
  let share = 1
  let products = 0
  let shares = 0
  let totals = 0
  let count = 0
  for (const value of values) {
    if (value === null) continue
    const error = value - fixed
    products += error * share
    shares += share * share
    totals += error * error
    count++
    fixed += alpha * error
    share *= 1 - alpha
  }
  const start = shares === 0 ? 0 : products / shares
  return { level: fixed + share * start, squares: Math.max(0, totals - start * products), count }
}

/** The weight with the smallest squared error; null under 3 figures. */
export function bestSmoothing(values: readonly (number | null)[]): number | null {
  const figures = values.filter(value => value !== null)
  if (figures.length < FIGURES_NEEDED) return null

  // Around their average the squares lose fewer digits.
  const middle = figures.reduce((sum, value) => sum + value, 0) / figures.length
  const centred = figures.map(value => value - middle)
  const squaresAt = (alpha: number) => smooth(centred, alpha).squares

  const width = (MOST - LEAST) / GRID
  let best = LEAST
  for (let step = 1; step <= GRID; step++) {
    const alpha = LEAST + step * width
    if (squaresAt(alpha) < squaresAt(best)) best = alpha
  }
  return narrowed(Math.max(LEAST, best - width), Math.min(MOST, best + width), squaresAt)
}

function narrowed(from: number, to: number, squaresAt: (alpha: number) => number): number {
  while (to - from > 1e-9) {
    const reach = (to - from) * GOLDEN_SECTION
    if (squaresAt(to - reach) <= squaresAt(from + reach)) {
      to = from + reach
    } else {
      from = to - reach
    }
  }
  return (from + to) / 2
}
