import { capitalised, formatDate, formatNumber, numberWord } from '../../domain/format'
import { round } from '../../domain/number'
import type { Score } from '../../partnerships/register/queries'

const SCORES = [1, 2, 3, 4, 5] as const

/** What partners think of their own partnership: each theme with the spread between them, widest first. */
export function selfEvaluation(scores: readonly Score[]) {
  const rounds = [...new Set(scores.map(({ heldOn }) => heldOn))].sort().reverse()
  const [latest, before] = rounds
  if (latest === undefined) return null

  const themes = [
    ...new Set(scores.filter(score => score.heldOn === latest).map(({ theme }) => theme)),
  ]
  const rows = themes.map(theme => {
    const held = (heldOn: string | undefined) =>
      scores
        .filter(score => score.theme === theme && score.heldOn === heldOn)
        .map(({ score }) => score)
    return themeOf(theme, held(latest), held(before))
  })
  return {
    heldOn: formatDate(latest),
    before: before === undefined ? null : formatDate(before),
    scores: SCORES,
    rows: rows.sort((a, b) => b.spread - a.spread || a.mean - b.mean),
  }
}

function themeOf(theme: string, now: readonly number[], before: readonly number[]) {
  const mean = meanOf(now)
  const spread = Math.max(...now) - Math.min(...now)
  return {
    theme: capitalised(theme.replaceAll('-', ' ')),
    counts: SCORES.map(score => now.filter(each => each === score).length),
    spread,
    mean,
    spreadWords: spreadWords(now, spread),
    meanWords:
      before.length === 0
        ? formatNumber(mean, 1)
        : `${formatNumber(mean, 1)}, ${changeWords(mean, meanOf(before))}`,
  }
}

/** Scores three or more apart mean that partners do not live in the same partnership. */
function spreadWords(scores: readonly number[], spread: number): string {
  const [least, most] = [Math.min(...scores), Math.max(...scores)]
  if (scores.length === 1) return 'Only one partner answered'
  if (spread >= 3) return `Partners differ widely, from ${least} to ${most}`
  if (spread === 2) return `Partners differ, from ${least} to ${most}`
  if (most <= 2) return 'All say it is weak'
  if (least >= 4) return 'All say it is strong'
  return spread === 0 ? `All ${numberWord(scores.length)} say ${least}` : 'Partners agree'
}

function changeWords(now: number, before: number): string {
  const was = formatNumber(before, 1)
  if (now === before) return 'as before'
  return `${now > before ? 'up' : 'down'} from ${was}`
}

function meanOf(scores: readonly number[]): number {
  return round(scores.reduce((sum, score) => sum + score, 0) / scores.length, 1)
}
