import { xmr, type XmrOptions } from '../../server/domain/spc'
import { processSentence } from '../../server/domain/spc-sentence'
import { targetOf } from '../../server/domain/target'

const SAW = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11]
const HIGHER: XmrOptions = { polarity: 'higher-is-better' }

test.each([
  [[], 'There are no figures yet, and it takes 8 quarters'],
  [[5], 'There is not enough data: 1 quarter of figures'],
  [[5, 6], 'There is not enough data: 2 quarters of figures'],
  [[5, 6, 5], 'Too few quarters to tell noise from change: 3 so far, and it takes 8.'],
  [SAW.slice(0, 7), 'Too few quarters to tell noise from change: 7 so far'],
  [Array(9).fill(4), 'The figures do not change from one quarter to the next, so'],
  [SAW.flatMap(value => [value, null]), 'No two quarters in a row have figures, so'],
  [SAW, 'Steady: this is how it runs. Unless something changes, expect each quarter'],
  [
    [...SAW, 30],
    'This is more than ordinary variation: the latest figure, 30, is above the limit of 14.46, and that is an improvement.',
  ],
  [
    [9, 10, 9, 15, 14, 13, 12, 11, 10, 9],
    'This is more than ordinary variation: the figures have fallen without a break over the last 7 quarters, and that is a concern.',
  ],
])('of %j it says: %s', (values, sentence) => {
  expect(sentenceOf(values, HIGHER)).toContain(sentence)
})

test('names the rule of two in three and of seven on one side', () => {
  const fixed = { ...HIGHER, fixAfter: 14 }
  expect(sentenceOf([...SAW, 8.5, 10.4, 8.5], fixed)).toContain(
    'two of the last three quarters are close to the lower limit, and that is a concern.',
  )
  expect(sentenceOf([...SAW, 12, 11, 12, 11, 12, 11], fixed)).toContain(
    'each of the last 7 quarters is above the average of 10.5, and that is an improvement.',
  )
})

test('passes no judgement on a measure without polarity', () => {
  expect(sentenceOf([...SAW, 30], {})).toMatch(/is above the limit of 14.46\.$/)
})

test('says whether the target is in reach', () => {
  const with_ = (value: number) => sentenceOf(SAW, { ...HIGHER, target: targetOf(value) })
  expect(with_(5)).toContain('Left as it is, it will meet the target every quarter.')
  expect(with_(20)).toContain('Left as it is, it will miss the target every quarter.')
  expect(with_(10)).toContain('meet the target in some quarters and miss it in others, by chance.')
  expect(sentenceOf(SAW, HIGHER)).not.toContain('target')
  expect(sentenceOf([...SAW, 2], { ...HIGHER, target: targetOf(5) })).toContain(
    'and that is a concern. By its limits so far, it would meet the target every quarter.',
  )
})

test('calls limits from fewer than 13 points trial limits', () => {
  expect(sentenceOf(SAW.slice(0, 12), HIGHER)).toContain('These are trial limits')
  expect(sentenceOf(SAW.slice(0, 13), HIGHER)).not.toContain('trial')
})

test('counts from the last break, and takes its words from the page', () => {
  expect(sentenceOf([...SAW, 20, 21, 20], { ...HIGHER, rebase: [14] })).toBe(
    'Too few quarters to tell noise from change: 3 so far since the last break, and it takes 8.',
  )
  expect(
    processSentence(xmr(SAW, {}), {
      period: 'half-year',
      periods: 'half-years',
      figure: value => `${value.toFixed(1)}%`,
    }),
  ).toBe(
    'Steady: this is how it runs. Unless something changes, expect each half-year to fall somewhere from 7.8% to 13.2%.',
  )
})

function sentenceOf(values: (number | null)[], options: XmrOptions): string {
  return processSentence(xmr(values, options), { period: 'quarter' })
}
