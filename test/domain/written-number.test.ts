import { readWrittenNumber } from '../../server/domain/written-number'

test.each([
  ['77.4', 77.4],
  [' 77.4 % ', 77.4],
  ['1,284', 1284],
  ['1,234,567.5', 1234567.5],
  ['£12.50', 12.5],
  ['-£ 3', -3],
  ['−3', -3],
  ['+2', 2],
  ['.5', 0.5],
  ['1e-4', 0.0001],
  ['0', 0],
  ['', null],
  ['  ', null],
  ['NA', null],
  ['n/a', undefined],
  ['1,28', undefined],
  ['12 34', undefined],
  ['1.2.3', undefined],
  ['0x10', undefined],
  ['Infinity', undefined],
  ['1e999', undefined],
  ['fewer than 5', undefined],
])('“%s” reads %s', (text, expected) => {
  expect(readWrittenNumber(text)).toBe(expected)
})
