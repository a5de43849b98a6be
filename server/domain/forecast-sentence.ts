import { FORECASTS_FOR_RATES, type Lean, type RangeRecord, type TrackRecord } from './forecast'

export interface ForecastWording {
  /** One period of the series: "quarter", "month". */
  period: string
  /** More than one of them, where adding an s will not do. */
  periods?: string
  /** A size in the measure's unit: "1.9 points", "£1,200". One decimal and no unit unless told. */
  amount?: (size: number) => string
}

const LEANS: Record<Exclude<Lean, 'even'>, string> = {
  'over-optimistic': 'Over-optimistic',
  'over-cautious': 'Over-cautious',
  'too-high': 'Too high',
  'too-low': 'Too low',
}

/** A track record in plain words; counts only while there are too few forecasts for rates. */
export function trackRecordSentence(record: TrackRecord, wording: ForecastWording): string {
  if (record.scored === 0) return 'No forecast has met its figure yet.'

  return [leanWords(record, wording), rangeWords(record), skillWords(record, wording)]
    .filter(sentence => sentence !== '')
    .join(' ')
}

/** What the 80% range did in past tests, in plain words. */
export function rangeSentence({ tested, held }: RangeRecord): string {
  if (tested === 0) {
    return 'The range has not been put to the test yet.'
  } else if (tested < FORECASTS_FOR_RATES) {
    return `In past tests the range held ${held} of ${tested} figures.`
  } else {
    return `In past tests the range held ${held} of ${tested} figures, about ${Math.round((held / tested) * 10)} in 10.`
  }
}

function leanWords(record: TrackRecord, wording: ForecastWording): string {
  const { scored, lean, leaning, meanError } = record
  const { amount = plainSize } = wording
  const periods = scored === 1 ? wording.period : (wording.periods ?? `${wording.period}s`)
  if (lean === 'even') {
    return `Leaning neither way over ${scored} ${periods}.`
  } else {
    const size = amount(Math.abs(meanError!))
    const average = scored < FORECASTS_FOR_RATES ? '' : `, by ${size} on average`
    return `${LEANS[lean]} in ${leaning} of ${scored} ${periods}${average}.`
  }
}

function rangeWords({ ranged, inside }: TrackRecord): string {
  return ranged === 0 ? '' : `${inside} of ${ranged} inside the range given.`
}

function skillWords({ scored, skill }: TrackRecord, { period }: ForecastWording): string {
  if (skill === null || scored < FORECASTS_FOR_RATES) {
    return ''
  } else if (skill > 0) {
    return `Closer than assuming no change from one ${period} to the next.`
  } else {
    return `No closer than assuming no change from one ${period} to the next.`
  }
}

function plainSize(size: number): string {
  return size.toFixed(1)
}
