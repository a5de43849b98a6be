import type { Polarity } from '../../server/domain/polarity'
import { csvOf, type SourceRow, sourceRows } from './source'

/** What the published table does not say but its notes and colours do. */
const LOWER_IS_BETTER = ['ETS01', 'HR11', 'HS01', 'RB07', 'RB08', 'RB09']
const DATA_ONLY = ['SNH03', 'SNH04', 'SNH06']
const CUMULATIVE = ['HR11', 'HS08', 'IA01', 'RB05', 'RB06']
/** 0 here stands for "not yet available": the notes say so, or every other quarter is near 100. */
const ZERO_IS_NOTHING = ['ETS01', 'IT06', 'PS05']

export type Vintage = 'aug2014' | 'nov2014'

export function hartKpis(): SourceRow[] {
  return sourceRows('hart_kpi/hart_kpis.csv')
}

/** The two published reports as two returns: the later one revises the first quarter of the year. */
export function hartReturn(vintage: Vintage) {
  const rows = hartKpis().flatMap(kpi => (vintage === 'aug2014' ? august(kpi) : november(kpi)))
  return csvOf(`hart-${vintage}.csv`, rows)
}

/** Tolerance: the one under which most of the published ambers and reds are ours too (docs/real-data.md). */
export function hartDefinitions() {
  const rows = hartKpis().map(kpi => ({
    indicator_code: kpi.kpi_ref!,
    title: kpi.description!,
    unit: kpi.unit!,
    polarity: polarityOf(kpi.kpi_ref!),
    frequency: 'quarter',
    shape: CUMULATIVE.includes(kpi.kpi_ref!) ? 'cumulative' : 'discrete',
    tolerance_kind: 'relative',
    tolerance_size: 10,
    lead_code: 'HDC',
    lead_name: 'Hart District Council',
    source: kpi.service!,
  }))
  return csvOf('hart-definitions.csv', rows)
}

export function polarityOf(reference: string): Polarity {
  if (DATA_ONLY.includes(reference)) return 'context-only'
  return LOWER_IS_BETTER.includes(reference) ? 'lower-is-better' : 'higher-is-better'
}

function august(kpi: SourceRow) {
  return [
    rowOf(kpi, '2013/14 Q4', kpi.q4_2013_14_as_reported_aug2014!, '', '', ''),
    firstQuarter(kpi, kpi.q1_2014_15_as_reported_aug2014!),
  ]
}

function november(kpi: SourceRow) {
  const { target_q2_2014_15: target, status_q2: status, note_q2: note } = kpi
  return [
    firstQuarter(kpi, kpi.q1_2014_15_as_reported_nov2014!),
    rowOf(kpi, '2014/15 Q2', kpi.q2_2014_15_as_reported_nov2014!, target!, status!, note!),
  ]
}

function firstQuarter(kpi: SourceRow, value: string) {
  const { target_q1_2014_15: target, status_q1: status, note_q1: note } = kpi
  return rowOf(kpi, '2014/15 Q1', value, target!, status!, note!)
}

function rowOf(
  { kpi_ref: reference = '' }: SourceRow,
  period: string,
  value: string,
  target: string,
  status: string,
  note: string,
) {
  const isNothing = value === '0' && ZERO_IS_NOTHING.includes(reference)
  const hasNoTarget = Number(target) === 0 && !/above|close|below/.test(status)
  return {
    indicator_code: reference,
    partner_code: 'HDC',
    period,
    value: isNothing ? 'not yet available' : value,
    target: hasNoTarget ? '' : target,
    status_flag: status,
    comment: note === 'No notes' ? '' : note,
  }
}
