import { barPicture } from '../../charts/bars'
import { figureValue } from '../../domain/figure'
import { listOf } from '../../domain/format'
import { tidy } from '../../domain/number'
import { judge, type Status, STATUS_WORDS } from '../../domain/status'
import type { Target } from '../../domain/target'
import type { BreakdownRow } from './breakdown-queries'
import { casesShort } from './cases'
import type { ExhibitTable } from './exhibit'
import { countOf, FEWER, hiddenCells } from '../../domain/small-numbers'
import type { Subject } from './subject'
import { countsOf, figure, size } from './wording'

export type BreakdownKind = BreakdownRow['kind']

export const KIND_NOUNS: Record<BreakdownKind, { one: string; many: string }> = {
  place: { one: 'place', many: 'places' },
  group: { one: 'group', many: 'groups' },
  partner: { one: 'partner', many: 'partners' },
}

/** One part of the headline, with what may be shown of it. */
export interface Slice {
  readonly label: string
  /** Null where there is no figure, and where it is hidden. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly status: Status | null
  /** Short of its target by so much, in the measure's unit; null where it is not, or cannot be said. */
  readonly short: number | null
  readonly casesShort: number | null
  readonly hidden: 'small' | 'paired' | null
}

/** The parts of one kind, the worst first, with small numbers hidden so that no sum gives them away. */
export function slicesOf(
  subject: Subject,
  rows: readonly BreakdownRow[],
  kind: BreakdownKind,
): Slice[] {
  const { indicator } = subject
  const parts = rows.filter(row => row.kind === kind).map(row => partOf(subject, row))
  const hidden = hiddenCells(parts.map(part => ({ count: countOf(part, indicator) })))
  const slices = parts.map((part, at) =>
    hidden[at] ? { ...part, ...UNSEEN, hidden: hidden[at] } : { ...part, hidden: null },
  )
  return slices.sort((a, b) => badness(b, subject) - badness(a, subject))
}

/** The parts that have a figure that may be shown. */
export function shown(slices: readonly Slice[]): (Slice & { value: number })[] {
  return slices.filter((slice): slice is Slice & { value: number } => slice.value !== null)
}

/** The kinds a measure is broken down by, those that can be placed on a map first. */
export function kindsIn(rows: readonly BreakdownRow[]): BreakdownKind[] {
  return (['place', 'partner', 'group'] as const).filter(kind =>
    rows.some(row => row.kind === kind),
  )
}

export function breakdownTable(
  subject: Subject,
  slices: readonly Slice[],
  kind: BreakdownKind,
): ExhibitTable {
  const { one } = KIND_NOUNS[kind]
  const hasCounts = slices.some(({ numerator }) => numerator !== null)
  const hasShort = slices.some(({ status }) => status !== null && status !== 'no-target')
  return {
    caption: `By ${one}, ${subject.latest?.label ?? subject.label}`,
    head: [
      one === 'place' ? 'Place' : one === 'group' ? 'Group' : 'Partner',
      'Figure',
      ...(hasCounts ? ['Cases'] : []),
      ...(hasShort ? ['Misses by', 'Status'] : []),
    ],
    rows: slices.map(slice => [
      slice.label,
      figureText(subject, slice),
      ...(hasCounts ? [countsOf(slice) ?? '–'] : []),
      ...(hasShort
        ? [slice.short === null ? '–' : size(subject, slice.short), statusText(slice)]
        : []),
    ]),
    numeric: hasCounts ? (hasShort ? [1, 2, 3] : [1, 2]) : hasShort ? [1, 2] : [1],
  }
}

export function breakdownPicture(
  subject: Subject,
  slices: readonly Slice[],
  kind: BreakdownKind,
): { picture: string; narrow: string } {
  const { unit, decimals, title } = subject.indicator
  const isComparable = hasSharedTarget(subject)
  const bars = {
    title: `${title} by ${KIND_NOUNS[kind].one}`,
    unit,
    decimals,
    target: isComparable ? (subject.latest?.target?.value ?? null) : null,
    rows: slices
      .filter(({ hidden }) => hidden !== 'paired')
      .map(({ label, value, status, hidden }) => ({
        label,
        value,
        status: isComparable ? status : null,
        masked: hidden === 'small',
      })),
  }
  return { picture: barPicture(bars).svg, narrow: barPicture(bars, 320).svg }
}

/** Says what is hidden and why, or nothing. */
export function hiddenNote(slices: readonly Slice[]): string[] {
  const paired = slices.filter(({ hidden }) => hidden === 'paired').map(({ label }) => label)
  return paired.length === 0
    ? []
    : [`${listOf(paired)} is not shown either, so that the small number cannot be worked out.`]
}

function partOf(subject: Subject, row: BreakdownRow) {
  const { indicator } = subject
  const value = row.availability === 'figure' ? figureValue(row, indicator.per) : null
  const target = targetFor(subject, row)
  const judgement =
    value === null
      ? null
      : judge(value, {
          ...indicator,
          tolerance: { kind: indicator.toleranceKind, size: indicator.toleranceSize },
          target,
        })
  const gap = judgement?.gap ?? null
  return {
    label: row.label,
    value,
    numerator: row.numerator,
    denominator: row.denominator,
    status: judgement?.status ?? null,
    short: gap !== null && gap < 0 ? tidy(-gap) : null,
    casesShort: casesShort(row, target, indicator),
  }
}

const UNSEEN = {
  value: null,
  numerator: null,
  denominator: null,
  status: null,
  short: null,
  casesShort: null,
} as const

/** Its own, or the whole's where parts and whole are measured alike; a part of a sum has no share of it. */
function targetFor(subject: Subject, row: BreakdownRow): Target | null {
  if (row.target !== null || row.targetLow !== null) {
    return { value: row.target, low: row.targetLow, high: row.targetHigh }
  } else {
    return hasSharedTarget(subject) ? (subject.latest?.target ?? null) : null
  }
}

/** The parts are measured like the whole: shares and rates, not parts of a sum. */
export function hasSharedTarget({ indicator, latest }: Subject): boolean {
  return indicator.unit === '%' || (latest?.denominator ?? null) !== null
}

function badness({ value }: Slice, { indicator, latest }: Subject): number {
  if (value === null) return Number.NEGATIVE_INFINITY
  if (indicator.polarity === 'higher-is-better') return -value
  if (indicator.polarity === 'lower-is-better') return value

  const { low = null, high = null } = latest?.target ?? {}
  return Math.max(low === null ? 0 : low - value, high === null ? 0 : value - high)
}

function figureText(subject: Subject, { hidden, value }: Slice): string {
  if (hidden === 'small') return FEWER
  if (hidden === 'paired') return 'not shown'
  return value === null ? 'no figure' : figure(subject, value)
}

function statusText({ status }: Slice): string {
  return status === null ? '–' : STATUS_WORDS[status]
}
