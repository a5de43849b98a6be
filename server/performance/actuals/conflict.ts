import type { Actual } from '../../database/tables/performance'
import { AVAILABILITY_WORDS, REASON_WORDS } from '../../domain/figure'
import { capitalised, formatCount, formatFigure } from '../../domain/format'
import { periodLabel } from '../../domain/period'
import type { Page } from '../../web/page'
import { type DueActual, figureAddress } from './due'
import type { Foreseen } from '../forecasts/ledger'
import type { Conflict } from './entry'
import { FIELDS } from './forecast-fields'
import type { ActualForm } from './forms'

type Either = Pick<
  Actual,
  'availability' | 'value' | 'numerator' | 'denominator' | 'certainty' | 'reasonCode' | 'reasonText'
> & { foreseen: readonly Foreseen[] }

/** Two people saved the same figure: both versions side by side, and which one to keep is theirs to say. */
export function conflictPage(
  due: DueActual,
  names: Record<string, string>,
  { theirs, foreseen }: Conflict,
  yours: ActualForm,
): Page & Record<string, unknown> {
  const { indicator, period, calendar } = due
  return {
    title: 'Somebody else changed this figure',
    measure: [indicator.title, due.series.label, periodLabel(period, calendar)]
      .filter(Boolean)
      .join(', '),
    who: names[theirs.enteredBy ?? ''] ?? 'Somebody else',
    rows: rowsOf(due, { ...theirs, foreseen }, yours),
    action: figureAddress(due),
    again: againOf(yours, theirs.edit),
  }
}

/** What they typed, to be sent again against the version they have now seen. */
function againOf({ foreseen, ...form }: ActualForm, edit: number) {
  const fields = Object.entries({ ...namesOf(foreseen), ...form, edit })
  return fields.flatMap(([name, value]) =>
    value === null || (name === 'value' && form.numerator !== null)
      ? []
      : [{ name, value: String(value) }],
  )
}

function namesOf(foreseen: readonly Foreseen[]): Record<string, number | null> {
  return Object.fromEntries(
    foreseen.flatMap(({ horizon, ...one }) => {
      const [value, low, high] = FIELDS[horizon]
      return [
        [value, one.value],
        [low, one.low],
        [high, one.high],
      ] as const
    }),
  )
}

function rowsOf({ indicator }: DueActual, theirs: Either, yours: Either) {
  const lines: [string, (version: Either) => string][] = [
    [
      'Figure',
      ({ availability, value }) =>
        availability === 'figure'
          ? formatFigure(value, indicator)
          : AVAILABILITY_WORDS[availability],
    ],
    [
      'Counts',
      ({ numerator, denominator }) =>
        numerator === null ? '' : `${formatCount(numerator)} of ${formatCount(denominator!)}`,
    ],
    ['Certainty', ({ certainty }) => capitalised(certainty)],
    [
      'Reason',
      ({ reasonCode, reasonText }) =>
        [reasonCode ? REASON_WORDS[reasonCode as keyof typeof REASON_WORDS] : '', reasonText]
          .filter(Boolean)
          .join('. '),
    ],
    ['Forecast', ({ foreseen }) => forecastIn(foreseen, 'period', indicator)],
    ['Forecast for the year', ({ foreseen }) => forecastIn(foreseen, 'year-end', indicator)],
  ]
  return lines
    .map(([label, read]) => ({ label, theirs: read(theirs), yours: read(yours) }))
    .filter(row => row.theirs !== '' || row.yours !== '')
    .map(row => ({ ...row, differs: row.theirs !== row.yours }))
}

function forecastIn(
  foreseen: readonly Foreseen[],
  horizon: Foreseen['horizon'],
  indicator: DueActual['indicator'],
): string {
  const one = foreseen.find(each => each.horizon === horizon)
  if (!one) return ''
  const range = one.low !== null && one.high !== null
  const value = formatFigure(one.value, indicator)
  return range
    ? `${value}, between ${formatFigure(one.low, indicator)} and ${formatFigure(one.high, indicator)}`
    : value
}
