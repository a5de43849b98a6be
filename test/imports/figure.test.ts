import { readCanonical } from '../../server/imports/canonical'
import { type FigureRules, readFigure } from '../../server/imports/figure'

const PERCENT: FigureRules = { unit: '%', per: 100, neverZero: false }

function figureOf(cells: Record<string, string>, rules: FigureRules = PERCENT) {
  const names = ['indicator_code', 'period', ...Object.keys(cells)]
  const values = ['a', '2016/17', ...Object.values(cells).map(cell => `"${cell}"`)]
  const read = readCanonical(new TextEncoder().encode(`${names.join()}\n${values.join()}`))
  if ('unreadable' in read || !read.rows[0]) throw new Error('The row could not be read.')
  return readFigure(read.rows[0], rules)
}

const faultsOf = (...given: Parameters<typeof figureOf>) => {
  const found = figureOf(...given)
  return 'faults' in found
    ? found.faults.map(({ column, sentence }) => `${column}: ${sentence}`)
    : []
}

describe('the figure of a row', () => {
  test('is its value', () => {
    expect(figureOf({ value: '71.1', comment: 'Rain' })).toEqual({
      figure: {
        availability: 'figure',
        availabilityNote: '',
        value: 71.1,
        numerator: null,
        denominator: null,
        certainty: 'final',
        comment: 'Rain',
      },
    })
  })

  test('is computed from its counts, halves included', () => {
    const found = figureOf({ numerator: '14.5', denominator: '1,160' })
    expect(found).toMatchObject({ figure: { value: 1.25, numerator: 14.5, denominator: 1160 } })
  })

  test('is the counts, where the value beside them is only rounded', () => {
    const found = figureOf({ numerator: '436', denominator: '613', value: '71.1%' })
    expect(found).toMatchObject({ figure: { value: 71.1256117455 } })
  })

  test('may repeat its counts as a share of 1', () => {
    const found = figureOf({ numerator: '436', denominator: '613', value: '0.711' })
    expect(found).toMatchObject({ figure: { value: 71.1256117455 } })
  })

  test('is refused where value and counts disagree beyond rounding', () => {
    expect(faultsOf({ numerator: '436', denominator: '613', value: '71.2' })).toEqual([
      'value: The value is 71.2, but the counts make it 71.1256 (436 of 613).',
    ])
  })

  test('is nothing at all in a row of blanks', () => {
    expect(figureOf({ value: '' })).toEqual({ figure: null })
  })

  test.each([
    [{ value: 'n/a' }, 'not-applicable'],
    [{ value: '-' }, 'not-yet-available'],
    [{ value: '*' }, 'suppressed'],
    [{ numerator: '<5', denominator: '40' }, 'suppressed'],
  ])('is a state, not a number: %j', (cells, availability) => {
    const nothing = { value: null, numerator: null, denominator: null }
    expect(figureOf(cells)).toMatchObject({ figure: { ...nothing, availability } })
  })

  test('stands where only its counts are hidden', () => {
    expect(figureOf({ value: '8.1', numerator: '*', denominator: '*' })).toMatchObject({
      figure: { availability: 'figure', value: 8.1, numerator: null },
    })
  })

  test('is not applicable where there was nothing to measure', () => {
    expect(figureOf({ numerator: '0', denominator: '0' })).toMatchObject({
      figure: { availability: 'not-applicable', value: null, denominator: 0 },
    })
  })

  test.each([
    [{ numerator: '5', denominator: '0' }, 'denominator: 5 of 0 cannot be'],
    [{ numerator: '5' }, 'denominator: A numerator and a denominator are needed together'],
    [{ denominator: '5' }, 'numerator: A numerator and a denominator are needed together'],
    [{ numerator: '-5', denominator: '9' }, 'numerator: A count cannot be negative'],
    [{ numerator: '5%', denominator: '9' }, 'numerator: A count cannot be a percentage'],
    [{ value: '*', numerator: '5', denominator: '9' }, 'value: The value is withheld'],
    [{ value: '£5' }, 'value: £ is written here, but this measure is in %'],
  ])('is refused for %j', (cells, sentence) => {
    expect(faultsOf(cells)).toEqual([expect.stringContaining(sentence)])
  })

  test('is refused as 0 where the measure is never 0', () => {
    const rules = { ...PERCENT, neverZero: true }
    expect(faultsOf({ value: '0' }, rules)).toEqual([expect.stringContaining('never 0')])
    expect(faultsOf({ numerator: '0', denominator: '9' }, rules)).toHaveLength(1)
    expect(figureOf({ value: '0' })).toMatchObject({ figure: { value: 0 } })
  })
})
