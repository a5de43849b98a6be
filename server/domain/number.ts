/** Below this a scaled value keeps enough binary digits for the quick way to be exact. */
const QUICK_BELOW = 2 ** 33

/**
 * Rounds to a number of decimal places (0 or more), halves away from zero: 1.005 → 1.01, −2.5 → −3.
 * Works on the decimal that was written (15 significant digits), not on its binary shadow. Never −0.
 */
export function round(value: number, decimals: number): number {
  const power = 10 ** decimals
  const scaled = Math.abs(value) * power
  const whole = Math.floor(scaled)
  const rest = scaled - whole

  if (scaled < QUICK_BELOW && Math.abs(rest - 0.5) > 1e-3) {
    const size = (rest > 0.5 ? whole + 1 : whole) / power
    return value < 0 && size !== 0 ? -size : size
  } else {
    return roundDigits(value, decimals)
  }
}

/** Drops the dust of binary arithmetic, so that 84.5 − 76.05 is 8.45 and not a hair more. Never −0. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0
}

/** How many decimal places a number is written with, once the dust is off: 8.45 → 2. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(tidy(value)).split('e')
  const point = digits.indexOf('.')
  const written = point < 0 ? 0 : digits.length - point - 1
  return Math.max(0, written - Number(exponent))
}

function roundDigits(value: number, decimals: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(14).split('e')
  const digits = mantissa.replace('.', '')
  const kept = 1 + Number(exponent) + decimals

  if (kept >= digits.length) {
    return value + 0
  } else if (kept < 0) {
    return 0
  } else {
    const up = digits.charCodeAt(kept) >= FIVE
    const size = BigInt(digits.slice(0, kept) || '0') + (up ? 1n : 0n)
    return Number(`${value < 0 ? '-' : ''}${size}e${-decimals}`) + 0
  }
}

const FIVE = '5'.charCodeAt(0)
