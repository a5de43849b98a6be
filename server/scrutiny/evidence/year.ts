import { yearToDate } from '../../domain/aggregation'
import { runRateSentence, type RunRate } from '../../domain/run-rate'
import { runRateOf } from '../../domain/standing-outlook'
import { rewardGrant, shareOfStretch } from '../../domain/stretch'
import type { Subject } from './subject'

/** What the periods left in the year must give, or null where that cannot be worked out. */
export function runRate({ input, history, process }: Subject): RunRate | null {
  return history === undefined ? null : runRateOf(input, history, process)
}

/** "The year needs 88.9% in each of the 2 quarters left; the best ever is 83.0%." */
export function runRateWords(subject: Subject): string | null {
  const rate = runRate(subject)
  const { indicator, history, noun } = subject
  if (rate === null || history === undefined) return null

  return runRateSentence(
    { ...rate, limits: null },
    { polarity: indicator.polarity, rule: history.rule, format: indicator },
    noun,
  )
}

export interface Stretch {
  /** 1 is all of it. */
  readonly share: number
  /** In pounds; null where no grant hangs on it. */
  readonly grant: number | null
  readonly earned: number | null
}

/** How much of this year's stretch has been reached by the year to date. */
export function stretchOf({ indicator, history, latest }: Subject): Stretch | null {
  const annual = indicator.annual.find(({ year }) => year === latest?.period.year)
  const value = latest && history ? yearValue(history, latest.place) : null
  if (!annual || value === null || annual.baseline === null || annual.stretch === null) return null

  const share = shareOfStretch(value, annual.baseline, annual.stretch)
  if (share === null) return null
  return {
    share,
    grant: annual.rewardGrant,
    earned: annual.rewardGrant === null ? null : rewardGrant(share, annual.rewardGrant),
  }
}

function yearValue(history: NonNullable<Subject['history']>, place: number): number | null {
  const first = place - (history.periodAt(place).number - 1)
  const figures = Array.from(
    { length: place - first + 1 },
    (_, index) => history.figures[first + index] ?? null,
  )
  return yearToDate(figures, history.rule).value
}
