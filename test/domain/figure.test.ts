import {
  FIGURE_STATES,
  figureValue,
  mayMove,
  OPEN_FOR_ENTRY,
  REASON_CODES,
  REASON_WORDS,
} from '../../server/domain/figure'

const counted = (numerator: number, denominator: number) => ({
  value: 99,
  numerator,
  denominator,
})

test('both counts are the facts, whatever value came with them', () => {
  expect(figureValue(counted(436, 613), 100)).toBeCloseTo(71.1256, 4)
  expect(figureValue(counted(3, 1000), 100_000)).toBe(300)
})

test('half a person counts as half', () => {
  expect(figureValue(counted(14.5, 58), 100)).toBe(25)
})

test('a value alone stands, and one count alone changes nothing', () => {
  expect(figureValue({ value: 71.1, numerator: null, denominator: null }, 100)).toBe(71.1)
  expect(figureValue({ value: 71.1, numerator: 436, denominator: null }, 100)).toBe(71.1)
})

test('over nothing there is no rate, which is not a rate of 0', () => {
  expect(figureValue(counted(0, 0), 100)).toBeNull()
  expect(figureValue(counted(0, 61), 100)).toBe(0)
})

test('a figure takes the long road to publication', () => {
  expect(mayMove('draft', 'submitted')).toBe(true)
  expect(mayMove('submitted', 'approved')).toBe(true)
  expect(mayMove('approved', 'published')).toBe(true)
  expect(mayMove('submitted', 'returned')).toBe(true)
  expect(mayMove('returned', 'submitted')).toBe(true)
})

test('no step can be left out, and what is published is never edited', () => {
  expect(mayMove('draft', 'approved')).toBe(false)
  expect(mayMove('submitted', 'published')).toBe(false)
  expect(FIGURE_STATES.filter(state => mayMove('published', state))).toEqual([
    'superseded',
    'withdrawn',
  ])
  expect(FIGURE_STATES.filter(state => mayMove('withdrawn', state))).toEqual([])
  expect(OPEN_FOR_ENTRY).toEqual(['draft', 'returned'])
})

test('every coded reason has words, each its own', () => {
  expect(new Set(REASON_CODES.map(code => REASON_WORDS[code])).size).toBe(REASON_CODES.length)
})
