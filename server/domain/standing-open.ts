import type { Concern, ConcernCode } from './concern'
import { capitalised } from './format'
import type { Friend } from './friend'
import { periodLabel, periodOf } from './period'
import { HIDDEN_WORDS, type Hidden, hiddenIn, withoutSmallNumbers } from './small-numbers'
import type { StandingInput } from './standing-input'
import type { Judged } from './standing-judged'
import { formatTarget, STATUS_WORDS } from './status'

/** What of a standing is told otherwise, or must not be. */
interface Told extends Judged {
  hidden: Hidden | null
  reasons: Concern[]
  concernRank: number
  leads: Friend[]
}

/**
 * A standing as those read it who are told no small numbers: worked out from what they may see, with
 * the status and the reasons of the full one. Null where there is nothing to hide.
 */
export function openStanding<Standing extends Told>(
  input: StandingInput,
  full: Standing,
  judgedBy: (input: StandingInput) => Standing,
): Standing | null {
  const rules = input.definition
  const figures = input.figures.map(figure => withoutSmallNumbers(figure, rules))
  const touched = figures.some(({ value, numerator }, at) => {
    const before = input.figures[at]!
    return value !== before.value || numerator !== before.numerator
  })
  if (!touched) return null

  const seen = judgedBy({ ...input, figures })
  const latest = input.figures.find(({ starts }) => starts === full.starts)
  const hidden = latest ? hiddenIn(latest, rules) : null
  return {
    ...seen,
    hidden,
    status: full.status,
    periodsRunning: full.periodsRunning,
    concernRank: full.concernRank,
    leads: full.leads,
    headline: hidden ? headlineOf(input, full, hidden) : full.headline,
    arithmetic: hidden ? arithmeticOf(full, hidden) : full.arithmetic,
    reasons: full.reasons.map(reason => reasonOf(reason, seen.reasons, hidden)),
    recent: seen.recent.map((period, at) => ({
      ...period,
      status: full.recent[at]?.status ?? null,
    })),
  }
}

/** "Fewer than 5 in 2026/27 Q2 against 3: red." */
function headlineOf(
  { definition, calendar }: StandingInput,
  { starts, target, status }: Told,
  hidden: Hidden,
): string {
  const label = periodLabel(periodOf(starts!, definition.frequency, calendar), calendar)
  const figure = `${capitalised(HIDDEN_WORDS[hidden])} in ${label}`
  return target === null || status === 'context-only'
    ? `${figure}.`
    : `${figure} against ${formatTarget(target, definition)}: ${STATUS_WORDS[status].toLowerCase()}.`
}

function arithmeticOf({ status }: Told, hidden: Hidden): string {
  const why = `The figure is not shown (${HIDDEN_WORDS[hidden].replace('hidden: ', '')}), so that nobody can be recognised`
  return status === 'red' || status === 'amber' || status === 'green'
    ? `${why}. Judged by the full figure it is ${status}.`
    : `${why}.`
}

/** A reason in words that give no hidden figure away: not by how much it is missed. */
function reasonOf(reason: Concern, seen: readonly Concern[], hidden: Hidden | null): Concern {
  const isMiss = reason.code === 'red' || reason.code === 'amber-twice'
  if (isMiss && hidden === null) return reason
  const told = isMiss ? undefined : seen.find(({ code }) => code === reason.code)
  return told ?? { code: reason.code, sentence: PLAIN_REASONS[reason.code] }
}

const PLAIN_REASONS: Record<ConcernCode, string> = {
  red: 'Missed its target by more than the tolerance: red.',
  'amber-twice': 'Just short of its target, more than once running.',
  overdue: 'No figure, though it is due.',
  'adverse-signal': 'On the worse side of ordinary variation.',
  'year-end-miss': 'On track now, but set to miss the year’s target.',
  'commitment-unmet': 'A promise to scrutiny has not been kept.',
}
