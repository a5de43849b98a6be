import {
  capitalised,
  type FigureFormat,
  formatDate,
  formatFigure,
  formatGap,
  nounFor,
  numberWord,
} from './format'
import type { IsoDate } from './period'
import type { Flag } from './spc'

/** Why a measure is on the scrutiny list, the worst first (domain.md 4). */
export const CONCERN_CODES = [
  'red',
  'amber-twice',
  'overdue',
  'adverse-signal',
  'year-end-miss',
  'commitment-unmet',
] as const
export type ConcernCode = (typeof CONCERN_CODES)[number]

export const CONCERN_WORDS: Record<ConcernCode, string> = {
  red: 'Red',
  'amber-twice': 'Amber two periods running',
  overdue: 'Overdue',
  'adverse-signal': 'Getting worse',
  'year-end-miss': 'Set to miss the year’s target',
  'commitment-unmet': 'A promise not kept',
}

/** One reason for concern, in a sentence of its own. */
export interface Concern {
  readonly code: ConcernCode
  readonly sentence: string
}

/** How far short, and for how long: what orders two measures with the same worst reason. */
export interface Shortfall {
  /** In the measure's unit; negative is short. */
  readonly gap: number | null
  /** Tolerances short; null where no tolerance is allowed. */
  readonly shortfallShare: number | null
  /** Periods running in the present status. */
  readonly periodsRunning: number
}

interface Miss {
  readonly gap: number
  readonly periodsRunning: number
  /** '2026/27 Q2'. */
  readonly label: string
  /** 'quarter'. */
  readonly noun: string
  readonly format: FigureFormat
}

/**
 * One number that sorts by concern, most first: the worst reason, then the gap as a share of
 * tolerance (no tolerance and a gap is the largest share), then the periods running. 0 is no
 * concern; it fits a 32-bit integer. Shares past 99.999 tolerances count alike.
 */
export function concernRankOf(
  reasons: readonly Pick<Concern, 'code'>[],
  shortfall: Shortfall,
): number {
  const worst = worstFirst(reasons)[0]
  if (worst === undefined) return 0

  const { gap, shortfallShare, periodsRunning } = shortfall
  const share = shortfallShare ?? (gap !== null && gap < 0 ? Number.POSITIVE_INFINITY : 0)
  const shares = Math.min(99_999, Math.max(0, Math.round(share * 1000)))
  const weight = CONCERN_CODES.length - placeOf(worst)
  return weight * 100_000_000 + shares * 1000 + Math.min(999, periodsRunning)
}

/**
 * Most concern first. Never by the owner, the organisation or the alphabet; the reference only
 * keeps measures of equal concern in a steady order.
 */
export function compareConcern(
  a: { readonly concernRank: number; readonly reference?: string },
  b: { readonly concernRank: number; readonly reference?: string },
): number {
  return b.concernRank - a.concernRank || compareText(a.reference ?? '', b.reference ?? '')
}

/** Reasons in the order they count, those alike in the order given. */
export function worstFirst<Coded extends Pick<Concern, 'code'>>(
  reasons: readonly Coded[],
): Coded[] {
  return [...reasons].sort((a, b) => placeOf(a) - placeOf(b))
}

export function redConcern({ gap, periodsRunning, label, noun, format }: Miss): Concern {
  const short = `Missed its target in ${label} by ${formatGap(gap, format)}, more than the tolerance`
  return {
    code: 'red',
    sentence:
      periodsRunning > 1 ? `${short}: red ${running(periodsRunning, noun)}.` : `${short}: red.`,
  }
}

export function amberConcern({ gap, periodsRunning, label, noun, format }: Miss): Concern {
  const run = running(periodsRunning, noun)
  return {
    code: 'amber-twice',
    sentence: `Just short of its target ${run}, by ${formatGap(gap, format)} in ${label}.`,
  }
}

/** The latest point is flagged, on the side that is worse. `mean`, `lower` and `upper` of the process. */
export function adverseConcern(
  flag: Flag,
  { mean, lower, upper }: { mean: number; lower: number; upper: number },
  { label, noun, format }: Pick<Miss, 'label' | 'noun' | 'format'>,
): Concern {
  const figure = (value: number) => formatFigure(value, format)
  const sentences: Record<Flag, string> = {
    outside: `${label} is beyond what ordinary variation gives, ${figure(lower)} to ${figure(upper)}, on the worse side.`,
    trend: `Worse and worse without a break, up to ${label}: more than ordinary variation.`,
    'two-in-three': `Two of the last three ${noun}s are far to the worse side of the average, ${figure(mean)}: more than ordinary variation.`,
    shift: `Every ${noun} of the last seven or more is on the worse side of the average, ${figure(mean)}, up to ${label}: more than ordinary variation.`,
  }
  return { code: 'adverse-signal', sentence: sentences[flag] }
}

/** `periods` is how many figures are overdue by now, `label` the first of them. */
export function overdueConcern(
  label: string,
  dueOn: IsoDate,
  periods: number,
  noun: string,
): Concern {
  const due = `${label} was due on ${formatDate(dueOn)}`
  return {
    code: 'overdue',
    sentence:
      periods > 1
        ? `No figure for ${numberWord(periods)} ${nounFor(periods, noun)}: ${due}.`
        : `No figure: ${due}.`,
  }
}

/** A promise made to scrutiny that has fallen due: an action, an answer or a forecast. */
export function commitmentConcern(what: string, dueOn: IsoDate): Concern {
  return {
    code: 'commitment-unmet',
    sentence: `${capitalised(what)} was promised for ${formatDate(dueOn)} and has not been kept.`,
  }
}

function placeOf({ code }: Pick<Concern, 'code'>): number {
  return CONCERN_CODES.indexOf(code)
}

function running(periods: number, noun: string): string {
  return `${numberWord(periods)} ${nounFor(periods, noun)} running`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
