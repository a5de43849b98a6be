import fc from 'fast-check'
import {
  addDays,
  type Calendar,
  comparePeriods,
  daysBetween,
  FREQUENCIES,
  type Frequency,
  lastPeriodEnded,
  nextPeriod,
  parsePeriod,
  type Period,
  periodEnds,
  periodLabel,
  periodOf,
  periodsBetween,
  periodSlug,
  periodsInYear,
  periodsOfYear,
  periodStarting,
  periodStarts,
  previousPeriod,
  sameLastYear,
  shiftPeriod,
  shortPeriodLabel,
} from '../../server/domain/period'
import { readPeriodLabel } from '../../server/domain/period-label'

const april: Calendar = { yearStart: 4 }
const january: Calendar = { yearStart: 1 }
const september: Calendar = { yearStart: 9 }

const quarter = (year: number, number: number): Period => ({ frequency: 'quarter', year, number })
const anyPeriod = fc.constantFrom(...FREQUENCIES).chain(frequency =>
  fc.record({
    frequency: fc.constant(frequency),
    year: fc.integer({ min: 1990, max: 2098 }),
    number: fc.integer({ min: 1, max: periodsInYear(frequency) }),
  }),
)
const anyCalendar = fc.constantFrom(april, january, september)

test('a quarter reads as councils write it', () => {
  expect(periodLabel(quarter(2026, 2), april)).toBe('2026/27 Q2')
  expect(shortPeriodLabel(quarter(2026, 2), april)).toBe('Q2 26/27')
  expect(periodSlug(quarter(2026, 2), april)).toBe('2026-27-q2')
})

test('2006/07 Q1 is April to June 2006', () => {
  expect(periodStarts(quarter(2006, 1), april)).toBe('2006-04-01')
  expect(periodEnds(quarter(2006, 1), april)).toBe('2006-06-30')
})

test('the last quarter ends in the next calendar year', () => {
  expect(periodEnds(quarter(2026, 4), april)).toBe('2027-03-31')
  expect(periodEnds({ frequency: 'month', year: 2027, number: 11 }, april)).toBe('2028-02-29')
})

test.each<[Frequency, number, string, string, string]>([
  ['month', 6, '2026-09', 'September 2026', 'Sep 26'],
  ['month', 10, '2027-01', 'January 2027', 'Jan 27'],
  ['half', 1, '2026-27-h1', '2026/27 H1', 'H1 26/27'],
  ['year', 1, '2026-27', '2026/27', '26/27'],
])('a %s is named in addresses and on pages', (frequency, number, slug, label, short) => {
  const period = { frequency, year: 2026, number }
  expect([
    periodSlug(period, april),
    periodLabel(period, april),
    shortPeriodLabel(period, april),
  ]).toEqual([slug, label, short])
})

test('an area whose year begins in January writes one year', () => {
  expect(periodLabel(quarter(2026, 2), january)).toBe('2026 Q2')
  expect(periodSlug(quarter(2026, 2), january)).toBe('2026-q2')
  expect(parsePeriod('2026-h1', january)).toEqual({ frequency: 'half', year: 2026, number: 1 })
  expect(parsePeriod('2026', january)).toEqual({ frequency: 'year', year: 2026, number: 1 })
  expect(parsePeriod('2009-10', january)).toEqual({ frequency: 'month', year: 2009, number: 10 })
})

test('2009-10 in an address is a year, unless months are asked for', () => {
  expect(parsePeriod('2009-10', april)).toEqual({ frequency: 'year', year: 2009, number: 1 })
  expect(parsePeriod('2009-10', april, 'month')).toEqual({
    frequency: 'month',
    year: 2009,
    number: 7,
  })
})

test.each([
  '2026-28-q2',
  '2026-27-q5',
  '2026-27-q0',
  '2026-27-h3',
  '2026',
  '2026-q2',
  '2026-13',
  '2026-00',
  '2026-27-Q2 ',
  '',
])('"%s" is no address of a period', slug => {
  expect(parsePeriod(slug, april)).toBeUndefined()
})

test('an address of another frequency than asked for is none', () => {
  expect(parsePeriod('2026-27-q2', april, 'month')).toBeUndefined()
  expect(parsePeriod('2026-27', april, 'quarter')).toBeUndefined()
})

test('the turn of a century is written as such', () => {
  const turn = quarter(2099, 4)
  expect(periodSlug(turn, april)).toBe('2099-00-q4')
  expect(parsePeriod('2099-00-q4', april)).toEqual(turn)
})

test('slugs, labels and first days lead back to the period', () => {
  fc.assert(
    fc.property(anyPeriod, anyCalendar, (period, calendar) => {
      const { frequency } = period
      expect(parsePeriod(periodSlug(period, calendar), calendar, frequency)).toEqual(period)
      expect(periodStarting(periodStarts(period, calendar), frequency, calendar)).toEqual(period)
      expect(periodOf(periodEnds(period, calendar), frequency, calendar)).toEqual(period)
    }),
  )
})

test('what is printed on pages can be read back from a file', () => {
  fc.assert(
    fc.property(anyPeriod, anyCalendar, (period, calendar) => {
      const label = periodLabel(period, calendar)
      expect(readPeriodLabel(label, calendar, period.frequency)).toEqual({ period })
      expect(readPeriodLabel(label, calendar)).toEqual({ period })
      fc.pre(period.year >= 2000 && period.year < 2068)
      const short = shortPeriodLabel(period, calendar)
      expect(readPeriodLabel(short, calendar, period.frequency)).toEqual({ period })
    }),
  )
})

test('periods follow one another without a gap or an overlap', () => {
  fc.assert(
    fc.property(anyPeriod, anyCalendar, (period, calendar) => {
      const following = addDays(periodEnds(period, calendar), 1)
      expect(periodStarts(nextPeriod(period), calendar)).toBe(following)
      expect(previousPeriod(nextPeriod(period))).toEqual(period)
      expect(comparePeriods(period, nextPeriod(period))).toBeLessThan(0)
      expect(shiftPeriod(period, -periodsInYear(period.frequency))).toEqual(sameLastYear(period))
    }),
  )
})

test('the periods between two hold both ends', () => {
  expect(periodsBetween(quarter(2025, 4), quarter(2026, 2))).toEqual([
    quarter(2025, 4),
    quarter(2026, 1),
    quarter(2026, 2),
  ])
  expect(periodsBetween(quarter(2026, 2), quarter(2026, 1))).toEqual([])
  expect(periodsOfYear(2026, 'half').map(({ number }) => number)).toEqual([1, 2])
})

test('a year comes after the first quarter it begins with', () => {
  const year: Period = { frequency: 'year', year: 2026, number: 1 }
  const sorted = [quarter(2026, 2), year, quarter(2026, 1)].sort(comparePeriods)
  expect(sorted).toEqual([quarter(2026, 1), year, quarter(2026, 2)])
})

test('a period has ended when its last day is over', () => {
  expect(lastPeriodEnded('2026-09-30', 'quarter', april)).toEqual(quarter(2026, 1))
  expect(lastPeriodEnded('2026-10-01', 'quarter', april)).toEqual(quarter(2026, 2))
})

test('a day on which no period starts is refused', () => {
  expect(() => periodStarting('2026-05-01', 'quarter', april)).toThrow(RangeError)
})

test('days are counted across leap years', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2026-03-01', '2026-11-01')).toBe(245)
})
