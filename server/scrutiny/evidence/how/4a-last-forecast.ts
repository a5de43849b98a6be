import { forecastPicture } from '../../../charts/forecast-picture'
import { capitalised, numberWord } from '../../../domain/format'
import {
  type Lean,
  type ScoredForecast,
  type TrackRecord,
  trackRecord,
} from '../../../domain/forecast'
import { trackRecordSentence } from '../../../domain/forecast-sentence'
import { periodEnds, periodOf, periodsInYear, shortPeriodLabel } from '../../../domain/period'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { findForecasts, type FrozenForecast } from '../forecast-queries'
import type { Subject } from '../subject'
import { bare, counted, dayOf, figure, labelOf, sharpened, size } from '../wording'

/** So many forecasts make a record. */
const REMEMBERED = 8

export const lastForecast = evidence('4a', findForecasts, showLastForecast)

export function showLastForecast(subject: Subject, held: readonly FrozenForecast[]): Exhibit {
  const met = metForecasts(subject, held).slice(-REMEMBERED)
  const last = met.at(-1)
  const source = `From the forecasts frozen with the returns, and the figures that came.`
  if (last === undefined) {
    return exhibit({
      missing: true,
      finding:
        held.length === 0 ? 'No forecast has ever been sent' : 'No forecast has met its figure yet',
      sharpened: sharpened(
        [
          held.length === 0
            ? 'No forecast of this measure has ever been sent.'
            : 'No forecast sent so far has met its figure.',
        ],
        'How do you judge how good your forecasts are?',
      ),
      facts: factsOf({ 'Forecasts held': String(held.length) }),
      source,
    })
  }

  const record = recordOf(subject, met)
  const drawn = {
    title: `Forecasts of ${subject.indicator.title}`,
    unit: subject.indicator.unit,
    decimals: subject.indicator.decimals,
    polarity: subject.indicator.polarity,
    rows: met.map(({ forecast, score }) => ({
      label: shortPeriodLabel(
        periodOf(forecast.starts, subject.period.frequency, subject.calendar),
        subject.calendar,
      ),
      forecast: forecast.value,
      low: forecast.low,
      high: forecast.high,
      actual: score.actual,
    })),
  }
  const { svg, head, rows } = forecastPicture(drawn)
  return exhibit({
    finding: findingFor(subject, record, last),
    sharpened: sharpened(
      [leanSentence(subject, record), missSentence(subject, last)],
      record.lean === 'even'
        ? 'How did you come to it?'
        : 'What have you changed in how you forecast?',
    ),
    picture: svg,
    narrow: forecastPicture(drawn, 320).svg,
    facts: factsOf({
      'Forecasts scored': String(record.scored),
      'Usually out by':
        record.meanAbsoluteError !== null && size(subject, record.meanAbsoluteError),
      'Inside the range given': record.ranged > 0 && `${record.inside} of ${record.ranged}`,
      'Against assuming no change':
        record.skill !== null && (record.skill > 0 ? 'closer' : 'no closer'),
    }),
    table: { caption: 'Forecasts and what came', head, rows, numeric: [1, 2, 3, 4] },
    notes: [
      trackRecordSentence(record, { period: subject.noun, amount: error => size(subject, error) }),
    ],
    source,
  })
}

interface Met {
  forecast: FrozenForecast
  score: ScoredForecast
}

/** The last forecast made for each period before it closed, with the figure that came. */
function metForecasts(subject: Subject, held: readonly FrozenForecast[]): Met[] {
  const { history, calendar, period } = subject
  const latest = new Map<string, Met>()
  for (const forecast of held) {
    const place = placeOf(subject, forecast.starts)
    const actual = history?.figures[place]?.value ?? null
    const closedOn = periodEnds(periodOf(forecast.starts, period.frequency, calendar), calendar)
    const madeOn = dayOf(forecast.frozenAt)
    if (forecast.horizon !== 'period' || actual === null || madeOn > closedOn) continue

    const before = subject.indicator.seasonal ? history!.inYear : 1
    const naive = history!.figures[place - before]?.value ?? null
    const { value, low, high } = forecast
    latest.set(forecast.starts, {
      forecast,
      score: { value, low, high, actual, naive, madeOn, closedOn },
    })
  }
  return [...latest.values()]
}

function placeOf({ history }: Subject, starts: string): number {
  return history?.figures.findIndex((_, place) => history.startsAt(place) === starts) ?? -1
}

function recordOf(subject: Subject, met: readonly Met[]): TrackRecord {
  const { history, indicator } = subject
  const first = placeOf(subject, met[0]!.forecast.starts)
  return trackRecord(
    met.map(({ score }) => score),
    {
      polarity: indicator.polarity,
      history: history!.figures.slice(0, first).map(each => each?.value ?? null),
      season: indicator.seasonal ? periodsInYear(indicator.frequency) : 1,
    },
  )
}

const LEANS: Record<Exclude<Lean, 'even'>, string> = {
  'over-optimistic': 'over-optimistic',
  'over-cautious': 'over-cautious',
  'too-high': 'too high',
  'too-low': 'too low',
}

function findingFor(subject: Subject, record: TrackRecord, last: Met): string {
  const { lean, leaning, scored, meanError } = record
  if (lean === 'even' || scored < 2) {
    return capitalised(lastWords(subject, last))
  } else {
    const often =
      leaning === scored ? 'every time' : `${numberWord(leaning)} times in ${numberWord(scored)}`
    return `${capitalised(LEANS[lean])} ${often}, by ${size(subject, meanError)} on average`
  }
}

function leanSentence(
  subject: Subject,
  { lean, leaning, scored, meanError }: TrackRecord,
): string | null {
  if (lean === 'even' || scored < 2) return null
  const which =
    leaning === scored
      ? `All ${counted(scored, 'forecast')} were`
      : `Of ${counted(scored, 'forecast')}, ${numberWord(leaning)} ${leaning === 1 ? 'was' : 'were'}`
  return `${which} ${LEANS[lean]}, by ${size(subject, meanError)} on average.`
}

function missSentence(subject: Subject, { forecast, score }: Met): string {
  return `For ${labelOf(subject, forecast.starts)} you forecast ${bare(subject, score.value)} and ${figure(subject, score.actual)} came.`
}

function lastWords(subject: Subject, { forecast, score }: Met): string {
  return `the forecast for ${labelOf(subject, forecast.starts)} was ${bare(subject, score.value)}, and ${figure(subject, score.actual)} came`
}
