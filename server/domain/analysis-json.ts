import type { AnalysisInput, AnalysisOptions } from './analysis-input'
import { breaksAt, polarityFrom } from './analysis-choices'
import { inDateOrder } from './analysis-order'
import { targetOf } from './target'

type Fields = Record<string, unknown>

const PERIODS: Record<string, string> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annual: 'year',
}

/** One reference file, or its `input` alone. Throws RangeError with a sentence that names the field. */
export function readAnalysisJson(text: string): AnalysisInput {
  const input = inputOf(text)
  const x = listOf(input, 'x')
  const y = listOf(input, 'y')
  if (x.length !== y.length) {
    throw new RangeError(`“x” has ${x.length} periods but “y” has ${y.length} values.`)
  }

  const ordered = inDateOrder(x.map(labelAt), y.map(valueAt))
  const breaks = breaksAt(
    listOf(input, 'rebase').map(name => String(name)),
    ordered.labels,
  )
  return {
    labels: ordered.labels,
    values: ordered.values,
    options: optionsOf(input, breaks.indices),
    notes: breaks.notes,
  }
}

function inputOf(text: string): Fields {
  const whole = asFields(parsed(text), 'The JSON')
  return 'input' in whole ? asFields(whole.input, '“input”') : whole
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RangeError('The input begins like JSON, but it cannot be read as JSON.')
  }
}

function asFields(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${what} is not an object with x and y.`)
  }
  return value as Fields
}

function optionsOf(input: Fields, rebase: number[]): AnalysisOptions {
  const { frequency, improvement_direction: direction, screen_outliers: screening } = input
  const target = numberOf(input, 'target')
  const fixAfter = numberOf(input, 'fix_after_n_points')
  const period = typeof frequency === 'string' ? PERIODS[frequency] : undefined
  return {
    rebase,
    target: target === undefined ? null : targetOf(target),
    ...(typeof direction === 'string' ? { polarity: polarityFrom(direction) } : {}),
    ...(fixAfter === undefined ? {} : { fixAfter }),
    ...(typeof screening === 'boolean' ? { screening } : {}),
    ...(period === undefined ? {} : { period }),
  }
}

function listOf(input: Fields, name: string): unknown[] {
  const list = input[name] ?? (name === 'rebase' ? [] : undefined)
  if (Array.isArray(list)) return list
  if (name === 'rebase' && typeof list === 'string') return [list]
  throw new RangeError(`“${name}” is not a list.`)
}

function numberOf(input: Fields, name: string): number | undefined {
  const value = input[name] ?? undefined
  if (value === undefined || typeof value === 'number') return value
  throw new RangeError(`“${name}” is not a number.`)
}

function labelAt(label: unknown, at: number): string {
  if (typeof label === 'string' || typeof label === 'number') return String(label)
  throw new RangeError(`“x”, point ${at + 1}, is not a period.`)
}

function valueAt(value: unknown, at: number): number | null {
  if (value === null || typeof value === 'number') return value
  throw new RangeError(`“y”, point ${at + 1}, is neither a number nor null.`)
}
