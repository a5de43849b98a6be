import {
  capitalised,
  formatCount,
  formatDate,
  formatExactly,
  formatFigure,
  formatGap,
  formatGapExactly,
  formatNumber,
  listOf,
  nounFor,
  numberWord,
  ordinal,
  plural,
} from '../../server/domain/format'

test.each([
  [71.1, '%', 1, '71.1%'],
  [71.125, '%', 1, '71.1%'],
  [80, '%', 1, '80.0%'],
  [1284, '£', 0, '£1,284'],
  [-1284.5, '£', 2, '−£1,284.50'],
  [1.25, '£m', 2, '£1.25m'],
  [1284, '£000', 0, '£1,284k'],
  [412, '£ per household', 0, '£412 per household'],
  [9.5, 'per 1,000 homes', 1, '9.5 per 1,000 homes'],
  [23, 'days', 0, '23 days'],
  [1, 'days', 0, '1 day'],
  [1, 'days', 1, '1.0 days'],
  [1, 'people', 0, '1 person'],
  [1, 'per 1,000 homes', 0, '1 per 1,000 homes'],
  [12345678, '', 0, '12,345,678'],
  [999, 'number', 0, '999'],
  [-3, '', 0, '−3'],
  [-0.04, '', 1, '0.0'],
  [1.005, '', 2, '1.01'],
  [null, '%', 1, '–'],
])('%d in %s to %d places is written %s', (value, unit, decimals, text) => {
  expect(formatFigure(value, { unit, decimals })).toBe(text)
})

test('a difference of percentages is in points, and never signed', () => {
  expect(formatGap(-8.9, { unit: '%', decimals: 1 })).toBe('8.9 points')
  expect(formatGap(1, { unit: '%', decimals: 0 })).toBe('1 point')
  expect(formatGap(-1284, { unit: '£', decimals: 0 })).toBe('£1,284')
  expect(formatGap(null, { unit: '£', decimals: 0 })).toBe('–')
})

test('a tolerance shows every decimal place it has', () => {
  expect(formatGapExactly(8.45, { unit: '%', decimals: 1 })).toBe('8.45 points')
  expect(formatExactly(84.5 - 8.45, { unit: '%', decimals: 1 })).toBe('76.05%')
  expect(formatExactly(76, { unit: '%', decimals: 1 })).toBe('76.0%')
})

test('counts can be halves', () => {
  expect(formatCount(14.5)).toBe('14.5')
  expect(formatCount(1613)).toBe('1,613')
  expect(formatNumber(1284.5, 1)).toBe('1,284.5')
  expect(formatNumber(1e21, 1)).toBe('1,000,000,000,000,000,000,000.0')
  expect(formatNumber(-1e22, 0)).toBe('−10,000,000,000,000,000,000,000')
  expect(formatNumber(1e-9, 2)).toBe('0.00')
})

test('places are words up to twelfth', () => {
  expect([1, 3, 12, 13, 21, 22, 23, 111, 112].map(ordinal)).toEqual([
    'first',
    'third',
    'twelfth',
    '13th',
    '21st',
    '22nd',
    '23rd',
    '111th',
    '112th',
  ])
})

test('numbers are words under thirteen', () => {
  expect([0, 1, 12, 13].map(numberWord)).toEqual(['no', 'one', 'twelve', '13'])
})

test('one quarter, two quarters, three people', () => {
  expect(plural(1, 'quarter')).toBe('1 quarter')
  expect(plural(2, 'quarter')).toBe('2 quarters')
  expect(plural(3, 'person', 'people')).toBe('3 people')
  expect(nounFor(1, 'quarter')).toBe('quarter')
})

test('lists are joined as they are spoken', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listOf)).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
})

test('dates and sentences are written out', () => {
  expect(formatDate('2026-10-04')).toBe('4 October 2026')
  expect(capitalised('the ward plan')).toBe('The ward plan')
})
