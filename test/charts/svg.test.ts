import { load } from 'cheerio'
import fc from 'fast-check'
import { axisLabels, frameOf, labelSpan } from '../../server/charts/frame'
import { seriesChart } from '../../server/charts/series-chart'
import { CHART_VIEWS, type ChartLine } from '../../server/charts/series'
import { pictures, SIZES, svgPicture } from '../../server/charts/svg'
import { groupOf, lineOf, quarters, target } from './quarters'

const ten = [72, 70, 73.1, 71, 69, 72, 74, 70, 73.2, 71.1]

function drawn(line: ChartLine, size: { width: number; height: number } = SIZES.full) {
  const chart = seriesChart(line)
  const $ = load(svgPicture(chart, size), { xml: true })
  return { chart, $, frame: frameOf(chart, size), text: $('text').text() }
}

const stroke = (colour: string) => `path[stroke="${colour}"]`
const TARGET = stroke('#b3132b')

describe('the drawing of a series', () => {
  test('puts each figure where its number says', () => {
    const { $, frame, chart } = drawn(lineOf(quarters(ten)))
    const dots = $('circle[r="4.5"]').toArray()
    expect(dots).toHaveLength(10)
    const { low, high } = chart.scale
    for (const [index, dot] of dots.entries()) {
      const share = (ten[index]! - low) / (high - low)
      const y = frame.bottom - share * (frame.bottom - frame.top)
      expect(Number($(dot).attr('cy'))).toBeCloseTo(y, 0)
      expect(Number($(dot).attr('cx'))).toBeCloseTo(frame.x(index), 0)
    }
  })

  test('breaks the line where a figure is missing', () => {
    const { $ } = drawn(lineOf(quarters([1, 2, null, 3, 4])))
    const path = $(`${stroke('#22406b')}[stroke-width="2.5"]`).attr('d') ?? ''
    expect(path.match(/M/g)).toHaveLength(2)
    expect(path.match(/L/g)).toHaveLength(2)
  })

  test('draws a target as a step: only level and upright lines', () => {
    const points = quarters([1, 2, 3, 4], target(2), {
      2: { target: target(3) },
      3: { target: target(3) },
    })
    const { $, frame } = drawn(lineOf(points))
    const path = $(TARGET).attr('d') ?? ''
    expect(path).toMatch(/^M[\d.]+ [\d.]+(H[\d.]+|V[\d.]+)+$/)
    expect(path.match(/V/g)).toHaveLength(1)
    expect($(TARGET).attr('stroke-dasharray')).toBe('7 4')
    const upright = Number(/H([\d.]+)V/.exec(path)?.[1])
    expect(upright).toBeCloseTo((frame.x(1) + frame.x(2)) / 2, 0)
  })

  test('draws both ends of a range', () => {
    const { $, text } = drawn(lineOf(quarters([4, 5], { value: null, low: 3, high: 6 })))
    expect($(TARGET)).toHaveLength(2)
    expect(text).toContain('target, most 6.0%')
    expect(text).toContain('target, least 3.0%')
  })

  test('leaves provisional figures hollow and says so', () => {
    const { $, text } = drawn(lineOf(quarters(ten, null, { 9: { provisional: true } })))
    const dots = $('circle[r="4.5"]').toArray()
    expect(dots.map(dot => $(dot).attr('fill')).filter(fill => fill === '#ffffff')).toHaveLength(1)
    expect($(dots[9]).attr('fill')).toBe('#ffffff')
    expect(text).toContain('provisional')
  })

  test('tells signals apart by shape: a square for the worse, a ring for the better, a triangle', () => {
    const { $ } = drawn(
      lineOf(
        quarters(ten, null, {
          1: { flag: 'outside', meaning: 'concern' },
          2: { flag: 'shift', meaning: 'improvement' },
          3: { flag: 'trend', meaning: 'low' },
          4: { flag: null, meaning: 'concern' },
        }),
      ),
    )
    expect($('rect[fill="#b8480b"][width="12"]')).toHaveLength(1)
    expect($('circle[r="8.5"]')).toHaveLength(1)
    expect($('path[fill="#16233b"]').length).toBeGreaterThan(0)
    expect($('circle[r="4.5"][fill="#22406b"]')).toHaveLength(7)
  })

  test('draws limits at their numbers, and none where none are given', () => {
    const limits = { groups: [groupOf(0, 9)], trial: true }
    const { $, frame, text } = drawn(lineOf(quarters(ten), { limits, view: 'control' }))
    const heights = $('line[stroke-dasharray="2 3"]')
      .toArray()
      .map(element => Number($(element).attr('y1')))
    expect(heights).toContain(Math.round(frame.y(78.5) * 10) / 10)
    expect(heights).toContain(Math.round(frame.y(64.6) * 10) / 10)
    expect(text).toContain('upper trial limit 78.5%')
    const without = drawn(lineOf(quarters(ten), { view: 'control' }))
    expect(without.$('line[stroke-dasharray="2 3"]')).toHaveLength(0)
    expect(without.text).not.toContain('limit')
  })

  test('draws each side of a break with its own limits', () => {
    const points = quarters([...ten, ...ten], null, { 10: { mark: 'definition changed' } })
    const groups = [groupOf(0, 9), groupOf(10, 19, { lower: 60, upper: 90 })]
    const { $, frame, text } = drawn(lineOf(points, { limits: { groups, trial: false } }))
    const between = (frame.x(9) + frame.x(10)) / 2
    const upper = $(`line[y1="${Math.round(frame.y(90) * 10) / 10}"][stroke-dasharray="2 3"]`)
    expect(Number(upper.attr('x1'))).toBeCloseTo(between, 0)
    expect(Number($('line[stroke-dasharray="1 3"]').attr('x1'))).toBeCloseTo(between, 0)
    expect(text).toContain('definition changed')
  })

  test('draws a forecast dashed, with a whisker for its range', () => {
    const forecast = [{ label: 'Q3 26/27', value: 76, low: 72, high: 79.5 }]
    const { $, frame, text } = drawn(lineOf(quarters(ten), { forecast }))
    expect($('path[stroke-dasharray="5 4"]')).toHaveLength(1)
    const whisker =
      $(`${stroke('#22406b')}[stroke-width="1.5"]`)
        .first()
        .attr('d') ?? ''
    expect(whisker).toContain(`V${Math.round(frame.y(72) * 10) / 10}`)
    expect(text).toContain('forecast 76.0%')
    expect(text).toContain('71.1%')
  })

  test('marks what was first reported', () => {
    const { $, text } = drawn(lineOf(quarters(ten, null, { 3: { revisedFrom: 75 } })))
    expect($('path[stroke="#56627a"][fill="none"]').length).toBeGreaterThan(0)
    expect(text).toContain('first reported, since revised')
  })

  test('has a name and a description, and escapes what people wrote', () => {
    const title = `<script>alert("x")</script> & 'more'`
    const markup = svgPicture(
      seriesChart(
        lineOf(quarters(ten, null, { 4: { mark: '<b onclick=x>' } }), { title, unit: '<i>' }),
      ),
    )
    expect(markup).not.toMatch(/<script|<b |<i>/)
    const $ = load(markup, { xml: true })
    expect($('svg').attr('role')).toBe('img')
    expect($('svg > title').text()).toBe(title)
    expect($('svg > desc').text()).toContain('Line chart of')
  })

  test('needs nothing the page forbids, and no lettering below 12 pixels', () => {
    for (const markup of Object.values(pictures(seriesChart(lineOf(quarters(ten, target(80))))))) {
      const $ = load(markup, { xml: true })
      expect($('[style], style, script, [id]')).toHaveLength(0)
      const sizes = $('[font-size]')
        .toArray()
        .map(one => Number($(one).attr('font-size')))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
    }
  })

  test('says so when there is nothing to draw', () => {
    expect(drawn(lineOf([])).text).toContain('No figures yet')
    expect(drawn(lineOf(quarters([null, null], target(5)))).text).toContain('No figures yet')
    expect(drawn(lineOf(quarters([0]))).text).not.toContain('No figures yet')
  })
})

describe('the names beneath the axis', () => {
  test('are the last period, shortened where its year begins close by, and where years begin', () => {
    const namesAt = (width: number) => {
      const { chart, frame } = drawn(lineOf(quarters(ten)), { width, height: 300 })
      return axisLabels(chart, frame).map(one => one.text)
    }
    expect(namesAt(760)).toEqual(['Q2 26/27', 'Q1 26/27', 'Q1 25/26', 'Q1 24/25'])
    expect(namesAt(600)).toEqual(['Q2', 'Q1 26/27', 'Q1 25/26', 'Q1 24/25'])
    expect(namesAt(300)).toEqual(['Q2 26/27', 'Q1 25/26', 'Q1 24/25'])
  })

  test('never overlap, however many periods and however narrow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.boolean(), (count, narrow) => {
        const chart = seriesChart(lineOf(quarters(Array(count).fill(5))))
        const frame = frameOf(chart, narrow ? SIZES.phone : SIZES.full)
        const spans = axisLabels(chart, frame)
          .map(one => labelSpan(frame, one.at, one.text))
          .sort((a, b) => a.from - b.from)
        expect(spans.length).toBeGreaterThan(0)
        for (const [index, span] of spans.entries()) {
          expect(span.from).toBeGreaterThanOrEqual(index === 0 ? 0 : spans[index - 1]!.to)
          expect(span.to).toBeLessThanOrEqual(frame.width)
        }
      }),
    )
  })
})

describe('whatever the numbers', () => {
  const number = fc.oneof(
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    fc.integer({ min: -50, max: 50 }),
    fc.constant(0),
  )
  const figure = fc.option(number)
  const point = fc.record({
    value: figure,
    target: fc.oneof(fc.constant(null), number.map(target)),
    lower: figure,
    upper: figure,
    provisional: fc.boolean(),
    revisedFrom: figure,
    flag: fc.constantFrom(null, 'outside' as const),
    meaning: fc.constantFrom(
      'improvement' as const,
      'concern' as const,
      'high' as const,
      'low' as const,
    ),
    mark: fc.constantFrom(null, 'changed'),
  })
  const line = fc.record({
    points: fc.array(point, { maxLength: 30 }),
    view: fc.constantFrom(...CHART_VIEWS),
    ahead: fc.array(fc.record({ value: number, low: figure, high: figure }), { maxLength: 3 }),
    unit: fc.constantFrom('%', '£', 'days'),
  })

  test('every coordinate is a number, and every picture is well formed', () => {
    fc.assert(
      fc.property(line, ({ points, view, ahead, unit }) => {
        const forecast = ahead.map((one, index) => ({ label: `Q${index + 1} 40/41`, ...one }))
        const filled = quarters(
          points.map(() => null),
          null,
          { ...points },
        )
        const limits = { groups: [groupOf(0, 29)], trial: false }
        const comparison = points.map(one => one.lower)
        const chart = seriesChart(lineOf(filled, { view, unit, forecast, limits, comparison }))
        for (const size of Object.values(SIZES)) {
          const markup = svgPicture(chart, size)
          expect(markup).not.toMatch(/NaN|Infinity|undefined|null/)
          expect(load(markup, { xml: true })('svg > title')).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })
})
