import { round, tidy } from './number'

/** Below this share of the stretch no reward grant is paid. */
export const LEAST_SHARE_REWARDED = 0.6

/**
 * The share of a stretch achieved: (actual − baseline) ÷ (stretch − baseline), 1 being all of it.
 * Runs either way, so a falling measure needs no polarity. Null where the stretch asks for nothing.
 */
export function shareOfStretch(actual: number, baseline: number, stretch: number): number | null {
  const asked = tidy(stretch - baseline)
  return asked === 0 ? null : tidy(tidy(actual - baseline) / asked)
}

/** Reward grant earned, in pounds and pence: nothing below 60% of the stretch, pro rata to 100%. */
export function rewardGrant(share: number, grant: number): number {
  return share < LEAST_SHARE_REWARDED ? 0 : round(grant * Math.min(share, 1), 2)
}
