import { spread } from '../../server/charts/end-labels'
import { seriesChart } from '../../server/charts/series-chart'
import type { ChartLine } from '../../server/charts/series'
import { groupOf, lineOf, quarters, target } from './quarters'

const ten = [72, 70, 73.1, 71, 69, 72, 74, 70, 73.2, 71.1]
const limits = { groups: [groupOf(0, 9)], trial: true }

function chartOf(others: Partial<ChartLine> = {}, more: Parameters<typeof quarters>[2] = {}) {
  return seriesChart(lineOf(quarters(ten, target(80), more), others))
}

describe('the words of a picture', () => {
  test('a sentence says figure, period, target and status', () => {
    const chart = chartOf({}, { 9: { status: 'red', provisional: true } })
    expect(chart.sentence).toBe('71.1% in 2026/27 Q2 (provisional) against 80.0%: red.')
  })

  test('a sentence speaks of the latest figure where later periods have none', () => {
    const chart = chartOf({}, { 9: { value: null }, 8: { status: 'red' } })
    expect(chart.sentence).toBe('73.2% in 2026/27 Q1 against 80.0%: red.')
  })

  test('a range is told by both its ends, no target as none', () => {
    const range = { value: null, low: 4, high: 6 }
    const points = quarters([5], range, { 0: { status: 'green' } })
    expect(seriesChart(lineOf(points, { unit: 'days', decimals: 0 })).sentence).toBe(
      '5 days in 2024/25 Q1 against 4 days to 6 days: green.',
    )
    expect(seriesChart(lineOf(quarters([5]))).sentence).toBe('5.0% in 2024/25 Q1. No target.')
    expect(seriesChart(lineOf([])).sentence).toBe('No figures yet.')
  })

  test('the description holds span, extremes, limits, signals, breaks and forecast', () => {
    const chart = chartOf(
      {
        limits,
        forecast: [{ label: 'Q3 26/27', long: '2026/27 Q3', value: 76, low: 72, high: 79.5 }],
      },
      {
        4: { mark: 'definition changed' },
        6: { flag: 'outside', meaning: 'improvement' },
        9: { status: 'red' },
      },
    )
    expect(chart.alt).toBe(
      'Line chart of Seen within 4 hours, 2024/25 Q1 to 2026/27 Q3. ' +
        '71.1% in 2026/27 Q2 against 80.0%: red. ' +
        'Between 69.0% (2025/26 Q1) and 74.0% (2025/26 Q3). Trial limits: 64.6% to 78.5%. ' +
        'More than ordinary variation in 2025/26 Q3. From 2025/26 Q1: definition changed. ' +
        'Forecast for 2026/27 Q3: 76.0%, between 72.0% and 79.5%.',
    )
  })

  test('each period can be read aloud', () => {
    const chart = chartOf(
      { forecast: [{ label: 'Q3 26/27', long: '2026/27 Q3', value: 76, low: 72, high: 79.5 }] },
      {
        1: { value: null, status: 'overdue', target: null },
        8: { status: 'red', target: null },
        9: { status: 'red', provisional: true, revisedFrom: 70.4 },
      },
    )
    expect(chart.slots[8]!.reading).toBe('2026/27 Q1, 73.2%, red')
    expect(chart.slots[9]!.reading).toBe(
      '2026/27 Q2, 71.1%, red, provisional, target 80.0%, first reported as 70.4%',
    )
    expect(chart.slots[1]!.reading).toBe('2024/25 Q2, no figure, overdue')
    expect(chart.slots[10]!.reading).toBe('2026/27 Q3, forecast 76.0%, between 72.0% and 79.5%')
  })
})

describe('what is drawn in which view', () => {
  const flagged = { 3: { flag: 'outside', meaning: 'concern' } } as const

  test('limits and flags on figures and control charts, never on running totals', () => {
    for (const view of ['actuals', 'control'] as const) {
      const chart = chartOf({ view, limits }, flagged)
      expect(chart.groups).toHaveLength(1)
      expect(chart.slots[3]!.flag).toBe('outside')
    }
    for (const view of ['year-to-date', 'last-year'] as const) {
      const chart = chartOf({ view, limits }, flagged)
      expect(chart.groups).toEqual([])
      expect(chart.slots[3]).toMatchObject({ flag: null, meaning: null })
      expect(chart.trial).toBe(false)
    }
  })

  test('no limits from a group of fewer than 8 figures, nor where there are none', () => {
    const seven = groupOf(0, 6)
    const eight = groupOf(2, 9)
    const none = groupOf(0, 9, { lower: null, upper: null })
    const groupsOf = (groups: (typeof seven)[]) =>
      chartOf({ view: 'control', limits: { groups, trial: true } }).groups.length
    expect(groupsOf([seven])).toBe(0)
    expect(groupsOf([eight])).toBe(1)
    expect(groupsOf([none])).toBe(0)
  })

  test('the year before only where it is asked for', () => {
    const comparison = ten.map(value => value - 2)
    expect(chartOf({ comparison }).comparison).toBeNull()
    const chart = chartOf({ comparison: comparison.slice(0, 9), view: 'last-year' })
    expect(chart.comparison).toEqual([...comparison.slice(0, 9), null])
  })

  test('tolerance only beside a target, and not in a control chart', () => {
    const edges = Object.fromEntries(ten.map((_, index) => [index, { lower: 76 }]))
    expect(chartOf({}, edges).band).toBe(true)
    expect(chartOf({ view: 'control' }, edges).band).toBe(false)
    expect(seriesChart(lineOf(quarters(ten, null, edges))).band).toBe(false)
  })

  test('forecasts join the periods there are and add those there are not', () => {
    const forecast = [
      { label: 'Q3 26/27', value: 76, low: null, high: null },
      { label: 'Q2 26/27', value: 75, low: null, high: null },
    ]
    const chart = chartOf({ forecast })
    expect(chart.forecast.map(one => one.at)).toEqual([9, 10])
    expect(chart.slots).toHaveLength(11)
    expect(chart.slots[10]).toMatchObject({ label: 'Q3 26/27', value: null })
  })

  test('the vertical range holds limits, forecasts, bounds and first reports', () => {
    const chart = chartOf(
      {
        limits: { groups: [groupOf(0, 9, { lower: -4, upper: 108 })], trial: false },
        forecast: [{ label: 'Q3 26/27', value: 76, low: 40, high: 121 }],
      },
      { 2: { revisedFrom: -11 } },
    )
    expect(chart.scale.low).toBeLessThanOrEqual(-11)
    expect(chart.scale.high).toBeGreaterThanOrEqual(121)
  })

  test('a year begins where its label changes', () => {
    const begins = chartOf().slots.map(slot => slot.yearBegins)
    expect(begins.flatMap((yes, index) => (yes ? [index] : []))).toEqual([0, 4, 8])
  })

  test('is plain data: JSON carries it unharmed', () => {
    const chart = chartOf({ limits }, flagged)
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  })
})

describe('the names at the ends of lines', () => {
  const roles = (others: Partial<ChartLine>) =>
    chartOf(others).endLabels.map(one => `${one.role}: ${one.words}`)

  test('name target, limits, average and the latest figure', () => {
    expect(roles({ view: 'control', limits })).toEqual([
      'target: target 80.0%',
      'limit: upper trial limit 78.5%',
      'limit: lower trial limit 64.6%',
      'mean: average 71.0%',
      'actual: 71.1%',
    ])
  })

  test('name the forecast, not the figure, where the forecast comes last', () => {
    const forecast = [{ label: 'Q3 26/27', value: 76, low: null, high: null }]
    expect(roles({ forecast })).toEqual(['target: target 80.0%', 'forecast: forecast 76.0%'])
  })

  test('are moved apart no more than they must, and stay inside', () => {
    expect(spread([100, 102, 200], [16, 16, 16], 0, 300)).toEqual([93, 109, 200])
    expect(spread([2, 3], [16, 16], 0, 300)).toEqual([8, 24])
    expect(spread([299], [16], 0, 300)).toEqual([292])
    expect(spread([50, 10], [10, 10], 0, 100)).toEqual([50, 10])
  })
})

test('the key explains only the shapes that occur', () => {
  expect(chartOf().key).toEqual([])
  const chart = chartOf(
    { limits, view: 'control' },
    { 3: { flag: 'outside', meaning: 'concern' }, 9: { provisional: true } },
  )
  expect(chart.key.map(entry => entry.shape)).toEqual(['provisional', 'concern', 'range'])
})
