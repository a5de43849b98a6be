import { formatFigure } from './format'
import { PERIOD_NOUNS } from './period'
import { type Signal, xmr } from './spc'
import { processSentence } from './spc-sentence'
import type { History } from './standing-history'
import type { StandingInput } from './standing-input'

export interface SeriesSignal extends Signal {
  readonly sentence: string
}

/**
 * The process chart of a series as far as a list needs it. Running totals are judged by what each
 * period added. Variation, flag and assurance are null while no limits are drawn, and variation and
 * flag where the latest period has no figure: a verdict on an older one would be read as today's.
 */
export function seriesSignal(
  { definition, preset }: StandingInput,
  history: History | undefined,
): SeriesSignal {
  const charted = history?.charted ?? []
  const chart = xmr(
    charted.map(figure => figure?.value ?? null),
    {
      polarity: definition.polarity,
      target: history?.chartedTargetAt(history.last) ?? null,
      preset,
      rebase: history?.breaks ?? [],
    },
  )
  const noun = PERIOD_NOUNS[definition.frequency]
  const figure = (value: number) => formatFigure(value, definition)
  const verdict = processSentence(chart, { period: noun, figure })
  const isCurrent = chart.drawn && (charted.at(-1)?.value ?? null) !== null

  return {
    mean: chart.mean,
    lower: chart.lower,
    upper: chart.upper,
    drawn: chart.drawn,
    trial: chart.trial,
    variation: isCurrent ? chart.variation : null,
    flag: isCurrent ? chart.flag : null,
    assurance: chart.drawn ? chart.assurance : null,
    sentence:
      definition.shape === 'cumulative' && chart.drawn
        ? `By what each ${noun} added to the total: ${verdict}`
        : verdict,
  }
}
