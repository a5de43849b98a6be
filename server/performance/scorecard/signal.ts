import type { Flag } from '../../domain/spc'
import { type Frequency, PERIOD_NOUNS } from '../../domain/period'
import type { Standing } from '../../domain/standing'

type Signalled = Pick<Standing, 'variation' | 'flag' | 'assurance' | 'drawn' | 'trial'>

/** Signal or noise in a few words, with the tone they are printed in; the measure's page says it in full. */
export function signalOf(
  standing: Signalled,
  frequency: Frequency,
): { tone: string; text: string } {
  const { variation, drawn, trial } = standing
  if (!drawn) return { tone: 'noise', text: `Too few ${nounOf(frequency)} to tell` }

  const sure = trial ? ' (early sign)' : ''
  if (variation === 'concern') return { tone: 'worse', text: `${WORSE[standing.flag!]}${sure}` }
  if (variation === 'improvement')
    return { tone: 'better', text: `${BETTER[standing.flag!]}${sure}` }
  if (variation !== null) return { tone: 'noise', text: `${MOVED[variation]}${sure}` }
  return {
    tone: 'noise',
    text: standing.assurance ? STEADY[standing.assurance] : 'Ordinary variation',
  }
}

const WORSE: Record<Flag, string> = {
  outside: 'Worse than ordinary variation',
  trend: 'Getting worse, steadily',
  'two-in-three': 'Unusually poor, repeatedly',
  shift: 'Has settled at a worse level',
}

const BETTER: Record<Flag, string> = {
  outside: 'Better than ordinary variation',
  trend: 'Getting better, steadily',
  'two-in-three': 'Unusually good, repeatedly',
  shift: 'Has settled at a better level',
}

const MOVED = { high: 'Unusually high', low: 'Unusually low' } as const

const STEADY = {
  fail: 'Steady: this is how it runs',
  'hit-and-miss': 'Hits and misses by chance',
  pass: 'Steady: reliably on target',
} as const

function nounOf(frequency: Frequency): string {
  return frequency === 'half' ? 'half-years' : `${PERIOD_NOUNS[frequency]}s`
}
