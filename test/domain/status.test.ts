import fc from 'fast-check'
import { arithmeticOf, formatTarget, judge, type Yardstick } from '../../server/domain/status'
import { rangeOf, targetOf } from '../../server/domain/target'

const recycling: Yardstick = {
  polarity: 'higher-is-better',
  decimals: 1,
  tolerance: { kind: 'relative', size: 10 },
  target: targetOf(50),
}
const punctuality: Yardstick = { ...recycling, target: targetOf(84.5) }
const burglary: Yardstick = {
  ...recycling,
  polarity: 'lower-is-better',
  decimals: 0,
  tolerance: { kind: 'relative', size: 5 },
  target: targetOf(200),
}
const deaths: Yardstick = { ...burglary, target: targetOf(0) }
const chlorine: Yardstick = {
  polarity: 'range-is-better',
  decimals: 1,
  tolerance: { kind: 'absolute', size: 0.5 },
  target: rangeOf(4, 6),
}

test.each<[string, number, Yardstick, string, number | null]>([
  ['meets a target to raise', 50, recycling, 'green', 0],
  ['beats a target to raise', 61, recycling, 'green', 11],
  ['rounds up to its target', 49.95, recycling, 'green', 0],
  ['rounds to just short of it', 49.94, recycling, 'amber', -0.1],
  ['sits on the edge of the tolerance', 45, recycling, 'amber', -5],
  ['rounds up to that edge', 44.95, recycling, 'amber', -5],
  ['falls past that edge', 44.94, recycling, 'red', -5.1],
  ['sits above a fractional edge', 76.1, punctuality, 'amber', -8.4],
  ['sits below a fractional edge', 76.0, punctuality, 'red', -8.5],
  ['sits on it exactly', 76.05, { ...punctuality, decimals: 2 }, 'amber', -8.45],
  ['is a hair past it', 76.04, { ...punctuality, decimals: 2 }, 'red', -8.46],
  ['meets a target to lower', 200, burglary, 'green', 0],
  ['rises just over it', 210, burglary, 'amber', -10],
  ['rises well over it', 211, burglary, 'red', -11],
  ['meets a target of none', 0, deaths, 'green', 0],
  ['misses a target of none, where a share of 0 forgives nothing', 1, deaths, 'red', -1],
  ['is inside its range', 5, chlorine, 'green', 0],
  ['is on the low end of its range', 4, chlorine, 'green', 0],
  ['is on the high end of its range', 6, chlorine, 'green', 0],
  ['is just under its range', 3.5, chlorine, 'amber', -0.5],
  ['is well under its range', 3.4, chlorine, 'red', -0.6],
  ['is just over its range', 6.5, chlorine, 'amber', -0.5],
  ['is well over its range', 6.6, chlorine, 'red', -0.6],
  ['has no target', 50, { ...recycling, target: null }, 'no-target', null],
  ['has a target without a value', 50, { ...recycling, target: rangeOf(1, 2) }, 'no-target', null],
  ['only gives context', 50, { ...recycling, polarity: 'context-only' }, 'context-only', null],
])('an actual that %s', (_, actual, yardstick, status, gap) => {
  expect(judge(actual, yardstick)).toMatchObject({ status, gap })
})

test('an absolute tolerance is in the unit of the measure', () => {
  const deathsForgiven: Yardstick = { ...deaths, tolerance: { kind: 'absolute', size: 2 } }
  expect(judge(2, deathsForgiven).status).toBe('amber')
  expect(judge(3, deathsForgiven).status).toBe('red')
})

test('a target below zero has its tolerance below it', () => {
  const saved: Yardstick = { ...recycling, target: targetOf(-50) }
  expect(judge(-55, saved)).toMatchObject({ status: 'amber', tolerance: 5 })
  expect(judge(-55.1, saved).status).toBe('red')
})

test('a range can be open at one end', () => {
  const atLeast: Yardstick = { ...chlorine, target: { value: null, low: 4, high: null } }
  expect(judge(400, atLeast).status).toBe('green')
  expect(judge(3, atLeast)).toMatchObject({ status: 'red', gap: -1 })
  const atMost: Yardstick = { ...chlorine, target: { value: null, low: null, high: 6 } }
  expect(judge(-10, atMost).status).toBe('green')
  expect(judge(7, atMost)).toMatchObject({ status: 'red', gap: -1 })
})

test('the shortfall is counted in tolerances', () => {
  expect(judge(45, recycling).shortfallShare).toBe(1)
  expect(judge(35, recycling).shortfallShare).toBe(3)
  expect(judge(55, recycling).shortfallShare).toBe(-1)
  expect(Object.is(judge(50, recycling).shortfallShare, 0)).toBe(true)
  expect(judge(1, deaths).shortfallShare).toBeNull()
})

test('the target itself is rounded before it is held against anything', () => {
  expect(judge(33.3, { ...recycling, target: targetOf(100 / 3) })).toMatchObject({
    status: 'green',
    gap: 0,
    bound: 33.3,
  })
})

const decimal = (decimals: number) =>
  fc.integer({ min: -2_000_000, max: 2_000_000 }).map(units => Number(`${units}e-${decimals}`))

test('status agrees with exact whole-number arithmetic everywhere', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4 }).chain(d => fc.tuple(fc.constant(d), decimal(d), decimal(d))),
      fc.integer({ min: 0, max: 300 }),
      fc.boolean(),
      ([decimals, actual, target], tenths, isHigher) => {
        const polarity = isHigher ? 'higher-is-better' : 'lower-is-better'
        const tolerance = { kind: 'relative', size: tenths / 10 } as const
        const outcome = judge(actual, { polarity, decimals, tolerance, target: targetOf(target) })

        const units = (value: number) => BigInt(Math.round(value * 10 ** decimals))
        const gap = (units(actual) - units(target)) * (isHigher ? 1n : -1n)
        const size = units(target) < 0n ? -units(target) : units(target)
        const isRed = gap * 1000n < -size * BigInt(tenths)
        expect(outcome.status).toBe(gap >= 0n ? 'green' : isRed ? 'red' : 'amber')
        expect(outcome.gap).toBe(Number(`${gap}e-${decimals}`))
      },
    ),
    { numRuns: 5000 },
  )
})

test('the exact edge of a tolerance is amber, and one step past it red', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      (tenths, percent, isHigher) => {
        const yardstick: Yardstick = {
          polarity: isHigher ? 'higher-is-better' : 'lower-is-better',
          decimals: 3,
          tolerance: { kind: 'relative', size: percent },
          target: targetOf(tenths / 10),
        }
        const edge = tenths * (100 + (isHigher ? -percent : percent))
        const past = edge + (isHigher ? -1 : 1)
        expect(judge(Number(`${edge}e-3`), yardstick).status).toBe('amber')
        expect(judge(Number(`${past}e-3`), yardstick).status).toBe('red')
      },
    ),
  )
})

test('turning the sign of everything turns the polarity', () => {
  fc.assert(
    fc.property(decimal(2), decimal(2), (actual, target) => {
      const up = judge(actual, { ...recycling, decimals: 2, target: targetOf(target) })
      const down = judge(-actual, {
        ...recycling,
        polarity: 'lower-is-better',
        decimals: 2,
        target: targetOf(-target),
      })
      expect([down.status, down.gap]).toEqual([up.status, up.gap])
    }),
  )
})

const why = (actual: number, yardstick: Yardstick, unit = '%') =>
  arithmeticOf(judge(actual, yardstick), yardstick, { unit })

test.each<[string, string]>([
  [
    why(71.1, { ...recycling, tolerance: { kind: 'relative', size: 5 }, target: targetOf(80) }),
    '71.1% is 8.9 points below the target of 80.0%. The tolerance is 5% of the target, 4.0 points, so anything below 76.0% is red.',
  ],
  [
    why(76, punctuality),
    '76.0% is 8.5 points below the target of 84.5%. The tolerance is 10% of the target, 8.45 points, so anything below 76.05% is red.',
  ],
  [
    why(49, recycling),
    '49.0% is 1.0 points below the target of 50.0%. The tolerance is 10% of the target, 5.0 points, so it is amber.',
  ],
  [why(55, recycling), '55.0% is 5.0 points above the target of 50.0%, so it is green.'],
  [why(50, recycling), '50.0% is exactly the target, so it is green.'],
  [
    why(215, burglary, ''),
    '215 is 15 above the target of 200. The tolerance is 5% of the target, 10, so anything above 210 is red.',
  ],
  [
    why(1, deaths, 'deaths'),
    '1 death is 1 death above the target of 0 deaths. No tolerance is allowed, so anything above 0 deaths is red.',
  ],
  [
    why(3, chlorine, 'mg'),
    '3.0 mg is 1.0 mg below the range wanted, 4.0 mg to 6.0 mg. The tolerance is 0.5 mg, so anything below 3.5 mg is red.',
  ],
  [why(5, chlorine, 'mg'), '5.0 mg is inside the range wanted, 4.0 mg to 6.0 mg, so it is green.'],
  [why(5, { ...recycling, target: null }), 'No target is set, so 5.0% cannot be judged.'],
  [
    why(5, { ...recycling, polarity: 'context-only' }),
    'This measure gives context: neither way is better, so it is not judged.',
  ],
])('the arithmetic is said in a sentence: %s', (said, expected) => {
  expect(said).toBe(expected)
})

test('a target reads as a value, a range, or an end of one', () => {
  const format = { unit: '%', decimals: 0 }
  expect(formatTarget(targetOf(80), format)).toBe('80%')
  expect(formatTarget(rangeOf(4, 6), format)).toBe('4% to 6%')
  expect(formatTarget({ value: null, low: 4, high: null }, format)).toBe('at least 4%')
  expect(formatTarget({ value: null, low: null, high: 6 }, format)).toBe('at most 6%')
  expect(formatTarget(null, format)).toBe('–')
})
