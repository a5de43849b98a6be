import { adverseConcern, amberConcern, type Concern, redConcern } from './concern'
import { PERIOD_NOUNS, periodLabel } from './period'
import type { Signal } from './spc'
import type { History } from './standing-history'
import type { StandingInput } from './standing-input'
import type { Judged } from './standing-judged'
import { yearEndConcern } from './standing-outlook'

/** Why this series is on the scrutiny list, by its figures alone; the worst reason first. */
export function reasonsFor(
  input: StandingInput,
  history: History,
  signal: Signal,
  { status, gap, periodsRunning }: Judged,
): Concern[] {
  const { definition, calendar } = input
  const noun = PERIOD_NOUNS[definition.frequency]
  const label = periodLabel(history.periodAt(history.last), calendar)
  const about = { label, noun, format: definition }
  const reasons: Concern[] = []

  if (status === 'red' && gap !== null) {
    reasons.push(redConcern({ gap, periodsRunning, ...about }))
  } else if (status === 'amber' && gap !== null && periodsRunning > 1) {
    reasons.push(amberConcern({ gap, periodsRunning, ...about }))
  }

  const { variation, flag, mean, lower, upper } = signal
  if (variation === 'concern' && flag && mean !== null && lower !== null && upper !== null) {
    reasons.push(adverseConcern(flag, { mean, lower, upper }, about))
  }

  const outlook =
    status === 'green' || status === 'amber' ? yearEndConcern(input, history, signal) : null
  return outlook === null ? reasons : [...reasons, outlook]
}
