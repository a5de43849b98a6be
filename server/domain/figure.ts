import { tidy } from './number'

/** A figure is drafted and submitted, approved by the partner, then published by the partnership. */
export const FIGURE_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'published',
  'superseded',
  'withdrawn',
] as const
export type FigureState = (typeof FIGURE_STATES)[number]

export const FIGURE_STATE_WORDS: Record<FigureState, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  returned: 'Returned',
  approved: 'Approved',
  published: 'Published',
  superseded: 'Replaced by a revision',
  withdrawn: 'Withdrawn',
}

/** A published figure is never edited: a revision replaces it, or it is withdrawn. */
export const FIGURE_MOVES: Record<FigureState, readonly FigureState[]> = {
  draft: ['submitted'],
  submitted: ['approved', 'returned'],
  returned: ['submitted'],
  approved: ['published', 'returned'],
  published: ['superseded', 'withdrawn'],
  superseded: [],
  withdrawn: [],
}

export const OPEN_FOR_ENTRY: readonly FigureState[] = ['draft', 'returned']

export function mayMove(from: FigureState, to: FigureState): boolean {
  return FIGURE_MOVES[from].includes(to)
}

export const CERTAINTIES = ['provisional', 'final'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** What stands where a figure could: four different things, and none of them is 0. */
export const AVAILABILITIES = [
  'figure',
  'not-applicable',
  'not-yet-available',
  'suppressed',
] as const
export type Availability = (typeof AVAILABILITIES)[number]

export const AVAILABILITY_WORDS: Record<Availability, string> = {
  figure: 'A figure',
  'not-applicable': 'Not applicable',
  'not-yet-available': 'Not yet available',
  suppressed: 'Suppressed',
}

/** Why performance is off target, coded so that a cause given twice is seen to repeat. */
export const REASON_CODES = [
  'staffing',
  'demand',
  'funding',
  'process',
  'partner',
  'supplier',
  'data',
  'weather-or-season',
  'policy-change',
  'target',
  'one-off',
  'other',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

export const REASON_WORDS: Record<ReasonCode, string> = {
  staffing: 'Staffing: vacancies, sickness or skills',
  demand: 'More demand, or different demand',
  funding: 'Money cut, late or not enough',
  process: 'The way the work is done',
  partner: 'Another organisation in the partnership',
  supplier: 'A contractor or supplier',
  data: 'How the figure is counted or collected',
  'weather-or-season': 'Weather or time of year',
  'policy-change': 'A change in law or policy',
  target: 'The target itself',
  'one-off': 'A single event, not expected again',
  other: 'Something else',
}

export interface Amounts {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

/**
 * The value of a figure in the measure's unit. Where both counts are held they are the facts, and
 * the value is numerator ÷ denominator × per (100 for %, 1,000 for a rate per 1,000); over a
 * denominator of 0 there is no value. Otherwise the value as given.
 */
export function figureValue(
  { value, numerator, denominator }: Amounts,
  per: number,
): number | null {
  if (numerator === null || denominator === null) {
    return value
  } else if (denominator === 0) {
    return null
  } else {
    return tidy((numerator * per) / denominator)
  }
}
