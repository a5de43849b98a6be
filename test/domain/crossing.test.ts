import fc from 'fast-check'
import { periodsUntil, presentSlope } from '../../server/domain/crossing'

describe('the present slope', () => {
  it('is that of the line through the last eight figures', () => {
    const slope = presentSlope([50, 0, 10, 12, 14, 16, 18, 20, 22, 24])
    expect(slope?.perPeriod).toBeCloseTo(2, 10)
    expect(slope?.level).toBeCloseTo(24, 10)
  })

  it('keeps the place of a missing figure', () => {
    const slope = presentSlope([1, null, 3, 4, null, 6])
    expect(slope?.perPeriod).toBeCloseTo(1, 10)
    expect(slope?.level).toBeCloseTo(6, 10)
  })

  it('is not said of fewer than four figures', () => {
    expect(presentSlope([1, 2, null, 3])).toBeNull()
  })

  it('turns with the figures', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 20 })
    fc.assert(
      fc.property(values, figures => {
        const slope = presentSlope(figures)!
        const turned = presentSlope(figures.map(figure => -figure))!
        expect(turned.perPeriod).toBeCloseTo(-slope.perPeriod, 8)
      }),
    )
  })
})

describe('the periods until a target is met', () => {
  it('rounds up to a whole period', () => {
    expect(periodsUntil(80, { perPeriod: 2, level: 71 }, true)).toBe(5)
    expect(periodsUntil(5, { perPeriod: -0.5, level: 6 }, false)).toBe(2)
  })

  it('is none where the line is there already', () => {
    expect(periodsUntil(70, { perPeriod: -1, level: 71 }, true)).toBe(0)
  })

  it('is never where the line is flat or goes the other way', () => {
    expect(periodsUntil(80, { perPeriod: 0, level: 71 }, true)).toBeNull()
    expect(periodsUntil(80, { perPeriod: -1, level: 71 }, true)).toBeNull()
    expect(periodsUntil(5, { perPeriod: 1, level: 6 }, false)).toBeNull()
  })
})
