import type { Availability } from '../domain/figure'
import type { Target } from '../domain/target'
import { readWrittenNumber, type WrittenNumber } from '../domain/written-number'

/** What one cell of a file says. A blank says nothing; it is never 0. */
export type Cell =
  | { readonly kind: 'blank' }
  | NumberCell
  | { readonly kind: 'state'; readonly availability: Exclude<Availability, 'figure'> }
  | { readonly kind: 'wrong'; readonly sentence: string }

export interface NumberCell extends WrittenNumber {
  readonly kind: 'number'
}

export type TargetCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'target'; readonly target: Target; readonly decimals: number }
  | { readonly kind: 'wrong'; readonly sentence: string }

const BLANK = { kind: 'blank' } as const

const STATES: Record<string, Exclude<Availability, 'figure'>> = {
  'n/a': 'not-applicable',
  na: 'not-applicable',
  'not applicable': 'not-applicable',
  '.': 'not-applicable',
  '[z]': 'not-applicable',
  '-': 'not-yet-available',
  '..': 'not-yet-available',
  '…': 'not-yet-available',
  ':': 'not-yet-available',
  tbc: 'not-yet-available',
  tba: 'not-yet-available',
  pending: 'not-yet-available',
  'not available': 'not-yet-available',
  'not yet available': 'not-yet-available',
  '[x]': 'not-yet-available',
  '*': 'suppressed',
  s: 'suppressed',
  c: 'suppressed',
  '[c]': 'suppressed',
  suppressed: 'suppressed',
  '1-4': 'suppressed',
}

const SMALL = /^(?:<\s*\d+|(?:fewer|less) than \d+)$/
const NO_TARGET = ['none', 'no target']
const SPREADSHEET_FAULT = /^#(div\/0!|n\/a|name\?|null!|num!|ref!|value!|spill!|calc!)$/

/** A number, one of the words that stand where a number could, nothing, or a sentence why not. */
export function readCell(text: string): Cell {
  const written = text.trim()
  if (written === '') return BLANK

  const plain = written.toLowerCase().replace(/[‐-―−]/g, '-')
  const availability = SMALL.test(plain) ? 'suppressed' : STATES[plain]
  return availability ? { kind: 'state', availability } : readNumber(plain, written)
}

/** A target: one number, or two ends ('4 to 6') for a measure that should stay inside a range. */
export function readTargetCell(text: string): TargetCell {
  const written = text.trim()
  const ends = /^(.+?)\s+(?:to|-|–)\s+(.+)$/.exec(written)
  if (NO_TARGET.includes(written.toLowerCase())) return BLANK
  if (ends) return readRange(readCell(ends[1]!), readCell(ends[2]!), written)

  const cell = readCell(written)
  switch (cell.kind) {
    case 'number':
      return {
        kind: 'target',
        target: { value: cell.number, low: null, high: null },
        decimals: cell.decimals,
      }
    case 'wrong':
      return cell
    default:
      return BLANK
  }
}

function readRange(low: Cell, high: Cell, written: string): TargetCell {
  if (low.kind === 'number' && high.kind === 'number' && low.number <= high.number) {
    return {
      kind: 'target',
      target: { value: null, low: low.number, high: high.number },
      decimals: Math.max(low.decimals, high.decimals),
    }
  } else {
    return wrong(`“${written}” is not a range. Write the lower end first, like 4 to 6.`)
  }
}

function readNumber(plain: string, written: string): Cell {
  if (SPREADSHEET_FAULT.test(plain)) {
    return wrong(`“${written}” is a spreadsheet's error message, not a figure.`)
  }
  const reading = readWrittenNumber(written)
  if (!('sentence' in reading)) return { kind: 'number', ...reading }
  return wrong(
    reading.sentence.endsWith('is not a number.')
      ? `${reading.sentence} Leave the cell blank, or write n/a, “not yet available” or “suppressed”.`
      : reading.sentence,
  )
}

function wrong(sentence: string): { kind: 'wrong'; sentence: string } {
  return { kind: 'wrong', sentence }
}
