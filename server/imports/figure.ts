import { formatNumber } from '../domain/format'
import { type Availability, type Certainty, figureValue } from '../domain/figure'
import { decimalsOf } from '../domain/number'
import type { CanonicalRow } from './canonical'
import type { Cell, NumberCell } from './cells'
import type { Fault } from './fault'

/** What a row says happened, ready to be kept. */
export interface FileFigure {
  readonly availability: Availability
  readonly availabilityNote: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly certainty: Certainty
  readonly comment: string
}

export interface FigureRules {
  readonly unit: string
  readonly per: number
  readonly neverZero: boolean
}

export type FigureReading = { figure: FileFigure | null } | { faults: Fault[] }

/**
 * The figure of one row, or null where the row gives none. Where both counts are given they are the
 * facts and the value is computed from them; a value that disagrees beyond its own rounding is refused.
 */
export function readFigure(row: CanonicalRow, rules: FigureRules): FigureReading {
  const faults = [...unitFaults(row, rules), ...countFaults(row)]
  if (faults.length > 0) return { faults }

  const { value, numerator, denominator } = row
  const state = stateOf(row)
  if (numerator.kind === 'number' && denominator.kind === 'number') {
    return fromCounts(row, numerator, denominator, rules)
  } else if (value.kind === 'number') {
    return fromValue(row, value.number, rules)
  } else if (state) {
    return { figure: { ...emptyFigure(row), availability: state } }
  } else {
    return { figure: null }
  }
}

function fromCounts(
  row: CanonicalRow,
  { number: numerator }: NumberCell,
  { number: denominator }: NumberCell,
  rules: FigureRules,
): FigureReading {
  const computed = figureValue({ value: null, numerator, denominator }, rules.per)
  const counts = `${plain(numerator)} of ${plain(denominator)}`

  if (row.value.kind === 'state') {
    return refuse(row, 'value', `The value is withheld, yet the counts are given: ${counts}.`)
  } else if (computed === null && numerator !== 0) {
    return refuse(row, 'denominator', `${counts} cannot be: the denominator is 0.`)
  } else if (rules.per === 100 && numerator > denominator) {
    return refuse(row, 'numerator', `${counts} cannot be: a part is never more than the whole.`)
  } else if (computed === null) {
    const availabilityNote = 'There was nothing to measure: 0 of 0.'
    const availability = 'not-applicable'
    return {
      figure: { ...emptyFigure(row), numerator, denominator, availability, availabilityNote },
    }
  } else if (row.value.kind === 'number' && !agrees(row.value, computed, rules)) {
    const given = plain(row.value.number)
    const made = plain(Number(computed.toPrecision(6)))
    return refuse(
      row,
      'value',
      `The value is ${given}, but the counts make it ${made} (${counts}).`,
    )
  } else if (computed === 0 && rules.neverZero) {
    return refuse(row, 'numerator', NEVER_ZERO)
  } else {
    const figure = { ...emptyFigure(row), availability: 'figure' as const, value: computed }
    return { figure: { ...figure, numerator, denominator } }
  }
}

function fromValue(row: CanonicalRow, value: number, { neverZero }: FigureRules): FigureReading {
  if (value === 0 && neverZero) {
    return refuse(row, 'value', NEVER_ZERO)
  } else {
    return { figure: { ...emptyFigure(row), availability: 'figure', value } }
  }
}

const NEVER_ZERO =
  '0 is given for a measure that is never 0. If there is no figure yet, write “not yet available”.'

/** Within half of the last decimal place the value was written with; or the same share written 0.774. */
function agrees({ number, decimals }: NumberCell, computed: number, { unit }: FigureRules) {
  const near = (written: number, places: number) =>
    Math.abs(written - computed) <= 0.5 * 10 ** -places * (1 + 1e-9)
  return near(number, decimals) || (unit === '%' && near(number * 100, Math.max(0, decimals - 2)))
}

/** A sign that belongs to another unit gives a wrong column away. */
function unitFaults({ row, ...cells }: CanonicalRow, { unit }: FigureRules): Fault[] {
  return (['value', 'forecast', 'numerator', 'denominator'] as const).flatMap((column): Fault[] => {
    const cell = cells[column]
    const isCount = column === 'numerator' || column === 'denominator'
    if (cell.kind !== 'number' || cell.unit === '') return []
    if (cell.unit === '%' && isCount) {
      return [{ row, column, sentence: 'A count cannot be a percentage.' }]
    } else if (isCount || unit === '' || unit.includes(cell.unit)) {
      return []
    } else {
      const sentence = `${cell.unit} is written here, but this measure is in ${unit}.`
      return [{ row, column, sentence }]
    }
  })
}

function countFaults({ row, numerator, denominator }: CanonicalRow): Fault[] {
  const negative = { numerator, denominator }
  const faults = Object.entries(negative).flatMap(([column, cell]) =>
    cell.kind === 'number' && cell.number < 0
      ? [{ row, column, sentence: 'A count cannot be negative.' }]
      : [],
  )
  const alone = missingCount(numerator, denominator)
  const sentence = 'A numerator and a denominator are needed together, or neither.'
  return alone ? [...faults, { row, column: alone, sentence }] : faults
}

function missingCount(numerator: Cell, denominator: Cell): string | undefined {
  if (numerator.kind === 'number' && denominator.kind === 'blank') return 'denominator'
  if (denominator.kind === 'number' && numerator.kind === 'blank') return 'numerator'
  return undefined
}

/** A hidden count hides the figure, unless the value itself is given. */
function stateOf(row: CanonicalRow): Exclude<Availability, 'figure'> | undefined {
  for (const cell of [row.value, row.numerator, row.denominator]) {
    if (cell.kind === 'state') return cell.availability
  }
  return undefined
}

function emptyFigure({ certainty, comment }: CanonicalRow) {
  return {
    availabilityNote: '',
    value: null,
    numerator: null,
    denominator: null,
    certainty,
    comment,
  }
}

function refuse({ row }: CanonicalRow, column: string, sentence: string): FigureReading {
  return { faults: [{ row, column, sentence }] }
}

function plain(value: number): string {
  return formatNumber(value, Math.min(6, decimalsOf(value)))
}
