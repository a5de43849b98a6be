import type { IsoDate } from '../../domain/period'
import type { Standing } from '../../domain/standing'
import type { Status } from '../../domain/status'

/** Another measure, as far as a panel needs it. */
export interface Neighbour {
  readonly reference: string
  readonly title: string
  readonly status: Status | null
  readonly direction: Standing['directionPrevious']
  readonly starts: IsoDate | null
}

/** The columns of a neighbour out of its indicator `o` and its kept standing `k`, as JSON pairs. */
export const NEIGHBOUR = `'reference', o.reference, 'title', o.title,
  'status', k.standing->'status', 'direction', k.standing->'directionPrevious',
  'starts', k.standing->'starts'`

/** Joins the kept standing `k` of the headline of indicator `o`. */
export const STANDING_OF_NEIGHBOUR = `left join series d on d.area_id = o.area_id
    and d.indicator_id = o.id and d.kind = 'headline'
  left join standings k on k.area_id = d.area_id and k.series_id = d.id`

export function isMissing({ status }: Neighbour): boolean {
  return status === 'red' || status === 'amber'
}
