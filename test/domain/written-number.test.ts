import { analyse, readAnalysisInput } from '../../server/domain/analysis'
import { readWrittenNumber, writtenNumber } from '../../server/domain/written-number'
import { readCell } from '../../server/imports/cells'
import { decimal } from '../../server/web/forms'

const formReads = (text: string) =>
  decimal({ missing: 'none', wrong: 'wrong' }).safeParse(text).data ?? null

function fileReads(text: string): number | null {
  const cell = readCell(text)
  return cell.kind === 'number' ? cell.number : null
}

function analysisReads(text: string): number | null {
  try {
    return readAnalysisInput(`period\tvalue\n2001/02\t${text}\n`).values[0] ?? null
  } catch (error) {
    expect((error as Error).message).toMatch(/^Row 2, column value: “.+” .+\.$/)
    return null
  }
}

const EVERYWHERE: [string, number | null][] = [
  ['77.4', 77.4],
  [' 77.4 % ', 77.4],
  ['1,284', 1284],
  ['1,234,567.5', 1234567.5],
  ['£12.50', 12.5],
  ['-£ 3', -3],
  ['£-3', -3],
  ['−3', -3],
  ['–3', -3],
  ['+5', 5],
  ['5.', 5],
  ['.5', 0.5],
  ['007', 7],
  ['0', 0],
  ['-0', 0],
  ['78.574700000000007', 78.5747],
  ['999,999,999,999', 999999999999],
  ['0.000001', 0.000001],
  ['1e5', null],
  ['1e-9', null],
  ['1E+99', null],
  ['1,234.5e2', null],
  ['1,000,000,000,000', null],
  ['0.0000001', null],
  ['1.234,56', null],
  ['1,28', null],
  ['12 34', null],
  ['1.2.3', null],
  ['--5', null],
  ['+-5', null],
  ['-£-5', null],
  ['£5%', null],
  ['(5)', null],
  ['0x10', null],
  ['Infinity', null],
  ['about 70', null],
]

test.each(EVERYWHERE)('“%s” reads %s in a form, a file and an analysis alike', (text, expected) => {
  expect(writtenNumber(text)).toBe(expected)
  expect(formReads(text)).toBe(expected)
  expect(fileReads(text)).toBe(expected)
  expect(analysisReads(text)).toBe(expected)
})

test.each([
  ['1e5', 'is written with an exponent. Write it out in full, like 100,000.'],
  ['1.234,56', 'has a comma that does not part thousands. Write decimals with a point.'],
  ['1e12', 'is written with an exponent.'],
  ['1000000000000', 'is too large: figures are below a million million.'],
  ['0.0000000001', 'is too small: figures have at most six decimal places.'],
  ['(5)', 'is in brackets. Write a negative number with a minus sign.'],
  ['lots', 'is not a number.'],
])('“%s” is refused with a sentence', (text, why) => {
  expect(readWrittenNumber(text)).toEqual({ sentence: expect.stringContaining(`“${text}” ${why}`) })
})

test('a blank or NA in an analysis is a gap', () => {
  const { values, options } = readAnalysisInput('period,value\n2001/02,\n2002/03,NA\n2003/04,4\n')
  expect(values).toEqual([null, null, 4])
  expect(analyse(values, options).points).toHaveLength(3)
})
