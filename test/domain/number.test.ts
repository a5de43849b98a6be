import fc from 'fast-check'
import { decimalsOf, round, tidy } from '../../server/domain/number'

test.each([
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [8.45, 1, 8.5],
  [84.5 - 76.05, 1, 8.5],
  [0.1 + 0.2, 2, 0.3],
  [0.145 * 100, 0, 15],
  [71.125, 2, 71.13],
  [0.05, 0, 0],
  [0.5, 0, 1],
  [1234567890.125, 2, 1234567890.13],
  [98765432109.45, 1, 98765432109.5],
])('%d to %d decimal places is %d', (value, decimals, expected) => {
  expect(round(value, decimals)).toBe(expected)
})

test('nothing rounds to minus nothing', () => {
  expect(round(-0.001, 2)).toBe(0)
  expect(round(-0.4, 0)).toBe(0)
  expect(round(-0, 0)).toBe(0)
  expect(round(-0.05e-9, 2)).toBe(0)
})

test('rounding agrees with decimal arithmetic on every decimal of up to 15 digits', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 6 }),
      (units, places, decimals) => {
        expect(round(Number(`${units}e-${places}`), decimals)).toBe(
          decimalRound(units, places, decimals),
        )
      },
    ),
    { numRuns: 20_000 },
  )
})

test('every exact half rounds away from zero', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.integer({ min: 0, max: 4 }),
      (whole, decimals) => {
        const half = Number(`${whole}5e-${decimals + 1}`)
        const away = Math.abs(whole) + 1
        expect(round(half, decimals)).toBe(Number(`${Math.sign(half) * away}e-${decimals}`))
      },
    ),
  )
})

test('tidying takes the dust of binary arithmetic off', () => {
  expect(84.5 - 76.05).not.toBe(8.45)
  expect(tidy(84.5 - 76.05)).toBe(8.45)
  expect(Object.is(tidy(-0), 0)).toBe(true)
})

test.each([
  [8.45, 2],
  [80, 0],
  [1.2e-7, 8],
  [84.5 - 76.05, 2],
  [1e21, 0],
])('%d is written with %d decimal places', (value, expected) => {
  expect(decimalsOf(value)).toBe(expected)
})

/** Halves away from zero, in whole numbers only. */
function decimalRound(units: bigint, places: number, decimals: number): number {
  if (decimals >= places) return Number(`${units}e-${places}`)

  const unit = 10n ** BigInt(places - decimals)
  const size = units < 0n ? -units : units
  const rounded = (size + unit / 2n) / unit
  return rounded === 0n ? 0 : Number(`${units < 0n ? '-' : ''}${rounded}e-${decimals}`)
}
