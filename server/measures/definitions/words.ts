import type { Indicator } from '../../database/tables/measures'

type Words<Field extends keyof Indicator> = Record<Indicator[Field] & string, string>

export const FREQUENCY_WORDS: Words<'frequency'> = {
  month: 'Every month',
  quarter: 'Every quarter',
  half: 'Every half-year',
  year: 'Every year',
}

export const SHAPE_WORDS: Words<'shape'> = {
  discrete: 'Each figure is for its own period',
  cumulative: 'Each figure is the total of the year so far',
}

export const YEAR_TO_DATE_WORDS: Words<'yearToDate'> = {
  sum: 'Added up',
  mean: 'Averaged',
  latest: 'The latest figure stands for the year',
  ratio: 'Both counts are added up, then divided',
}

export const TOLERANCE_WORDS: Words<'toleranceKind'> = {
  relative: 'A share of the target, in %',
  absolute: 'An amount, in the measure’s unit',
}

export const LEVEL_WORDS: Words<'level'> = {
  input: 'Input: what is put in',
  output: 'Output: what is done',
  outcome: 'Outcome: what changes for people',
  perception: 'Perception: what people think',
}

export const QUALITY_WORDS: Words<'qualityRating'> = {
  good: 'Good',
  fair: 'Fair',
  poor: 'Poor',
  'not-rated': 'Not rated yet',
}
