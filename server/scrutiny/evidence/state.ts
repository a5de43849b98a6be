import type { Subject } from './subject'

/** What the line says about a missed target: each wants a question of its own. */
export type State = 'worsening' | 'steady-miss' | 'hit-and-miss' | 'improving' | 'unknown'

/** By the process chart (method.md 1); running totals and short histories have none to go by. */
export function stateOf({ process, indicator, history, latest }: Subject): State {
  const isCurrent = history !== undefined && latest?.place === history.last
  if (!process.drawn || !isCurrent || indicator.shape === 'cumulative') return 'unknown'

  if (process.variation === 'concern') {
    return 'worsening'
  } else if (process.variation === 'improvement') {
    return 'improving'
  } else if (process.assurance === 'fail') {
    return 'steady-miss'
  } else {
    return process.assurance === null ? 'unknown' : 'hit-and-miss'
  }
}
