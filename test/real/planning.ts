import { csvOf, type SourceRow, sourceRows } from './source'

export function planningRows(): SourceRow[] {
  return sourceRows('planning_speed/planning_speed_quarterly.csv')
}

/** Values that two publications of the same table both give. */
function planningRevisions(): SourceRow[] {
  return sourceRows('planning_speed/revisions_between_vintages.csv')
}

const rowOf = (
  reference: string,
  council: string,
  period: string,
  value: string,
  target: string,
) => ({
  indicator_code: `${reference}-${council}`,
  partner_code: council,
  period,
  value,
  target,
})

export function planningReturn() {
  const rows = planningRows().map(row =>
    rowOf(row.indicator_id!, row.area_code!, row.period!, row.value!, row.target_pct!),
  )
  return csvOf('planning.csv', rows)
}

/** The earlier publication, to be loaded before the later one. */
export function earlierPlanningReturn() {
  const rows = planningRevisions().map(row =>
    rowOf('P151-major', row.area_code!, row.period!, row.value_2024!, '60'),
  )
  return csvOf('planning-2024.csv', rows)
}
