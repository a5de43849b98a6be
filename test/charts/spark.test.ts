import fc from 'fast-check'
import { heatBars, heatStrip } from '../../server/charts/heat'
import { sparkline } from '../../server/charts/spark'
import { STATUSES } from '../../server/domain/status'

describe('a sparkline', () => {
  test('spans the box from the lowest number to the highest, in whole pixels', () => {
    const { line, points, last } = sparkline([0, 5, 10], [])
    expect(line).toBe('M4 26L60 15L116 4')
    expect(points).toBe('4,26 60,15 116,4')
    expect(last).toEqual({ x: 116, y: 4 })
  })

  test('breaks where a figure is missing and ends at the last there is', () => {
    const { line, last } = sparkline([0, null, 10, null], [])
    expect(line).toBe('M4 26M79 4')
    expect(last).toEqual({ x: 79, y: 4 })
  })

  test('steps its target, and makes room for it', () => {
    const { target, line } = sparkline([0, 0, 0], [10, 10, 5])
    expect(target).toBe('M0 4H88V15H120')
    expect(line).toBe('M4 26L60 26L116 26')
  })

  test('of one figure, of a constant and of nothing', () => {
    expect(sparkline([7], [])).toMatchObject({ line: 'M4 15', last: { x: 4, y: 15 } })
    expect(sparkline([7, 7], []).line).toBe('M4 15L116 15')
    expect(sparkline([], [])).toEqual({ line: '', points: '', target: '', last: null })
    expect(sparkline([null], [null]).last).toBeNull()
  })

  test('stays in its box, whatever the numbers', () => {
    const number = fc.option(fc.double({ min: -1e15, max: 1e15, noNaN: true }))
    fc.assert(
      fc.property(fc.array(number), fc.array(number), (values, targets) => {
        const { points } = sparkline(values, targets)
        for (const pair of points.split(' ').filter(text => text !== '')) {
          const [x, y] = pair.split(',').map(Number)
          expect(Number.isInteger(x) && x! >= 0 && x! <= 120).toBe(true)
          expect(Number.isInteger(y) && y! >= 0 && y! <= 30).toBe(true)
        }
      }),
    )
  })
})

describe('a heat strip', () => {
  test('says each status by height as well as colour, and all of them in words', () => {
    const strip = heatStrip(['green', 'amber', 'red', 'overdue'])
    expect(strip.cells.map(cell => [cell.tone, cell.height])).toEqual([
      ['green', 8],
      ['amber', 14],
      ['red', 20],
      ['none', 3],
    ])
    expect(strip.cells.every(cell => cell.y + cell.height === strip.height)).toBe(true)
    expect(strip.label).toBe('last 4 quarters: 1 red, 1 amber, 1 green, 1 without colour')
  })

  test('shows the last twelve, at the right', () => {
    const strip = heatStrip([...Array(5).fill('red'), ...Array(12).fill('green')])
    expect(strip.label).toBe('last 12 quarters: 12 green')
    const short = heatStrip(['red', 'red'], 'month')
    expect(short.cells.map(cell => cell.x)).toEqual([120, 132])
    expect(short.label).toBe('last 2 months: 2 red')
    expect(short.width).toBe(142)
  })

  test('never gives a colour to what has none', () => {
    const tones = heatStrip(STATUSES).cells.map(cell => cell.tone)
    expect(tones).toEqual(['red', 'amber', 'green', 'none', 'none', 'none', 'none', 'none'])
  })

  test('has words for no periods, one, and halves', () => {
    expect(heatStrip([]).label).toBe('no quarters yet')
    expect(heatStrip(['red'], 'year').label).toBe('last year: 1 red')
    expect(heatStrip(['red', null], 'half').label).toBe('last 2 halves: 1 red, 1 without colour')
  })

  test('is printed with one path a tone, the same bars and the same words', () => {
    const statuses = ['red', 'green', 'red', null] as const
    const { bars, label } = heatBars(statuses)
    expect(bars).toEqual([
      { tone: 'red', path: 'M101 20v-20M125 20v-20' },
      { tone: 'green', path: 'M113 20v-8' },
      { tone: 'none', path: 'M137 20v-3' },
    ])
    expect(label).toBe(heatStrip(statuses).label)
    expect(heatBars([]).bars).toEqual([])
  })

  test('breaks the target of a sparkline where there was none', () => {
    expect(sparkline([1, 1, 1, 1], [2, null, 2, 2]).target).toBe('M0 4H23M60 4H120')
  })
})
