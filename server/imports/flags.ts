import { judge, type Status, STATUS_WORDS } from '../domain/status'
import type { Target } from '../domain/target'
import type { Resolved } from './resolution'

/** How the sender's own colours and ours agree, where a row carries a colour and a figure. */
export interface FlagComparison {
  readonly agree: number
  readonly differ: readonly FlagDifference[]
}

export interface FlagDifference {
  readonly row: number
  readonly reference: string
  readonly period: string
  readonly theirs: Status
  /** Null where there is no figure to judge. */
  readonly ours: Status | null
}

export function compareFlags(
  resolved: readonly Resolved[],
  heldTarget: (each: Resolved) => Target | undefined,
): FlagComparison {
  const differ: FlagDifference[] = []
  let agree = 0

  for (const each of resolved) {
    const { row, indicator } = each
    if (row.flag === null) continue
    const ours = statusOf(each, each.target ?? heldTarget(each) ?? null)
    if (ours === row.flag) agree++
    else {
      const { reference } = indicator
      differ.push({ row: row.row, reference, period: row.period, theirs: row.flag, ours })
    }
  }
  return { agree, differ }
}

export function flagSentence({ row, reference, period, theirs, ours }: FlagDifference): string {
  const our =
    ours === null ? 'has no figure to judge' : `makes it ${STATUS_WORDS[ours].toLowerCase()}`
  return `Row ${row}: ${reference}, ${period}: the file says ${theirs}, our rule ${our}.`
}

function statusOf({ figure, indicator }: Resolved, target: Target | null): Status | null {
  if (figure === null || figure.value === null) return null
  const { polarity, decimals, toleranceKind, toleranceSize } = indicator
  const tolerance = { kind: toleranceKind, size: toleranceSize }
  return judge(figure.value, { polarity, decimals, tolerance, target }).status
}
