import fc from 'fast-check'
import {
  amberConcern,
  commitmentConcern,
  compareConcern,
  CONCERN_CODES,
  type Concern,
  concernRankOf,
  overdueConcern,
  redConcern,
  type Shortfall,
  worstFirst,
} from '../../server/domain/concern'

const reason = (code: Concern['code']): Concern => ({ code, sentence: 'Because.' })
const rank = (codes: Concern['code'][], shortfall: Partial<Shortfall> = {}) =>
  concernRankOf(codes.map(reason), {
    gap: -1,
    shortfallShare: 1,
    periodsRunning: 1,
    ...shortfall,
  })
const format = { unit: '%', decimals: 1 }
const miss = { gap: -8.9, label: '2026/27 Q2', noun: 'quarter', format }

test('the worst reason comes first, then the shortfall in tolerances, then the periods running', () => {
  const expected = [
    rank(['red'], { shortfallShare: null }),
    rank(['red'], { shortfallShare: 3 }),
    rank(['red'], { shortfallShare: 2, periodsRunning: 5 }),
    rank(['red', 'overdue', 'adverse-signal'], { shortfallShare: 2, periodsRunning: 4 }),
    rank(['amber-twice'], { shortfallShare: 0.9, periodsRunning: 12 }),
    rank(['overdue'], { shortfallShare: 50 }),
    rank(['adverse-signal'], { shortfallShare: -2 }),
    rank(['year-end-miss'], { gap: 0, shortfallShare: null }),
    rank(['commitment-unmet']),
    rank([]),
  ]
  expect([...expected].sort((a, b) => b - a)).toEqual(expected)
  expect(new Set(expected).size).toBe(expected.length)
  expect(expected.at(-1)).toBe(0)
})

test('a worse reason outranks any shortfall, and every rank fits 32 bits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CONCERN_CODES.keys()),
      fc.constantFrom(...CONCERN_CODES.keys()),
      fc.double({ min: -1000, max: 1000, noNaN: true }),
      fc.nat(5000),
      (worse, better, shortfallShare, periodsRunning) => {
        fc.pre(worse < better)
        const low = rank([CONCERN_CODES[better]!], { shortfallShare, periodsRunning })
        const high = rank([CONCERN_CODES[worse]!], { shortfallShare: 0, periodsRunning: 0 })
        expect(low).toBeLessThan(high)
        expect(high).toBeLessThan(2 ** 31)
        expect(Number.isInteger(low)).toBe(true)
      },
    ),
  )
})

test('measures of equal concern keep a steady order by reference', () => {
  const sorted = [
    { concernRank: 5, reference: 'b' },
    { concernRank: 9, reference: 'z' },
    { concernRank: 5, reference: 'a' },
  ].sort(compareConcern)
  expect(sorted.map(({ reference }) => reference)).toEqual(['z', 'a', 'b'])
})

test('reasons are told the worst first', () => {
  const told = worstFirst([reason('commitment-unmet'), reason('overdue'), reason('red')])
  expect(told.map(({ code }) => code)).toEqual(['red', 'overdue', 'commitment-unmet'])
})

test('each reason has a sentence of its own', () => {
  expect(redConcern({ ...miss, periodsRunning: 3 }).sentence).toBe(
    'Missed its target in 2026/27 Q2 by 8.9 points, more than the tolerance: red three quarters running.',
  )
  expect(redConcern({ ...miss, periodsRunning: 1 }).sentence).toBe(
    'Missed its target in 2026/27 Q2 by 8.9 points, more than the tolerance: red.',
  )
  expect(amberConcern({ ...miss, gap: -1.2, periodsRunning: 2 }).sentence).toBe(
    'Just short of its target two quarters running, by 1.2 points in 2026/27 Q2.',
  )
  expect(overdueConcern('2026/27 Q3', '2027-02-14', 1, 'quarter').sentence).toBe(
    'No figure: 2026/27 Q3 was due on 14 February 2027.',
  )
  expect(overdueConcern('2026/27 Q3', '2027-02-14', 2, 'quarter').sentence).toBe(
    'No figure for two quarters: 2026/27 Q3 was due on 14 February 2027.',
  )
  expect(commitmentConcern('the winter plan', '2027-01-31').sentence).toBe(
    'The winter plan was promised for 31 January 2027 and has not been kept.',
  )
})
