import { REASON_CODES, REASON_WORDS } from '../../domain/figure'
import { periodLabel, periodStarting } from '../../domain/period'
import type { Entered } from '../../web/forms'
import { latestOf } from '../forecasts/ledger'
import type { DueActual } from './due'
import { type Ahead, FIELDS } from './forecast-fields'
import { isRevision } from './explanation'
import { asksForCounts } from './forms'
import type { Outlook } from './outlook'

/** What the form holds when it is opened: the draft, else the published figure that it would revise. */
export function enteredOf(due: DueActual, outlook: Outlook | null): Entered {
  const { open, published, versions } = due
  return {
    ...(open ?? published),
    edit: open?.edit ?? 0,
    revisionReason: open?.revisionReason ?? '',
    ...(!open && versions.length > 0 && { certainty: 'final' }),
    ...forecastsEntered(outlook),
  }
}

function forecastsEntered(outlook: Outlook | null): Entered {
  const held = (outlook?.ahead ?? []).flatMap(({ horizon, starts }) => {
    const ofIt = outlook!.made.filter(forecast => forecast.starts === starts)
    const made = latestOf(ofIt, horizon)
    const [value, low, high] = FIELDS[horizon]
    return made ? [[value, made.value] as const, [low, made.low], [high, made.high]] : []
  })
  return Object.fromEntries(held)
}

export function formOf(due: DueActual, outlook: Outlook, entered: Entered) {
  const { indicator } = due
  return {
    counts: asksForCounts(due),
    numeratorLabel: indicator.numeratorLabel,
    denominatorLabel: indicator.denominatorLabel,
    entered,
    reasons: REASON_CODES.map(value => ({ value, text: REASON_WORDS[value] })),
    lastReason: lastReasonOf(due),
    revises: isRevision(due),
    availability: String(entered.availability ?? 'figure'),
    forecasts: outlook.ahead.map(ahead => forecastOf(ahead, entered)),
    record: outlook.record,
  }
}

function forecastOf({ horizon, label }: Ahead, entered: Entered) {
  const [value, low, high] = FIELDS[horizon].map(name => ({
    name,
    value: String(entered[name] ?? ''),
  }))
  return {
    legend: horizon === 'period' ? label : `The whole of ${label}`,
    value: value!,
    low: low!,
    high: high!,
  }
}

/** Shown beside the reason asked for, because the same reason given again is worth noticing. */
function lastReasonOf({ before, indicator, calendar }: DueActual): string | null {
  const last = before.find(({ reasonText }) => reasonText !== '')
  if (!last) return null
  const label = periodLabel(periodStarting(last.starts, indicator.frequency, calendar), calendar)
  return `${label}: ${last.reasonText}`
}
