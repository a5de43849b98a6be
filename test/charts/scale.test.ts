import fc from 'fast-check'
import { scaleFromZero, scaleOf, tickDecimals } from '../../server/charts/scale'

const figures = fc.array(
  fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.integer({ min: -100, max: 100 }),
    fc.constant(null),
  ),
)

describe('the vertical range of a picture', () => {
  test('has round ticks around the numbers', () => {
    expect(scaleOf([69, 74, 80])).toEqual({
      low: 65,
      high: 85,
      step: 5,
      ticks: [65, 70, 75, 80, 85],
    })
    expect(scaleOf([0.31, 0.38]).ticks).toEqual([0.3, 0.35, 0.4])
  })

  test('is not cut at 100 or 0, for process limits lie where they lie', () => {
    expect(scaleOf([95, 104]).high).toBeGreaterThanOrEqual(104)
    expect(scaleOf([-3, 5]).low).toBeLessThanOrEqual(-3)
  })

  test('shows zero where the numbers come near it, and not otherwise', () => {
    expect(scaleOf([2, 40]).low).toBe(0)
    expect(scaleOf([-40, -2]).high).toBe(0)
    expect(scaleOf([80, 90]).low).toBeGreaterThan(0)
  })

  test('gives a constant series room on both sides', () => {
    const { low, high } = scaleOf([50, 50, 50])
    expect(low).toBeLessThan(50)
    expect(high).toBeGreaterThan(50)
  })

  test('of nothing has no ticks', () => {
    expect(scaleOf([null, null])).toEqual({ low: 0, high: 1, step: 1, ticks: [] })
  })

  test('holds every number between its first and last tick, whatever the numbers', () => {
    fc.assert(
      fc.property(figures, values => {
        const { low, high, ticks, step } = scaleOf(values)
        const slack = step * 1e-6
        for (const value of values) {
          if (value === null) continue
          expect(value).toBeGreaterThanOrEqual(low - slack)
          expect(value).toBeLessThanOrEqual(high + slack)
        }
        expect(low).toBeLessThan(high)
        expect(ticks.length).toBeLessThan(10)
        expect(ticks.every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

test('bars start at zero, for their length is the number', () => {
  expect(scaleFromZero([58, 83]).low).toBe(0)
  expect(scaleFromZero([-1200, 800])).toMatchObject({ low: -1500, high: 1000, step: 500 })
  expect(scaleFromZero([null])).toMatchObject({ low: 0, high: 1 })
})

test('ticks are written with as many decimals as they need', () => {
  expect(tickDecimals(scaleOf([65, 85]))).toBe(0)
  expect(tickDecimals(scaleOf([0.31, 0.38]))).toBe(2)
})
