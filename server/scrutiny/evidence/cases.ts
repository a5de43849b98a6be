import { formatCount } from '../../domain/format'
import { tidy } from '../../domain/number'
import type { Amounts } from '../../domain/figure'
import type { Target } from '../../domain/target'
import { isSmall } from '../../domain/small-numbers'
import type { Subject } from './subject'

interface Measured {
  readonly polarity: Subject['indicator']['polarity']
  readonly unit: string
  readonly per: number
  readonly numeratorLabel: string
}

/**
 * How many whole cases short of the target: ⌈target × denominator⌉ − numerator where higher is better,
 * numerator − ⌊target × denominator⌋ where lower is. Null without counts, where they are too small to
 * show, and where the target is met.
 */
export function casesShort(
  { numerator, denominator }: Amounts,
  target: Target | null,
  { polarity, unit, per }: Measured,
): number | null {
  if (numerator === null || denominator === null || target?.value == null) return null
  if (isSmall(numerator) || unit.startsWith('£') || per <= 0) return null

  const wanted = tidy((target.value * denominator) / per)
  const short =
    polarity === 'higher-is-better'
      ? Math.ceil(wanted) - numerator
      : polarity === 'lower-is-better'
        ? numerator - Math.floor(wanted)
        : 0
  return short > 0 ? tidy(short) : null
}

/** '54 people short', '1 household too many'. */
export function casesWords(short: number, measured: Measured): string {
  const way = measured.polarity === 'lower-is-better' ? 'too many' : 'short'
  return `${casesNamed(short, measured)} ${way}`
}

/** '54 people', '1 household'. */
export function casesNamed(count: number, measured: Measured): string {
  const many = caseNoun(measured.numeratorLabel)
  return `${formatCount(count)} ${count === 1 ? singular(many) : many}`
}

/** What is counted, from the label of the count: 'young people not in work' → 'young people'. */
export function caseNoun(numeratorLabel: string): string {
  const words: string[] = numeratorLabel.toLowerCase().match(/[a-z]+/g) ?? []
  if (words.includes('tonnes')) return 'tonnes'

  const end = words.slice(0, 3).findIndex(isPlural)
  return end < 0 ? 'cases' : words.slice(0, end + 1).join(' ')
}

const IRREGULAR: Record<string, string> = {
  people: 'person',
  children: 'child',
  women: 'woman',
  men: 'man',
}
const NOT_NOUNS = [
  'is',
  'was',
  'this',
  'as',
  'has',
  'number',
  'process',
  'access',
  'less',
  'across',
]

function isPlural(word: string): boolean {
  return word in IRREGULAR || (/[^su]s$/.test(word) && !NOT_NOUNS.includes(word))
}

function singular(many: string): string {
  const words = many.split(' ')
  const last = words.at(-1)!
  const one =
    IRREGULAR[last] ??
    last
      .replace(/ies$/, 'y')
      .replace(/(ss|sh|ch|x)es$/, '$1')
      .replace(/([^s])s$/, '$1')
  return [...words.slice(0, -1), one].join(' ')
}
