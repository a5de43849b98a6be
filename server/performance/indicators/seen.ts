import type { Actual } from '../../database/tables/performance'
import {
  type Counted,
  seesSmallCounts,
  type Shown,
  shownText,
  withoutSmallNumbers,
} from '../../domain/small-numbers'
import { readable } from '../../domain/standing'
import type { FigureFormat } from '../../domain/format'
import { type Amounts, AVAILABILITY_WORDS, type Availability } from '../../domain/figure'
import type { Actor } from '../../domain/people'
import type { IndicatorDetail, Published } from './queries'

/** A measure and its figures as this reader may see them: whatever is made of them is safe to show. */
export function seenBy(
  actor: Actor | null,
  record: IndicatorDetail,
  figures: readonly Published[],
): { record: IndicatorDetail; figures: readonly Published[] } {
  if (seesSmallCounts(actor)) return { record, figures }
  return {
    record: { ...record, standing: readable(record.standing, false) },
    figures: figures.map(figure => withoutSmallNumbers(figure, record)),
  }
}

/** One figure by itself, as this reader may see it. */
export function seenFigure(
  figure: Actual,
  rules: Counted,
  actor: Actor | null,
): Actual & Partial<Shown> {
  return seesSmallCounts(actor) ? figure : withoutSmallNumbers(figure, rules)
}

/** The same in words. */
export function seenText(
  figure: Amounts & { availability: Availability },
  rules: Counted & FigureFormat,
  actor: Actor | null,
): string {
  const shown = seesSmallCounts(actor)
    ? { ...figure, hidden: null }
    : withoutSmallNumbers(figure, rules)
  return shown.availability === 'figure' || shown.hidden
    ? shownText(shown, rules)
    : AVAILABILITY_WORDS[shown.availability]
}
