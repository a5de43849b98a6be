import { parseCsvObjects } from 'hucre/csv'
import { load } from 'cheerio'
import type { Browser } from '../support/browser'
import { AE, HART, realAreas } from './areas'
import { limitsOf, trustQuarters } from './arithmetic'
import { councillorOf } from './councillor'
import { hartKpis } from './hart'
import { describeReal, type SourceRow } from './source'

const open = realAreas()

interface Drawn {
  labels: string[]
  /** Each line by its name; what is not drawn is not there. */
  lines: Record<string, (number | null)[]>
}

async function drawnOn(reader: Browser, path: string): Promise<Drawn> {
  const { status, text } = await reader.open(path)
  expect(status).toBe(200)
  const spec = JSON.parse(load(text)('[data-chart]').attr('data-chart')!)
  const { labels, datasets } = spec.config.data as {
    labels: string[][]
    datasets: { label: string; data: (number | null)[] }[]
  }
  return {
    labels: labels.map(words => [words].flat().join(' ')),
    lines: Object.fromEntries(datasets.map(({ label, data }) => [label, data])),
  }
}

async function downloaded(reader: Browser, path: string): Promise<SourceRow[]> {
  const { status, text } = await reader.open(path)
  expect(status).toBe(200)
  return parseCsvObjects(text.replace('\uFEFF', ''), { header: true }).data as SourceRow[]
}

function expectClose(line: (number | null)[] | undefined, values: readonly number[]) {
  expect(line).toHaveLength(values.length)
  for (const [at, value] of values.entries()) expect(line![at]).toBeCloseTo(value, 6)
}

describeReal('Charts and downloads of trusts', () => {
  test.each(['RJZ', 'RAS', 'RCF', 'RJ6', 'RQM', 'RA2', 'RXP', 'RA4', 'RC9', 'RFR', 'RWH'])(
    '%s: every point, limit and row is that of the source',
    async code => {
      const reader = await councillorOf(open.db, AE)
      const path = `/${AE.slug}/indicators/ae-4hr-${code.toLowerCase()}`
      const quarters = trustQuarters(code)
      const values = quarters.map(({ value }) => value)

      const { labels, lines } = await drawnOn(reader, path)
      expect(labels).toEqual(
        quarters.map(({ period }) => `${period.slice(-2)} ${period.slice(2, 7)}`),
      )
      expectClose(lines.Actual, values)
      expect(lines.Target).toEqual(Array(12).fill(95))
      expect(lines['Tolerance, least']).toEqual(Array(12).fill(90.25))

      const control = await drawnOn(reader, `${path}?view=control`)
      const { mean, lower, upper } = limitsOf(values)
      expectClose(control.lines.Average, Array(12).fill(mean))
      expectClose(control.lines['Lower limit'], Array(12).fill(lower))
      expectClose(control.lines['Upper limit'], Array(12).fill(upper))

      const lastYear = await drawnOn(reader, `${path}?view=last-year`)
      const before = lastYear.lines['Same period a year before']!
      expect(before.slice(0, 4)).toEqual([null, null, null, null])
      expectClose(before.slice(4), values.slice(0, 8))

      const soFar = await drawnOn(reader, `${path}?view=year-to-date`)
      const sums = quarters.map((_, at) => {
        const ofYear = quarters.slice(at - (at % 4), at + 1)
        const within = ofYear.reduce((total, one) => total + one.within, 0)
        return (100 * within) / ofYear.reduce((total, one) => total + one.came, 0)
      })
      expectClose(soFar.lines.Actual, sums)

      const rows = await downloaded(reader, `${path}.csv`)
      expect(rows.map(row => [row.period, Number(row.numerator), Number(row.denominator)])).toEqual(
        quarters.map(({ period, within, came }) => [period, within, came]),
      )
      expectClose(
        rows.map(({ value }) => Number(value)),
        values,
      )
      expect(rows.every(row => row.target === '95' && row.state === 'published')).toBe(true)
    },
  )

  test('a quarter with a month missing is marked in the download', async () => {
    const reader = await councillorOf(open.db, AE)
    const rows = await downloaded(reader, `/${AE.slug}/indicators/ae-4hr-rwh.csv`)
    const marked = rows.filter(row => row.data_status === 'provisional')
    expect(marked.map(({ period }) => period)).toEqual(['2017/18 Q2'])
  })
})

describeReal('Charts and downloads of Hart', () => {
  const REFERENCES = 'CS02a PS01 RB08 SNH02 LS05 HS08 HS16 CS01 HS01 RB09 SNH04 HR11'.split(' ')

  test.each(REFERENCES)('%s: every point and row is that of the published table', async code => {
    const kpi = hartKpis().find(({ kpi_ref: reference }) => reference === code)!
    const quarters = ['q4_2013_14_as_reported_aug2014', 'q1_2014_15_as_reported_nov2014']
    const columns = [...quarters, 'q2_2014_15_as_reported_nov2014']
    const values = columns.map(column => Number(kpi[column]))

    const reader = await councillorOf(open.db, HART)
    const path = `/${HART.slug}/indicators/${code.toLowerCase()}`
    const { labels, lines } = await drawnOn(reader, path)
    expect(labels).toEqual(['Q4 13/14', 'Q1 14/15', 'Q2 14/15'])
    expect(lines.Actual).toEqual(values)
    for (const view of ['year-to-date', 'last-year', 'control']) {
      const { lines: there } = await drawnOn(reader, `${path}?view=${view}`)
      expect(there).not.toHaveProperty('Lower limit')
    }

    const rows = (await downloaded(reader, `${path}.csv`)).filter(
      ({ state }) => state === 'published',
    )
    expect(rows.map(({ period }) => period)).toEqual(['2013/14 Q4', '2014/15 Q1', '2014/15 Q2'])
    expect(rows.map(({ value }) => Number(value))).toEqual(values)
  })

  test('both versions of a revised figure are in the download', async () => {
    const reader = await councillorOf(open.db, HART)
    const rows = await downloaded(reader, `/${HART.slug}/indicators/hr11.csv`)
    const first = rows.filter(({ period }) => period === '2014/15 Q1')
    expect(first.map(row => [row.value, row.version, row.state])).toEqual([
      ['2.6', '1', 'superseded'],
      ['2.7', '2', 'published'],
    ])
  })

  test('where nothing was supplied no point is drawn', async () => {
    const reader = await councillorOf(open.db, HART)
    const { lines } = await drawnOn(reader, `/${HART.slug}/indicators/it06`)
    expect(lines.Actual?.filter(value => value !== null)).toEqual([99.8, 99.6])
  })
})
