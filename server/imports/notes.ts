import { formatNumber, plural } from '../domain/format'
import type { Growth } from './newcomers'
import type { Resolved } from './resolution'

/** What deserves a second look though nothing is wrong with it, one sentence each. */
export function notesOn(resolved: readonly Resolved[], growth: Growth): string[] {
  return [
    ...zeroTargets(resolved),
    ...zeroFigures(resolved),
    ...fractions(resolved),
    ...withoutPolarity(growth),
    ...withoutHeadline(growth),
  ]
}

/** A common stand-in for "no target" in officers' files. */
function zeroTargets(resolved: readonly Resolved[]): string[] {
  const rows = resolved.filter(
    ({ target, indicator }) => target?.value === 0 && indicator.polarity !== 'lower-is-better',
  )
  return about(rows, 'a target of 0. If that stands for no target, leave the cell blank.')
}

/** And 0 for "not supplied yet". */
function zeroFigures(resolved: readonly Resolved[]): string[] {
  const rows = resolved.filter(
    ({ figure, target, indicator }) =>
      figure?.value === 0 && (target?.value ?? 0) > 0 && indicator.polarity === 'higher-is-better',
  )
  return about(rows, 'a figure of 0. If that stands for no figure, write “not yet available”.')
}

/** 0.774 beside a target of 80%. */
function fractions(resolved: readonly Resolved[]): string[] {
  const rows = resolved.filter(({ figure, target, indicator }) => {
    const value = figure?.value ?? null
    const isShare = value !== null && value > 0 && value <= 1 && figure?.numerator === null
    return isShare && indicator.unit === '%' && (target?.value ?? 0) >= 10
  })
  return about(rows, 'a percentage of 1 or less. If 0.774 is to mean 77.4%, write 77.4.')
}

function withoutPolarity({ indicators }: Growth): string[] {
  const count = indicators.filter(({ polarity }) => polarity === 'context-only').length
  if (count === 0) return []
  const what = count === 1 ? '1 new measure is' : `${formatNumber(count, 0)} new measures are`
  return [
    `${what} for context only: nothing says which way is better. Say it in a definitions file or with --polarity.`,
  ]
}

function withoutHeadline({ indicators, series }: Growth): string[] {
  return indicators.flatMap(({ id, reference }) => {
    const partners = series.filter(each => each.indicatorId === id && each.kind === 'partner')
    return partners.length === 0
      ? []
      : [
          `“${reference}” is kept as one measure broken down by ${plural(partners.length, 'partner')}. To judge each partner by itself, add --each-partner.`,
        ]
  })
}

function about(rows: readonly Resolved[], what: string): string[] {
  const [first] = rows
  if (!first) return []
  const others = rows.length > 1 ? ` and ${formatNumber(rows.length - 1, 0)} more` : ''
  return [`Row ${first.row.row}${others} ${rows.length > 1 ? 'have' : 'has'} ${what}`]
}
