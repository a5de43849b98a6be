import { readChoices, targetFrom, type AnalysisChoices } from './analysis-choices'
import { readAnalysisCsv } from './analysis-csv'
import type { AnalysisInput, AnalysisOptions } from './analysis-input'
import { readAnalysisJson } from './analysis-json'
import { xmr, type Assurance, type Meaning, type XmrPoint } from './spc'
import { processSentence } from './spc-sentence'

export interface Analysis {
  mean: number | null
  lower: number | null
  upper: number | null
  drawn: boolean
  trial: boolean
  points: XmrPoint[]
  variation: Meaning | null
  assurance: Assurance | null
  sentence: string
}

/**
 * One series to analyse, from the text of a CSV file (period, value, and perhaps numerator and
 * denominator) or of one JSON `input` as the reference files have it. What is chosen on the command
 * line goes before what the file says. Points come back in date order where the periods can be read.
 * Throws RangeError with a sentence that names the row and column, the field or the choice.
 */
export function readAnalysisInput(text: string, choices: AnalysisChoices = {}): AnalysisInput {
  const written = text.replace(/^\uFEFF/, '').trim()
  if (written === '') throw new RangeError('There is nothing to analyse: the input is empty.')

  const target = choices.target === undefined ? null : targetFrom(choices.target)
  const read = written.startsWith('{')
    ? readAnalysisJson(written)
    : readAnalysisCsv(written, target)
  const chosen = readChoices(choices, read.labels)
  return {
    values: read.values,
    labels: read.labels,
    options: { ...read.options, ...chosen.options },
    notes: [...read.notes, ...chosen.notes],
  }
}

/**
 * What `six-friends analyse` prints: the XmR chart of one series with the verdict in a sentence, in
 * the unit of the values, numbers to 12 significant digits. Throws RangeError as `xmr` does.
 */
export function analyse(values: readonly (number | null)[], options: AnalysisOptions): Analysis {
  const chart = xmr(values, options)
  const { runLength, period = 'point' } = options

  return {
    mean: significant(chart.mean),
    lower: significant(chart.lower),
    upper: significant(chart.upper),
    drawn: chart.drawn,
    trial: chart.trial,
    points: chart.points.map(({ value, flag, meaning }) => ({
      value: significant(value),
      flag,
      meaning,
    })),
    variation: chart.variation,
    assurance: chart.assurance,
    sentence: processSentence(chart, { period, ...(runLength === undefined ? {} : { runLength }) }),
  }
}

function significant(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(12))
}
