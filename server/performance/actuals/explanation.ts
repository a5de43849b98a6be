import type { Actual } from '../../database/tables/performance'
import { judge } from '../../domain/status'
import type { DueActual } from './due'

type Explained = Pick<Actual, 'value' | 'reasonCode' | 'reasonText' | 'revisionReason'>

/** Which words a figure still lacks, by field: targets move, so it is asked again when it is sent in. */
export function lackingIn(due: DueActual, figure: Explained): Record<string, string> {
  const lacking: Record<string, string> = {}
  if (isRevision(due) && figure.revisionReason === '') {
    lacking.revisionReason = 'Explain why the published figure has to change'
  }
  if (figure.value === null || judge(figure.value, yardstickOf(due)).status !== 'red') {
    return lacking
  }
  if (figure.reasonCode === null) {
    lacking.reasonCode = 'Select the main reason, because this figure is red'
  }
  if (figure.reasonText === '') {
    lacking.reasonText = 'Explain why performance is off target'
  }
  return lacking
}

/** Whether anything was ever published for the period, by whichever organisation then led. */
export function isRevision({ versions, withdrawals }: DueActual): boolean {
  return versions.length > 0 || withdrawals.length > 0
}

export function yardstickOf({ indicator, target }: Pick<DueActual, 'indicator' | 'target'>) {
  return {
    polarity: indicator.polarity,
    decimals: indicator.decimals,
    tolerance: { kind: indicator.toleranceKind, size: indicator.toleranceSize },
    target,
  }
}
