import { type Scale, scaleFromZero, scaleOf } from './scale'

/** A horizontal axis between two pixels. */
export interface Across {
  readonly scale: Scale
  readonly left: number
  readonly right: number
  x(value: number): number
}

/** For bars: begins at zero, so that a bar twice as long is twice as much. */
export function across(values: Iterable<number | null>, left: number, right: number): Across {
  return axis(scaleFromZero(values), left, right)
}

/** For points: begins where the numbers are. */
export function acrossNumbers(
  values: Iterable<number | null>,
  left: number,
  right: number,
): Across {
  return axis(scaleOf(values), left, right)
}

function axis(scale: Scale, left: number, right: number): Across {
  const perUnit = (right - left) / (scale.high - scale.low)
  return { scale, left, right, x: value => left + (value - scale.low) * perUnit }
}
