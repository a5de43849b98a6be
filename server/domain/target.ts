/** The figure wanted: one value, or for range-is-better the two ends of the range (in the measure's unit). */
export interface Target {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

export function targetOf(value: number): Target {
  return { value, low: null, high: null }
}

export function rangeOf(low: number, high: number): Target {
  return { value: null, low, high }
}
