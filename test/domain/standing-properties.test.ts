import fc from 'fast-check'
import { periodEnds } from '../../server/domain/period'
import { standingOf, standingOn } from '../../server/domain/standing'
import { calendar } from './a-series'
import { anyInput } from './any-series'

test('whatever the series, its standing survives being kept and is the same when recomputed', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const standing = standingOf(input)
      expect(JSON.parse(JSON.stringify(standing))).toEqual(standing)
      expect(standingOf(structuredClone(input))).toEqual(standing)
      expect([...standing.leads].sort()).toEqual(['how', 'what', 'when', 'where', 'who', 'why'])
      expect(standing.concernRank > 0).toBe(standing.reasons.length > 0)
      expect(standing.headline).toMatch(/\.$/)
      expect(JSON.stringify(standing)).not.toMatch(/NaN|Infinity|undefined/)
    }),
    { numRuns: 1000 },
  )
})

test('red is among the reasons whenever a measure is red, and only then', () => {
  fc.assert(
    fc.property(anyInput, input => {
      const { status, reasons, gap, tolerance } = standingOf(input)
      expect(reasons.some(({ code }) => code === 'red')).toBe(status === 'red')
      if (status === 'red') expect(gap!).toBeLessThan(-tolerance!)
    }),
  )
})

test('overdue is exactly the days after the due day', () => {
  fc.assert(
    fc.property(anyInput, fc.integer({ min: 2016, max: 2060 }), (input, year) => {
      const { frequency } = input.definition
      const standing = standingOf(input)
      const today = periodEnds({ frequency, year, number: 1 }, calendar)
      const status = standingOn(standing, today, { calendar, frequency }).status
      const isLate = standing.nextDueOn !== null && today > standing.nextDueOn
      expect(status === 'overdue').toBe(isLate)
    }),
  )
})
