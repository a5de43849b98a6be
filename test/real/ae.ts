import { csvOf, type SourceRow, sourceRows } from './source'

export function aeRows(): SourceRow[] {
  return sourceRows('nhs_ae_4hr/quarterly.csv')
}

/** Main departments of the organisations that reported every one of the twelve quarters. */
export function completeTypeOne(): SourceRow[] {
  const typeOne = aeRows().filter(({ type }) => type === '1')
  const quarters = new Map<string, number>()
  for (const { org_code: code } of typeOne) quarters.set(code!, (quarters.get(code!) ?? 0) + 1)
  return typeOne.filter(({ org_code: code }) => quarters.get(code!) === 12)
}

/** A measure for each organisation, which leads it: each stands on the worklist by itself. */
export function aeByOrganisation() {
  const rows = completeTypeOne().map(row => canonical(row, `ae-4hr-${row.org_code}`))
  return csvOf('ae-type-1.csv', rows)
}

export function aeDefinitions() {
  const codes = [...new Set(completeTypeOne().map(({ org_code: code }) => code!))]
  const rows = codes.map(code => ({
    indicator_code: `ae-4hr-${code}`,
    title: `A&E patients seen within 4 hours, ${code}`,
    unit: '%',
    decimals: 1,
    polarity: 'higher-is-better',
    frequency: 'quarter',
    year_to_date: 'ratio',
    per: 100,
    numerator_label: 'patients seen within 4 hours',
    denominator_label: 'patients who came',
    lag_days: 45,
  }))
  return csvOf('ae-definitions.csv', rows)
}

/** The whole file: three measures, each broken down by the organisations that report it. */
export function aeByPartner() {
  return csvOf(
    'ae-all.csv',
    aeRows().map(row => canonical(row, `ae-4hr-type-${row.type}`)),
  )
}

/** A quarter with a month missing is provisional, whatever else it is. */
function canonical(row: SourceRow, code: string) {
  const isWhole = row.months_present === '3'
  return {
    indicator_code: code,
    partner_code: row.org_code!,
    period: row.period!,
    numerator: row.within_4h!,
    denominator: row.attendances!,
    value: row.pct_within_4h!,
    target: row.target_pct!,
    data_status: isWhole ? 'final' : 'provisional',
    comment: isWhole ? '' : `${row.months_present} of 3 months reported`,
  }
}
