import {
  capitalised,
  formatCount,
  formatDate,
  formatFigure,
  formatGap,
  nounFor,
  numberWord,
} from '../../domain/format'
import { daysBetween, type IsoDate, periodLabel, periodOf } from '../../domain/period'
import type { Polarity } from '../../domain/polarity'
import { formatTarget, STATUS_WORDS, type Status } from '../../domain/status'
import type { Target } from '../../domain/target'
import type { Position } from './position'
import { countText, isSmall } from '../../domain/small-numbers'
import type { Subject } from './subject'

/** A question longer than this is not heard to the end. */
export const MOST_WORDS = 40

/** The facts, as many as leave room, then the question; what matters most is given first. */
export function sharpened(facts: readonly (string | null)[], question: string): string {
  const said: string[] = []
  for (const fact of facts) {
    if (fact && wordsIn([...said, fact, question]) <= MOST_WORDS) said.push(fact)
  }
  return [...said, question].join(' ')
}

export function figure(subject: Subject, value: number | null): string {
  return formatFigure(value, subject.indicator)
}

/** A figure that is about to be followed by its unit: '10.4' where that is 'per 1,000 adults'; signs stay. */
export function bare({ indicator }: Subject, value: number | null): string {
  const { unit, decimals } = indicator
  const isSign = unit === '%' || unit.startsWith('£')
  return formatFigure(value, { unit: isSign ? unit : '', decimals })
}

/** '66.4% to 77.1%', '10.4 to 11.5 per 1,000 adults'. */
export function span(subject: Subject, low: number | null, high: number | null, to = 'to'): string {
  return `${bare(subject, low)} ${to} ${figure(subject, high)}`
}

export function size(subject: Subject, difference: number | null): string {
  return formatGap(difference, subject.indicator)
}

export function target(subject: Subject, wanted: Target | null): string {
  return formatTarget(wanted, subject.indicator)
}

/** '71.1% (436 of 613)'; small counts are left out, for they could be worked out from the figure. */
export function figureWithCounts(subject: Subject, position: Position): string {
  const counts = countsOf(position)
  const value = figure(subject, position.value)
  return counts === null ? value : `${value} (${counts})`
}

/** The same with its unit left to what follows. */
export function bareWithCounts(subject: Subject, position: Position): string {
  const counts = countsOf(position)
  const value = bare(subject, position.value)
  return counts === null ? value : `${value} (${counts})`
}

/** '436 of 613', or null where the counts are not held or too small to show. */
export function countsOf({
  numerator,
  denominator,
}: Pick<Position, 'numerator' | 'denominator'>): string | null {
  if (numerator === null || denominator === null) return null
  return isSmall(numerator) ? null : `${countText(numerator)} of ${countText(denominator)}`
}

/** 'short', or where too much is the trouble 'over', or 'outside' a range. */
export function missWord(polarity: Polarity): 'short' | 'over' | 'outside' {
  if (polarity === 'higher-is-better') return 'short'
  return polarity === 'lower-is-better' ? 'over' : 'outside'
}

/** The worse side of a target. */
export function worseSide(polarity: Polarity): 'below' | 'above' | 'outside' {
  if (polarity === 'higher-is-better') return 'below'
  return polarity === 'lower-is-better' ? 'above' : 'outside'
}

/** 'three quarters', '13 months'. */
export function counted(count: number, one: string, many?: string): string {
  return `${numberWord(count)} ${nounFor(count, one, many)}`
}

/** 'Two of five', 'All nine', 'Both', 'None of four'; to open a sentence, before a noun. */
export function share(count: number, whole: number): string {
  if (count === whole && whole > 1) return whole === 2 ? 'Both' : `All ${numberWord(whole)}`
  return `${capitalised(howMany(count))} of ${numberWord(whole)}`
}

/** 'none', 'two': a number that stands without its noun. */
export function howMany(count: number): string {
  return count === 0 ? 'none' : numberWord(count)
}

/** 'a', 'a or b', 'a, b or c'. */
export function oneOf(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`
}

export function statusWord(status: Status): string {
  return STATUS_WORDS[status].toLowerCase()
}

/** A period as it is called among neighbours: 'Q4'; by its full name when it is long ago. */
export function nearLabel(subject: Subject, starts: IsoDate): string {
  const { calendar, period } = subject
  const named = periodOf(starts, period.frequency, calendar)
  const isNear = period.frequency === 'quarter' && daysBetween(starts, subject.starts) < 360
  return isNear ? `Q${named.number}` : periodLabel(named, calendar)
}

/** A period by its full name, as of any day in it. */
export function labelOf(subject: Subject, day: IsoDate): string {
  return periodLabel(periodOf(day, subject.period.frequency, subject.calendar), subject.calendar)
}

/** A year by the number it is kept under: 2026 is '2026/27' where years begin in April. */
export function yearName({ calendar }: Subject, year: number): string {
  return periodLabel({ frequency: 'year', year, number: 1 }, calendar)
}

/** "From the return for 2026/27 Q2, published on 14 October 2026, and its history." */
export function fromReturn(subject: Subject): string {
  const { latest, figures } = subject
  const row = figures.findLast(({ starts, state }) => {
    return state === 'published' && starts === latest?.starts
  })
  if (!latest || !row?.publishedAt) {
    return `As held on ${formatDate(subject.today)}: no figure has been published.`
  } else {
    return `From the return for ${latest.label}, published on ${formatDate(dayOf(row.publishedAt))}, and its history.`
  }
}

/** "From the register of risks, as held on 23 November 2026." */
export function asHeld(subject: Subject, what: string): string {
  return `From ${what}, as held on ${formatDate(subject.today)}.`
}

export function dayOf(moment: Date | string): IsoDate {
  return typeof moment === 'string' ? moment.slice(0, 10) : moment.toISOString().slice(0, 10)
}

export function pounds(amount: number): string {
  return formatFigure(amount, { unit: '£', decimals: 0 })
}

export function percent(part: number): string {
  return `${formatCount(Math.round(part * 100))}%`
}

/** A title inside a sentence, in the marks that English uses. */
export function titled(title: string): string {
  return `‘${title.replace(/[?.!]+$/, '')}’`
}

/** A text of somebody's own as a sentence of ours: closed with a full stop. */
export function closed(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ')
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

function wordsIn(texts: readonly string[]): number {
  return texts.join(' ').split(/\s+/).filter(Boolean).length
}
