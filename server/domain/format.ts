import { MONTH_NAMES } from './calendar'
import { decimalsOf, round } from './number'
import type { IsoDate } from './period'

/** How a measure's figures are written. */
export interface FigureFormat {
  /** '%', '£', '£m', 'days', 'per 1,000 homes', or '' for a plain number. */
  readonly unit: string
  readonly decimals: number
}

export const NOTHING = '–'

const MINUS = '−'
const POUNDS_SCALE: Record<string, string> = {
  '000': 'k',
  '000s': 'k',
  million: 'm',
  billion: 'bn',
}
const PLAIN_UNITS = ['', 'number', 'count', 'no.', '#', 'unit']
const ONE_OF: Record<string, string> = { people: 'person', children: 'child' }

/** A figure with its unit: '71.1%', '£1,284', '9.5 per 1,000 homes'; a dash where there is none. */
export function formatFigure(value: number | null, { unit, decimals }: FigureFormat): string {
  return value === null ? NOTHING : withUnit(round(value, decimals), unit, decimals)
}

/**
 * A figure with every decimal place it needs and at least the measure's own: the tolerance of
 * 84.5 at 10% is '8.45%', whatever the measure is rounded to.
 */
export function formatExactly(value: number, { unit, decimals }: FigureFormat): string {
  const needed = Math.min(6, Math.max(decimals, decimalsOf(value)))
  return withUnit(round(value, needed), unit, needed)
}

/** The size of a difference, never signed: '8.9 points' where the unit is %, '£1,284', '2 days'. */
export function formatGap(gap: number | null, { unit, decimals }: FigureFormat): string {
  return gap === null ? NOTHING : difference(Math.abs(round(gap, decimals)), unit, decimals)
}

/** As formatGap, with every decimal place it needs. */
export function formatGapExactly(gap: number, { unit, decimals }: FigureFormat): string {
  const needed = Math.min(6, Math.max(decimals, decimalsOf(gap)))
  return difference(Math.abs(round(gap, needed)), unit, needed)
}

/** A number without its unit, thousands separated, with a true minus sign: '−1,284.50'. */
export function formatNumber(value: number, decimals: number): string {
  const rounded = round(value, decimals)
  const [whole = '', fraction] = digitsOf(Math.abs(rounded), decimals).split('.')
  const sign = rounded < 0 ? MINUS : ''
  const grouped = withThousands(whole)
  return fraction === undefined ? sign + grouped : `${sign}${grouped}.${fraction}`
}

/** A count of people or cases; halves are real (a person shared by two bodies): '14.5'. */
export function formatCount(count: number): string {
  return formatNumber(count, Math.min(2, decimalsOf(count)))
}

/** 'third', 'twelfth', then '13th', '21st'. */
export function ordinal(place: number): string {
  return ORDINALS[place - 1] ?? `${place}${ordinalEnding(place)}`
}

/** 'three' up to 'twelve', then '13'. */
export function numberWord(count: number): string {
  return NUMBER_WORDS[count] ?? formatCount(count)
}

/** '1 quarter', '2 quarters', '3 people'. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${nounFor(count, one, many)}`
}

/** The noun alone, to stand after a count written some other way: 'quarters'. */
export function nounFor(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many
}

/** 'a', 'a and b', 'a, b and c'. */
export function listOf(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** '2026-10-14' → '14 October 2026'. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${MONTH_NAMES[Number(month) - 1]!} ${year}`
}

/** The first letter in capitals, the rest untouched. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
]

const NUMBER_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function withUnit(rounded: number, unit: string, decimals: number): string {
  const number = formatNumber(rounded, decimals)

  if (unit === '%') {
    return `${number}%`
  } else if (unit.startsWith('£')) {
    return pounds(number, unit.slice(1).trim())
  } else if (PLAIN_UNITS.includes(unit.toLowerCase())) {
    return number
  } else {
    return `${number} ${number === '1' ? singular(unit) : unit}`
  }
}

function difference(size: number, unit: string, decimals: number): string {
  if (unit === '%') {
    const number = formatNumber(size, decimals)
    return `${number} ${number === '1' ? 'point' : 'points'}`
  } else {
    return withUnit(size, unit, decimals)
  }
}

function pounds(number: string, rest: string): string {
  const amount = number.startsWith(MINUS) ? `${MINUS}£${number.slice(1)}` : `£${number}`
  const scale = POUNDS_SCALE[rest.toLowerCase()] ?? rest

  if (scale === '' || /^(k|m|bn)$/i.test(scale)) {
    return amount + scale
  } else {
    return `${amount} ${scale}`
  }
}

function singular(unit: string): string {
  return ONE_OF[unit] ?? (/^[a-z]+[^s\W]s$/i.test(unit) ? unit.slice(0, -1) : unit)
}

/** From 21 digits on toFixed would write an exponent. */
function digitsOf(size: number, decimals: number): string {
  if (size < 1e21 || !Number.isFinite(size)) return size.toFixed(decimals)
  return decimals > 0 ? `${BigInt(size)}.${'0'.repeat(decimals)}` : `${BigInt(size)}`
}

function withThousands(whole: string): string {
  let text = whole
  for (let end = whole.length - 3; end > 0; end -= 3) {
    text = `${text.slice(0, end)},${text.slice(end)}`
  }
  return text
}

function ordinalEnding(place: number): string {
  const tens = Math.floor(place / 10) % 10
  return tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
}
