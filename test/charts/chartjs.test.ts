import { load } from 'cheerio'
import ejs from 'ejs'
import { type ChartSpec, chartSpec } from '../../server/charts/chartjs'
import { seriesChart } from '../../server/charts/series-chart'
import type { ChartLine } from '../../server/charts/series'
import { pictures } from '../../server/charts/svg'
import { groupOf, lineOf, quarters, target } from './quarters'

const ten = [72, 70, 73.1, 71, 69, 72, 74, 70, 73.2, 71.1]

function specOf(others: Partial<ChartLine> = {}, more: Parameters<typeof quarters>[2] = {}) {
  return chartSpec(seriesChart(lineOf(quarters(ten, target(80), more), others)))
}

const setOf = (spec: ChartSpec, label: string) =>
  spec.config.data.datasets.find(set => set.label === label)

const labelsOf = (spec: ChartSpec) => spec.config.data.datasets.map(set => set.label)

describe('the browser’s chart', () => {
  test('is plain JSON, without a function in it', () => {
    const limits = { groups: [groupOf(0, 9)], trial: true }
    const forecast = [{ label: 'Q3 26/27', value: 76, low: 72, high: 79.5 }]
    const spec = specOf({ limits, forecast }, { 3: { mark: 'changed', revisedFrom: 70 } })
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec)
    expect(spec.config.options.animation).toBe(false)
  })

  test('holds the figures, with gaps left as gaps', () => {
    const spec = specOf({}, { 2: { value: null } })
    const actual = setOf(spec, 'Actual')
    expect(actual?.data).toEqual([72, 70, null, 71, 69, 72, 74, 70, 73.2, 71.1])
    expect(actual?.spanGaps).toBe(false)
  })

  test('steps its target between periods', () => {
    const spec = specOf({}, { 0: { target: target(76) } })
    expect(setOf(spec, 'Target')).toMatchObject({
      data: [76, 80, 80, 80, 80, 80, 80, 80, 80, 80],
      stepped: 'middle',
      borderDash: [7, 4],
    })
  })

  test('leaves provisional figures hollow and gives signals shapes of their own', () => {
    const actual = setOf(
      specOf(
        {},
        {
          1: { flag: 'outside', meaning: 'concern' },
          2: { flag: 'outside', meaning: 'low' },
          3: { flag: 'outside', meaning: 'improvement' },
          9: { provisional: true },
        },
      ),
      'Actual',
    )
    const styles = actual?.pointStyle as string[]
    const fills = actual?.pointBackgroundColor as string[]
    expect(styles.slice(0, 4)).toEqual(['circle', 'rect', 'triangle', 'circle'])
    expect(fills[9]).toBe('#ffffff')
    expect(fills[8]).toBe('#22406b')
    expect(fills[1]).toBe('#b8480b')
  })

  test('rings what is unusual for the better', () => {
    const spec = specOf({}, { 3: { flag: 'shift', meaning: 'improvement' } })
    const ring = setOf(spec, 'Unusual, for the better')
    expect(ring?.data.filter(value => value !== null)).toEqual([71])
    expect(labelsOf(specOf())).not.toContain('Unusual, for the better')
  })

  test('draws limits along their own group only', () => {
    const limits = { groups: [groupOf(2, 9)], trial: false }
    const spec = specOf({ limits, view: 'control' })
    expect(setOf(spec, 'Upper limit')?.data).toEqual([null, null, ...Array(8).fill(78.5)])
    expect(setOf(spec, 'Average')?.data[9]).toBe(71)
    expect(labelsOf(specOf({ limits: null, view: 'control' }))).toEqual(['Actual', 'Target'])
  })

  test('begins the forecast at the latest figure, with its range as whiskers', () => {
    const forecast = [{ label: 'Q3 26/27', value: 76, low: 72, high: 79.5 }]
    const spec = specOf({ forecast })
    expect(setOf(spec, 'Forecast')?.data).toEqual([...Array(9).fill(null), 71.1, 76])
    const annotations = Object.values(spec.config.options.plugins.annotation.annotations)
    expect(annotations).toContainEqual(
      expect.objectContaining({ type: 'line', xMin: 10, xMax: 10, yMin: 72, yMax: 79.5 }),
    )
    expect(spec.heights).toEqual([...ten, 76])
  })

  test('marks a break between the periods it stands between', () => {
    const spec = specOf({}, { 4: { mark: 'definition changed' } })
    const annotations = Object.values(spec.config.options.plugins.annotation.annotations)
    expect(annotations).toContainEqual(expect.objectContaining({ xMin: 3.5, xMax: 3.5 }))
  })

  test('has the range and the ticks of the server’s drawing', () => {
    const chart = seriesChart(lineOf(quarters(ten, target(80))))
    const spec = chartSpec(chart)
    expect(spec.config.options.scales?.y).toMatchObject({
      min: chart.scale.low,
      max: chart.scale.high,
    })
    expect(spec.tickTexts).toEqual({ 65: '65%', 70: '70%', 75: '75%', 80: '80%', 85: '85%' })
  })

  test('can be read aloud period by period', () => {
    const spec = specOf({}, { 8: { status: 'red', target: null } })
    expect(spec.readings[8]).toBe('2026/27 Q1, 73.2%, red')
    expect(spec.alt).toContain('Line chart of Seen within 4 hours')
  })
})

describe('a picture in a page', () => {
  async function render(params: object) {
    const options = { _with: false, localsName: 'it', strict: true, async: false }
    return load(await ejs.renderFile('views/components/picture.ejs', { params }, options))
  }

  test('is the drawing, with the chart beside it for browsers that can', async () => {
    const title = `'"><img src=x onerror=alert(1)>`
    const chart = seriesChart(
      lineOf(quarters(ten, target(80), { 9: { provisional: true } }), { title }),
    )
    const { wide: svg, narrow } = pictures(chart)
    const spec = chartSpec(chart)
    const $ = await render({ svg, narrow, chart: spec, caption: chart.sentence })

    expect($('svg[role=img]')).toHaveLength(2)
    expect($('img')).toHaveLength(0)
    expect($('figcaption').text()).toBe(chart.sentence)
    expect($('[data-chart]').attr('hidden')).toBeDefined()
    const { key, ...rest } = spec
    expect(JSON.parse($('[data-chart]').attr('data-chart') ?? '')).toEqual(rest)
    expect($('.picture__key li').text()).toContain(key[0]!.words)
    expect($('[style], script')).toHaveLength(0)
  })

  test('is the drawing alone where no chart is given', async () => {
    const { wide: svg } = pictures(seriesChart(lineOf(quarters(ten))), 'panel')
    const $ = await render({ svg })
    expect($('svg[role=img]')).toHaveLength(1)
    expect($('[data-chart], .picture__key, figcaption')).toHaveLength(0)
  })
})
