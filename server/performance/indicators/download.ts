import { HIDDEN_WORDS } from '../../domain/small-numbers'
import type { Visit } from '../../people/visit'
import { csv } from '../../web/csv'
import type { Reply } from '../../web/reply'
import type { IndicatorRecord, Published } from './queries'
import { withdrawnText } from '../withdrawals/words'
import { labelOf } from './words'

const HEAD = [
  'indicator_code',
  'partner_code',
  'period',
  'numerator',
  'denominator',
  'value',
  'target',
  'target_low',
  'target_high',
  'data_status',
  'version',
  'state',
  'comment',
]

/** Every version of every figure, oldest first: the numbers behind the chart. */
export function indicatorCsv(
  visit: Visit,
  record: IndicatorRecord,
  figures: readonly Published[],
): Reply {
  return csv(
    `${visit.area.slug}-${record.reference}`,
    HEAD,
    figures
      .filter(({ publishedAt }) => publishedAt !== null)
      .map(figure => [
        record.reference,
        record.organisationSlug,
        labelOf(figure.starts, visit, record),
        figure.numerator,
        figure.denominator,
        figure.hidden ? HIDDEN_WORDS[figure.hidden] : figure.value,
        figure.target,
        figure.targetLow,
        figure.targetHigh,
        figure.certainty,
        figure.version,
        figure.state,
        figure.state === 'withdrawn'
          ? withdrawnText(figure)
          : figure.reasonText || figure.availabilityNote,
      ]),
  )
}
