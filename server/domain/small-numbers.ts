import type { Amounts, Availability } from './figure'
import { formatCount, formatFigure, type FigureFormat, NOTHING } from './format'
import { round } from './number'
import type { Actor } from './people'

/** Somebody could be known by a count under this (domain.md 3). */
const FEWEST_SHOWN = 5
/** Under so many cases a rate gives its small count away. */
const FEWEST_BEHIND_RATE = 100

export const FEWER = `fewer than ${FEWEST_SHOWN}`
export const FEWER_CASES = `${FEWER} cases`

/** Why a figure is not shown: it is itself a small count, or a rate that would give one away. */
export type Hidden = 'count' | 'rate'

export const HIDDEN_WORDS: Record<Hidden, string> = {
  count: FEWER,
  rate: `hidden: ${FEWER_CASES}`,
}

/** What of a measure decides which of its figures are small numbers. */
export interface Counted {
  readonly decimals: number
  /** Each figure is itself a number of people or cases. */
  readonly countsPeople?: boolean
}

/** The public and councillors are told no count of 1 to 4; officers work with what is there. */
export function seesSmallCounts(actor: Actor | null): boolean {
  return actor?.roles.some(role => role !== 'councillor') ?? false
}

/** True of 1 to 4, and of halves among them; nothing is no small number. */
export function isSmall(count: number | null): boolean {
  return count !== null && count > 0 && count < FEWEST_SHOWN
}

export function countText(count: number): string {
  return isSmall(count) ? FEWER : formatCount(count)
}

/** The count that could give somebody away; null where the figure is no count. */
export function countOf({ numerator, value }: Amounts, { countsPeople }: Counted): number | null {
  return numerator ?? (countsPeople ? value : null)
}

/** Whether a figure itself must be kept back from those who see no small numbers, and why. */
export function hiddenIn(
  { value, numerator, denominator }: Amounts,
  rules: Counted,
): Hidden | null {
  if (numerator === null || denominator === null) {
    return rules.countsPeople && isSmall(value) ? 'count' : null
  }
  const few = isSmall(numerator) || (isSmall(denominator) && numerator !== 0)
  return few && denominator < FEWEST_BEHIND_RATE ? 'rate' : null
}

/** A figure as those see it who see no small numbers. */
export interface Shown {
  readonly hidden: Hidden | null
  /** Its counts are left out because one of them is small. */
  readonly few: boolean
}

/**
 * The same figure without its small numbers. One that is itself too small has no value left and is
 * suppressed; of one beside small counts the counts go, and the value is rounded to the measure's
 * decimals, for the full number would give them away.
 */
export function withoutSmallNumbers<Figure extends Amounts & { availability: Availability }>(
  figure: Figure,
  rules: Counted,
): Figure & Shown {
  const { value, numerator, denominator } = figure
  const hidden = hiddenIn(figure, rules)
  const few = isSmall(numerator) || isSmall(denominator)
  if (hidden !== null) {
    const nothing = { value: null, numerator: null, denominator: null }
    return { ...figure, ...nothing, availability: 'suppressed', hidden, few }
  } else if (few) {
    const rounded = value === null ? null : round(value, rules.decimals)
    return { ...figure, value: rounded, numerator: null, denominator: null, hidden, few }
  } else {
    return { ...figure, hidden, few }
  }
}

/** A figure in words, or why it is not shown. */
export function shownText(
  { value, hidden = null }: { readonly value: number | null; readonly hidden?: Hidden | null },
  format: FigureFormat,
): string {
  if (hidden !== null) return HIDDEN_WORDS[hidden]
  return value === null ? NOTHING : formatFigure(value, format)
}

const PEOPLE_UNITS =
  /^$|^(number|count|people|persons|children|young people|adults|pupils|residents|patients|victims|households|families|carers|cases|incidents|fires|deaths|admissions|offences|crimes|calls|complaints|concerns)$/i

/** A guess from the unit, where nobody has said: a whole number of people or of what befell them. */
export function seemsToCountPeople({ unit, decimals }: FigureFormat): boolean {
  return decimals === 0 && PEOPLE_UNITS.test(unit.trim())
}

export interface Cell {
  /** The count that could give somebody away; null where the figure is no count. */
  readonly count: number | null
}

/**
 * What may be shown of the cells that make up one total: `small` ones are hidden, and where only one
 * is, the next smallest is hidden with it (`paired`), for the total would give the one away.
 */
export function hiddenCells(cells: readonly Cell[]): ('small' | 'paired' | null)[] {
  const hidden = cells.map(({ count }) => (count !== null && isSmall(count) ? 'small' : null))
  if (hidden.filter(mark => mark === 'small').length !== 1) return hidden

  const pair = nextSmallest(cells, hidden)
  return hidden.map((mark, at) => (at === pair ? 'paired' : mark))
}

/** A cell of nothing hides nothing, unless there are no others. */
function nextSmallest(cells: readonly Cell[], hidden: readonly (string | null)[]): number {
  const others = cells.flatMap(({ count }, at) =>
    count === null || hidden[at] !== null ? [] : [{ count, at }],
  )
  const telling = others.filter(({ count }) => count > 0)
  const among = telling.length > 0 ? telling : others
  return among.reduce((least, cell) => (cell.count < least.count ? cell : least), among[0] ?? NONE)
    .at
}

const NONE = { count: 0, at: -1 }
