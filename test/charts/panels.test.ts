import { load } from 'cheerio'
import fc from 'fast-check'
import { type Bars, barPicture } from '../../server/charts/bars'
import { type ForecastRecord, forecastPicture } from '../../server/charts/forecast-picture'
import { riskGrid } from '../../server/charts/risk-grid'

const wards: Bars = {
  title: 'Seen within 4 hours by ward',
  unit: '%',
  decimals: 1,
  target: 80,
  rows: [
    { label: 'Harbour', value: 40, status: 'red', note: '4 of 10' },
    { label: 'Market', value: 80, status: 'green' },
    { label: 'Fell', value: 3, masked: true },
    { label: 'Dale', value: null, status: 'overdue' },
  ],
}

const widths = (svg: string) => {
  const $ = load(svg, { xml: true })
  return $('rect[fill="#22406b"]')
    .toArray()
    .map(bar => Number($(bar).attr('width')))
}

describe('bars', () => {
  test('are as long as their numbers, from zero, with the target across them', () => {
    const { svg } = barPicture(wards)
    const [harbour, market] = widths(svg)
    expect(market! / harbour!).toBeCloseTo(2, 1)
    const $ = load(svg, { xml: true })
    const start = Number($('rect').eq(1).attr('x'))
    const lines = $('line[stroke-dasharray="7 4"]').toArray()
    expect(lines).toHaveLength(4)
    expect(Number($(lines[0]).attr('x1'))).toBeCloseTo(start + market!, 0)
    expect($('text').text()).toContain('target 80.0%')
  })

  test('give nothing away of a small number: neither bar, figure nor words', () => {
    const picture = barPicture(wards)
    expect(widths(picture.svg)).toHaveLength(2)
    expect(picture.rows[2]).toEqual(['Fell', 'fewer than 5', ''])
    expect(`${picture.svg}${picture.alt}`).not.toMatch(/3\.0%/)
    expect(picture.alt).toBe(
      'Bar chart of Seen within 4 hours by ward. Highest Market 80.0%, lowest Harbour 40.0%. ' +
        'Target 80.0%. Too few to show: Fell.',
    )
  })

  test('keep the order of the rows and give the numbers for a table', () => {
    expect(barPicture(wards).rows).toEqual([
      ['Harbour', '40.0%', 'Red'],
      ['Market', '80.0%', 'Green'],
      ['Fell', 'fewer than 5', ''],
      ['Dale', 'no figure', 'Overdue'],
    ])
  })

  test('grow both ways from zero where some are below it', () => {
    const rows = [
      { label: 'A', value: -100 },
      { label: 'B', value: 50 },
    ]
    const { svg, alt } = barPicture({ title: 'Change', unit: '£', decimals: 0, target: null, rows })
    const $ = load(svg, { xml: true })
    const [below, above] = $('rect')
      .toArray()
      .map(bar => ({
        from: Number($(bar).attr('x')),
        to: Number($(bar).attr('x')) + Number($(bar).attr('width')),
      }))
    expect(below!.to).toBeCloseTo(above!.from, 0)
    expect(below!.to - below!.from).toBeGreaterThan(above!.to - above!.from)
    expect(alt).toBe('Bar chart of Change. Highest B £50, lowest A −£100.')
  })

  test('name the line as told, escape labels, and have words for no rows', () => {
    const rows = [{ label: '<img src=x>', value: 1 }]
    const picture = barPicture({ ...wards, rows, targetName: 'median of like areas' }, 340)
    expect(picture.svg).toContain('median of like areas 80.0%')
    expect(picture.svg).not.toContain('<img')
    expect(barPicture({ ...wards, rows: [] }).alt).toContain('No figures yet.')
  })

  test('are sound whatever the numbers', () => {
    const value = fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }))
    const rows = fc.array(fc.record({ label: fc.string(), value, masked: fc.boolean() }))
    fc.assert(
      fc.property(rows, value, fc.constantFrom(340, 520), (rows, target, width) => {
        const { svg } = barPicture({ ...wards, rows, target }, width)
        const $ = load(svg, { xml: true })
        expect($('svg > title')).toHaveLength(1)
        for (const element of $('rect, line, text').toArray()) {
          for (const name of ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'width']) {
            const given = $(element).attr(name)
            if (given !== undefined) expect(Number.isFinite(Number(given))).toBe(true)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('forecasts against what came', () => {
  const record: ForecastRecord = {
    title: 'Seen within 4 hours',
    unit: '%',
    decimals: 1,
    polarity: 'higher-is-better',
    rows: [
      { label: 'Q1 26/27', forecast: 77.3, low: 75, high: 80, actual: 73.2 },
      { label: 'Q2 26/27', forecast: 70, low: null, high: null, actual: 71.1 },
      { label: 'Q3 26/27', forecast: 74, low: null, high: null, actual: null },
    ],
  }

  test('say how far out each was, and which way', () => {
    const rows = forecastPicture(record).rows
    expect(rows[0]).toEqual([
      'Q1 26/27',
      '77.3%',
      '75.0% to 80.0%',
      '73.2%',
      '4.1 points too hopeful',
    ])
    expect(rows[1]?.[4]).toBe('1.1 points too cautious')
    expect(rows[2]).toEqual(['Q3 26/27', '74.0%', 'none given', 'not yet', ''])
  })

  test('turn hope and caution round where lower is better, and drop both where neither is', () => {
    const missed = (polarity: ForecastRecord['polarity']) =>
      forecastPicture({ ...record, polarity }).rows[0]?.[4]
    expect(missed('lower-is-better')).toBe('4.1 points too cautious')
    expect(missed('context-only')).toBe('4.1 points too high')
  })

  test('draw the last eight, the forecast hollow and what came solid', () => {
    const rows = Array.from({ length: 11 }, (_, index) => ({
      ...record.rows[0]!,
      label: `P${index}`,
    }))
    const picture = forecastPicture({ ...record, rows })
    expect(picture.rows.map(row => row[0])).toEqual([
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
      'P8',
      'P9',
      'P10',
    ])
    const $ = load(picture.svg, { xml: true })
    expect($('circle')).toHaveLength(9)
    expect($('path[fill="#ffffff"]')).toHaveLength(9)
  })

  test('have words for none, and for none yet due', () => {
    expect(forecastPicture({ ...record, rows: [] }).alt).toContain('no forecasts yet')
    expect(forecastPicture({ ...record, rows: [record.rows[2]!] }).alt).toContain('come due yet')
    expect(forecastPicture({ ...record, rows: [] }).svg).not.toContain('NaN')
  })
})

describe('the risk grid', () => {
  const risks = [
    { title: 'Cold winter', likelihood: 2, impact: 3 },
    { title: 'No beds', likelihood: 5, impact: 4 },
    { title: 'No nurses', likelihood: 5, impact: 4 },
  ]

  test('counts risks where likelihood and impact put them', () => {
    const $ = load(riskGrid('Risks', risks).svg, { xml: true })
    expect($('rect')).toHaveLength(25)
    const counted = $('circle')
      .toArray()
      .map(ring => [$(ring).attr('cx'), $(ring).attr('cy')])
    expect(counted).toEqual([
      ['185', '132'],
      ['247', '24'],
    ])
    expect(
      $('text[font-weight="700"]')
        .toArray()
        .map(text => $(text).text()),
    ).toEqual(['1', '2'])
  })

  test('lists the worst first and says which it is', () => {
    const { rows, alt } = riskGrid('Risks', risks)
    expect(rows.map(row => row[3])).toEqual(['20', '20', '6'])
    expect(alt).toBe(
      'Risks: 3 risks, 2 of them high. The highest is No beds, likelihood 5 of 5, impact 4 of 5.',
    )
    expect(riskGrid('Risks', []).alt).toBe('Risks: no risks are listed.')
  })
})
