import type { Availability } from '../domain/figure'
import { decimalsOf } from '../domain/number'
import type { Target } from '../domain/target'

/** What one cell of a file says. A blank says nothing; it is never 0. */
export type Cell =
  | { readonly kind: 'blank' }
  | NumberCell
  | { readonly kind: 'state'; readonly availability: Exclude<Availability, 'figure'> }
  | { readonly kind: 'wrong'; readonly sentence: string }

export interface NumberCell {
  readonly kind: 'number'
  readonly number: number
  /** How many decimal places it was written with. */
  readonly decimals: number
  readonly unit: '%' | '£' | ''
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

const NUMBER = /^(-?)(£?)(-?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d{1,2})?\s?(%?)$/
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
  const [found, minus, pound, innerMinus, whole, fraction = '', exponent = '', percent] =
    NUMBER.exec(plain) ?? []

  if (SPREADSHEET_FAULT.test(plain)) {
    return wrong(`“${written}” is a spreadsheet's error message, not a figure.`)
  } else if (found === undefined || (whole === undefined && fraction.length < 2)) {
    return wrong(whyNotANumber(written))
  } else if ((minus && innerMinus) || (pound && percent)) {
    return wrong(whyNotANumber(written))
  }

  const digits = (whole ?? '0').replaceAll(',', '')
  if (digits.replace(/^0+/, '').length > 15) {
    return wrong(`“${written}” has more than 15 digits, more than can be kept exactly.`)
  }
  const exact = withoutDust(`${digits}${fraction}${exponent}`)
  return {
    kind: 'number',
    number: minus || innerMinus ? 0 - exact.size : exact.size,
    decimals: exact.decimals,
    unit: percent ? '%' : pound ? '£' : '',
  }
}

/** Spreadsheets write 78.5747 as 78.574700000000007: past 15 digits there is only binary dust. */
function withoutDust(digits: string): { size: number; decimals: number } {
  const size = Number(Number(digits).toPrecision(15))
  const [, fraction = '', exponent = '0'] = /^\d*\.?(\d*)(?:e(.+))?$/.exec(digits) ?? []
  const significant = digits.replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').length
  const decimals = significant > 15 ? decimalsOf(size) : fraction.length - Number(exponent)
  return { size, decimals: Math.max(0, decimals) }
}

function whyNotANumber(written: string): string {
  if (/^[-−]?\d+,\d+$/.test(written)) {
    return `“${written}” has a comma that does not part thousands. Write decimals with a point.`
  } else if (/^\(.*\)$/.test(written)) {
    return `“${written}” is in brackets. Write a negative number with a minus sign.`
  } else {
    return `“${written}” is not a number. Leave the cell blank, or write n/a, “not yet available” or “suppressed”.`
  }
}

function wrong(sentence: string): { kind: 'wrong'; sentence: string } {
  return { kind: 'wrong', sentence }
}
