import { readCell, readTargetCell } from '../../server/imports/cells'

describe('reading a cell', () => {
  test.each([
    ['71.1', 71.1, 1, ''],
    [' 1,284 ', 1284, 0, ''],
    ['12,345,678.90', 12345678.9, 2, ''],
    ['77.4%', 77.4, 1, '%'],
    ['77.4 %', 77.4, 1, '%'],
    ['£1,284.50', 1284.5, 2, '£'],
    ['−16', -16, 0, ''],
    ['-16.5', -16.5, 1, ''],
    ['–5', -5, 0, ''],
    ['-£12', -12, 0, '£'],
    ['£-12', -12, 0, '£'],
    ['14.5', 14.5, 1, ''],
    ['.5', 0.5, 1, ''],
    ['5.', 5, 0, ''],
    ['0', 0, 0, ''],
    ['-0', 0, 0, ''],
    ['+5', 5, 0, ''],
    ['007', 7, 0, ''],
    ['78.574700000000007', 78.5747, 4, ''],
    ['0.30000000000000004', 0.3, 1, ''],
    ['71.10', 71.1, 2, ''],
  ])('%s is a number', (text, number, decimals, unit) => {
    expect(readCell(text)).toEqual({ kind: 'number', number, decimals, unit })
  })

  test('a blank says nothing, and is never 0', () => {
    expect(readCell('')).toEqual({ kind: 'blank' })
    expect(readCell('  \u00a0 ')).toEqual({ kind: 'blank' })
  })

  test.each([
    ['n/a', 'not-applicable'],
    ['N/A', 'not-applicable'],
    ['Not applicable', 'not-applicable'],
    ['.', 'not-applicable'],
    ['[z]', 'not-applicable'],
    ['-', 'not-yet-available'],
    ['–', 'not-yet-available'],
    ['..', 'not-yet-available'],
    ['TBC', 'not-yet-available'],
    ['[x]', 'not-yet-available'],
    ['not yet available', 'not-yet-available'],
    ['*', 'suppressed'],
    ['Suppressed', 'suppressed'],
    ['[c]', 'suppressed'],
    ['<5', 'suppressed'],
    ['< 10', 'suppressed'],
    ['fewer than 5', 'suppressed'],
    ['1–4', 'suppressed'],
  ])('%s stands for a figure that is %s', (text, availability) => {
    expect(readCell(text)).toEqual({ kind: 'state', availability })
  })

  test.each([
    ['71,1', 'has a comma that does not part thousands'],
    ['1,28,400', 'is not a number'],
    ['(5)', 'is in brackets'],
    ['#DIV/0!', 'is a spreadsheet'],
    ['#N/A', 'is a spreadsheet'],
    ['about 70', 'is not a number'],
    ['£77%', 'is not a number'],
    ['--5', 'is not a number'],
    ['NaN', 'is not a number'],
    ['Infinity', 'is not a number'],
    ['0x10', 'is not a number'],
    ['<0.1', 'is not a number'],
    ['1e+05', 'is written with an exponent'],
    ['12345678901234567', 'is too large'],
  ])('%s is refused with a sentence', (text, why) => {
    const cell = readCell(text)
    expect(cell).toEqual({ kind: 'wrong', sentence: expect.stringContaining(`“${text}” ${why}`) })
  })
})

describe('reading a target', () => {
  test('is one value', () => {
    expect(readTargetCell('80%')).toEqual({
      kind: 'target',
      target: { value: 80, low: null, high: null },
      decimals: 0,
    })
  })

  test.each(['4 to 6.5', '4 - 6.5', '4 – 6.5'])('or a range: %s', text => {
    expect(readTargetCell(text)).toEqual({
      kind: 'target',
      target: { value: null, low: 4, high: 6.5 },
      decimals: 1,
    })
  })

  test.each(['', 'none', 'No target', 'n/a', '-', 'TBC'])('“%s” says nothing', text => {
    expect(readTargetCell(text)).toEqual({ kind: 'blank' })
  })

  test.each(['6 to 4', '4 to many', 'high'])('“%s” is refused', text => {
    expect(readTargetCell(text).kind).toBe('wrong')
  })
})
