import { yearToDate } from '../../domain/aggregation'
import { formatFigure, formatGap, numberWord } from '../../domain/format'
import { round } from '../../domain/number'
import type { Standing } from '../../domain/standing'
import type { IndicatorDetail } from './queries'

const NOUNS: Record<string, string> = { place: 'places', partner: 'partners' }

/**
 * By how much the parts of one kind miss the headline of the same period; '' where they agree or
 * cannot be put together. One person belongs to several groups, so groups are not a whole.
 */
export function disagreement(
  record: IndicatorDetail,
  kind: string,
  parts: readonly (Standing | null)[],
): string {
  const noun = NOUNS[kind]
  const whole = record.standing
  const reported = parts.filter(part => part !== null && part.starts === whole.starts)
  if (!noun || whole.value === null || reported.length < 2 || reported.length < parts.length) {
    return ''
  }

  const counted = hasCounts(record)
  const rule = counted ? ('ratio' as const) : ('sum' as const)
  if (!counted && record.yearToDate !== 'sum') return ''
  const { value, missing } = yearToDate(reported, {
    ...record,
    shape: 'discrete',
    yearToDate: rule,
  })
  if (value === null || missing.length > 0) return ''
  const gap = round(value, record.decimals) - round(whole.value, record.decimals)
  if (round(gap, record.decimals) === 0) return ''

  const many = `${numberWord(reported.length)} ${noun}`
  const said = counted ? `Together the ${many} come to` : `The ${many} add up to`
  return `${said} ${formatFigure(value, record)}; the headline says ${formatFigure(whole.value, record)}, a difference of ${formatGap(gap, record)}.`
}

function hasCounts({ numeratorLabel, denominatorLabel }: IndicatorDetail): boolean {
  return numeratorLabel !== '' && denominatorLabel !== ''
}
