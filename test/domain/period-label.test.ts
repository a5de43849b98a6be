import { existsSync, readFileSync } from 'node:fs'
import { type Calendar, FREQUENCIES, type Frequency, periodSlug } from '../../server/domain/period'
import { readPeriodLabel } from '../../server/domain/period-label'

const april: Calendar = { yearStart: 4 }
const january: Calendar = { yearStart: 1 }
const september: Calendar = { yearStart: 9 }
const seen = '../shared/data/messy_xlsx/period_labels_seen.csv'

test.each([
  ['2006/07 Q1', '2006-07-q1'],
  ['Q1 2006/07', '2006-07-q1'],
  ['2006-07 Q1', '2006-07-q1'],
  ['2006/07 quarter 1', '2006-07-q1'],
  ['Qtr 1 2006-07', '2006-07-q1'],
  ['2006-07-q1', '2006-07-q1'],
  ['Q1, 2006/07', '2006-07-q1'],
  ['1st quarter 2006/07', '2006-07-q1'],
  ['Q2 06/07', '2006-07-q2'],
  ['FY 2006/07 Q4', '2006-07-q4'],
  ['2006/2007 Q4', '2006-07-q4'],
  ['  2006/07   Q4 ', '2006-07-q4'],
  ['2006/07 H1', '2006-07-h1'],
  ['2006/07 half 2', '2006-07-h2'],
  ['2012 Q1', '2011-12-q4'],
  ['2012-Q2', '2012-13-q1'],
  ['2012Q3', '2012-13-q2'],
  ['Calendar Q1 2012', '2011-12-q4'],
  ['2010-11', '2010-11'],
  ['2010/11', '2010-11'],
  ['2010/2011', '2010-11'],
  ['2010–11', '2010-11'],
  ['1999/00', '1999-00'],
  ['2006/7', '2006-07'],
  ['Financial year 2006/07', '2006-07'],
  ['Jan 2024', '2024-01'],
  ['January 2024', '2024-01'],
  ['Sept 2024', '2024-09'],
  ['Jan-24', '2024-01'],
  ['2024-01', '2024-01'],
  ['01/2024', '2024-01'],
  ['Apr 2023-Mar 2024', '2023-24'],
  ['April 2023 to March 2024', '2023-24'],
  ['Year ending March 2024', '2023-24'],
  ['Apr - Jun 2006', '2006-07-q1'],
  ['April 2006 – September 2006', '2006-07-h1'],
  ['Jan-Mar 2024', '2023-24-q4'],
])('"%s" is %s where years begin in April', (label, slug) => {
  expect(read(label, april)).toBe(slug)
})

test.each([
  ['', 'blank'],
  ['Q1 2022', 'does not say whether the year is a calendar or a financial one'],
  ['Quarter 1 2022', 'does not say whether the year is a calendar or a financial one'],
  ['FY2012', 'which two years'],
  ['FY 2012 Q1', 'which two years'],
  ['Q1', 'has no year'],
  ['2015', 'is a calendar year, January to December; this area’s year is written 2015/16'],
  ['2012 H1', 'January 2012 to June 2012, which is not one of this area’s half-years'],
  ['2010-14', 'puts 5 years together'],
  ['2015 - 17', 'puts 3 years together'],
  ['2015 to 2017', 'puts 3 years together'],
  ['2010/11 - 12/13', 'puts several years together'],
  ['2020/21 to 2024/25', 'puts several years together'],
  ['2021/22 Q1 - 2021/22 Q2', 'adds several periods together'],
  ['2021/22 Q1-Q2', 'adds several periods together'],
  ['Q1 to Q3 2021/22', 'adds several periods together'],
  ['Oct 2023-Sep 2024', 'October 2023 to September 2024, which is not one of this area’s years'],
  ['Oct 2023-Jan 2024', 'is 4 months'],
  ['Year to Sep 2024', 'October 2023 to September 2024'],
  ['Oct-Mar 2024', 'does not say in which year'],
  ['Mar 2024-Apr 2023', 'ends before it begins'],
  ['2007-11', 'may be a month or several years'],
  ['2010-12', 'may be a month or several years'],
  ['06/07', 'may be a year or a month'],
  ['13/2024', 'no month between 1 and 12'],
  ['2006/07 Q5', 'has no such quarter'],
  ['2006/07 H3', 'has no such half'],
  ['2006/08 Q1', 'do not follow one another'],
  ['2016-04-01', 'is a day'],
  ['last spring', 'not a period in a form we know'],
  ['TBC', 'not a period in a form we know'],
])('"%s" is refused where years begin in April', (label, why) => {
  expect(read(label, april)).toContain(why)
  expect(read(label, april)).toMatch(/\.$/)
})

test.each([
  ['2007-11', 'month', '2007-11'],
  ['2010-11', 'month', '2010-11'],
  ['2010-11', 'year', '2010-11'],
  ['2016-04-01', 'quarter', '2016-17-q1'],
  ['2016-04-01', 'year', '2016-17'],
  ['2016-04-01 00:00:00', 'month', '2016-04'],
  ['01/04/2016', 'quarter', '2016-17-q1'],
  ['06/07', 'year', '2006-07'],
] as [string, Frequency, string][])('"%s" of a measure reported each %s is %s', (...row) => {
  const [label, frequency, slug] = row
  expect(read(label, april, frequency)).toBe(slug)
})

test.each([
  ['2006/07', 'quarter', '“2006/07” is a year; this measure is reported each quarter.'],
  ['2006/07 Q1', 'month', '“2006/07 Q1” is a quarter; this measure is reported each month.'],
  ['2010-11', 'quarter', '“2010-11” is a year; this measure is reported each quarter.'],
  ['2016-05-01', 'quarter', 'not one of this area’s quarters: its year begins in April.'],
  ['2016-04-02', 'quarter', 'is a day on which no period starts.'],
  ['2010-12', 'year', 'puts 3 years together'],
] as [string, Frequency, string][])('"%s" for a measure reported each %s is refused', (...row) => {
  const [label, frequency, why] = row
  expect(read(label, april, frequency)).toContain(why)
})

test.each([
  ['2022 Q1', '2022-q1'],
  ['Q1 2022', '2022-q1'],
  ['2015', '2015'],
  ['Jan 2022-Dec 2022', '2022'],
  ['2012 H2', '2012-h2'],
])('"%s" is %s where years begin in January', (label, slug) => {
  expect(read(label, january)).toBe(slug)
})

test.each(['2010/11', '2010/11 Q1', '2010-11'])('"%s" fits no calendar year', label => {
  expect(read(label, january)).toMatch(/this area’s year is a calendar year|may be a month/)
})

test('a calendar quarter is no quarter of a year that begins in September', () => {
  expect(read('2012 Q1', september)).toContain('January 2012 to March 2012')
  expect(read('Sep - Nov 2012', september)).toBe('2012-13-q1')
  expect(read('2012/13', september)).toBe('2012-13')
})

const real = existsSync(seen) ? test : test.skip
if (!existsSync(seen)) {
  console.info('Skipped: the period labels seen in real files are not here (../shared is absent).')
}

real('every style seen in real files is read or refused as it should be', () => {
  const verdicts = new Map<string, Set<string>>()
  for (const line of readFileSync(seen, 'utf8').trim().split('\n').slice(1)) {
    const label = line.slice(0, line.indexOf(','))
    const style = line.slice(line.lastIndexOf(',') + 1)
    const outcome = readPeriodLabel(label, april)
    const verdict = 'period' in outcome ? outcome.period.frequency : 'refused'
    verdicts.set(style, (verdicts.get(style) ?? new Set()).add(verdict))
  }
  expect(Object.fromEntries([...verdicts].map(([style, set]) => [style, [...set].sort()]))).toEqual(
    {
      '9999': ['refused'],
      '9999 - 99': ['refused'],
      '9999 Q9': ['quarter'],
      '9999-99': ['month', 'refused', 'year'],
      '9999-99-99': ['refused'],
      '9999/99': ['year'],
      '9999/99 - 99/99': ['refused'],
      '9999/99 Q9': ['quarter'],
      '9999/99 Q9 - 9999/99 Q9': ['refused'],
      'Mon 9999': ['month'],
      'Mon 9999-Mon 9999': ['refused', 'year'],
      'Month 9999': ['month'],
      'Q9 9999': ['refused'],
    },
  )
})

real('no label seen in a real file is taken for two different periods', () => {
  for (const line of readFileSync(seen, 'utf8').trim().split('\n').slice(1)) {
    const label = line.slice(0, line.indexOf(','))
    const plain = read(label, april)
    const readings = FREQUENCIES.map(frequency => read(label, april, frequency))
    const slugs = new Set(readings.filter(reading => !reading.includes('“')))
    if (!plain.includes('“')) slugs.add(plain)
    if (!/^\d{4}-\d\d(-\d\d)?$/.test(label)) expect(slugs.size).toBeLessThanOrEqual(1)
  }
})

function read(label: string, calendar: Calendar, frequency?: Frequency): string {
  const outcome = readPeriodLabel(label, calendar, frequency)
  return 'period' in outcome ? periodSlug(outcome.period, calendar) : outcome.refused
}
