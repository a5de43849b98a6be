/** Which way is better. Only a measure with a polarity can be red, amber or green. */
export const POLARITIES = [
  'higher-is-better',
  'lower-is-better',
  'range-is-better',
  'context-only',
] as const
export type Polarity = (typeof POLARITIES)[number]

export const POLARITY_WORDS: Record<Polarity, string> = {
  'higher-is-better': 'Higher is better',
  'lower-is-better': 'Lower is better',
  'range-is-better': 'Inside a range is better',
  'context-only': 'Context only: neither way is better',
}
