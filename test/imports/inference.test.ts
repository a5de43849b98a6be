import { readCanonical } from '../../server/imports/canonical'
import type { Definition } from '../../server/imports/definitions'
import { inferFrequency, inferUnit } from '../../server/imports/inference'

const APRIL = { yearStart: 4 }

function rowsOf(...lines: string[]) {
  const text = ['indicator_code,period,numerator,denominator,value,target', ...lines].join('\n')
  const read = readCanonical(new TextEncoder().encode(text))
  if ('unreadable' in read || read.faults.length > 0) throw new Error('The rows cannot be read.')
  return read.rows
}

const inferred = (lines: string[], definition: Partial<Definition> = {}) =>
  inferUnit(rowsOf(...lines), { reference: 'a', ...definition })

describe('a new measure without a definition', () => {
  test.each([
    ['shares without values', ['a,2016/17,436,613,,80'], '%', 100, 1],
    ['shares with values', ['a,2016/17,436,613,71.1,80'], '%', 100, 1],
    ['rates per 1,000', ['a,2016/17,19,2000,9.5,8', 'a,2017/18,18,2000,9,8'], '', 1000, 1],
    ['averages', ['a,2016/17,300,20,15,10'], '', 1, 1],
    ['averages without values', ['a,2016/17,300,20,,10'], '', 1, 1],
    ['values in %', ['a,2016/17,,,77.4%,80'], '%', 100, 1],
    ['values in pounds', ['a,2016/17,,,£12.50,10'], '£', 1, 2],
    ['plain values', ['a,2016/17,,,1284,1300.125'], '', 1, 2],
  ])('is taken for what its figures are: %s', (_, lines, unit, per, decimals) => {
    expect(inferred(lines)).toMatchObject({ unit, per, decimals })
  })

  test('one odd row does not change what it is multiplied by', () => {
    const lines = ['a,2015/16,1,4,25,', 'a,2016/17,1,2,50,', 'a,2017/18,1,2,0.5,']
    expect(inferred(lines)).toMatchObject({ unit: '%', per: 100 })
  })

  test('follows its definition where that speaks', () => {
    const lines = ['a,2016/17,19,2000,,8']
    expect(inferred(lines, { unit: 'per 1,000 homes' })).toMatchObject({ per: 1000 })
    expect(inferred(lines, { unit: 'index', decimals: 3 })).toMatchObject({
      unit: 'index',
      decimals: 3,
    })
    expect(inferred(lines, { per: 100_000 })).toMatchObject({ per: 100_000, unit: '' })
  })

  test('is reported as often as its periods are long', () => {
    const rows = rowsOf('a,2016/17 Q1,,,1,', 'a,Q2 2016/17,,,1,', 'a,rubbish,,,1,')
    expect(inferFrequency(rows, APRIL)).toEqual({ frequency: 'quarter' })
    expect(inferFrequency(rowsOf('a,rubbish,,,1,'), APRIL)).toEqual({ refused: null })
    const months = rowsOf('a,2009-09,,,1,', 'a,2009-10,,,1,', 'a,2009-11,,,1,')
    expect(inferFrequency(months, APRIL)).toEqual({ frequency: 'month' })
    expect(inferFrequency(rowsOf('a,2009-10,,,1,'), APRIL)).toEqual({ frequency: 'year' })
    const mixed = inferFrequency(rowsOf('a,2016/17 Q1,,,1,', 'a,2016/17,,,1,'), APRIL)
    expect(mixed).toEqual({ refused: expect.stringContaining('several lengths') })
  })
})
