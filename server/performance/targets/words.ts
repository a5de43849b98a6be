import { type FigureFormat, formatFigure } from '../../domain/format'
import { type Calendar, type Frequency, parsePeriod, periodLabel } from '../../domain/period'
import { formatTarget } from '../../domain/status'
import type { Target } from '../../domain/target'

/** A target as a change of it keeps it: the bare figure, or its parts. */
export function keptTarget(kept: unknown, format: FigureFormat): string {
  if (typeof kept === 'number') return formatFigure(kept, format)
  if (typeof kept !== 'object' || kept === null) return 'none'

  const { baseline, stretch, ...rest } = kept as Record<string, number | null | undefined>
  const target: Target = {
    value: rest.value ?? null,
    low: rest.low ?? null,
    high: rest.high ?? null,
  }
  const more = [
    typeof baseline === 'number' && `baseline ${formatFigure(baseline, format)}`,
    typeof stretch === 'number' && `stretch ${formatFigure(stretch, format)}`,
  ].filter(part => part !== false)
  return [formatTarget(target, format), ...more].join(', ')
}

/** The period of a change as people read it; one from elsewhere stands as it was given. */
export function changedPeriod(slug: string, calendar: Calendar, frequency: Frequency): string {
  const named = parsePeriod(slug, calendar, frequency) ?? parsePeriod(slug, calendar, 'year')
  return named ? periodLabel(named, calendar) : slug
}
