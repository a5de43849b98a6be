import type { Friend } from './friend'
import { BASE_QUESTIONS } from './questions-base'

/** Stable for ever: wordings may change, answers stay comparable. */
export const QUESTION_IDS = [
  '1',
  '1a',
  '1b',
  '2',
  '2a',
  '3',
  '3a',
  '3b',
  '3c',
  '3d',
  '4',
  '4a',
  '4b',
  '5',
  '5a',
  '5b',
  '6',
  '6a',
  '7',
  '7a',
  '7b',
  '8',
  '8a',
  '8b',
  'W0',
  'W1',
  'W2',
  'W3',
] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

/** Who may be asked. */
export const ANSWERERS = {
  'lead-officer': 'Lead officer',
  'partner-lead': 'Partner lead',
  'portfolio-holder': 'Portfolio holder',
  'board-chair': 'Board chair',
  finance: 'Finance officer',
  equalities: 'Equalities officer',
  performance: 'Performance officer',
  committee: 'The committee',
} as const
export type Answerer = keyof typeof ANSWERERS

export interface Question {
  readonly id: QuestionId
  readonly friend: Friend
  /** As a councillor asks it. */
  readonly plain: string
  /** As partners ask one another on a board; the plain wording serves where there is none. */
  readonly amongPartners?: string
  readonly answerers: readonly Answerer[]
  /** What an answer must hold to count as one; mere words are partly answered at best. */
  readonly answeredWhen: string
  /** Not in the list of 2006. */
  readonly added?: true
}

/** Whose thinking the questions are, as it is said beside them. */
export const QUESTION_CREDIT = {
  structure: 'Pete Franklin, Bristol City Council',
  serving: 'Rudyard Kipling’s six honest serving-men',
  list: 'a practitioners’ forum, 2006; the Where group is our own addition',
} as const

export const QUESTIONS: readonly Question[] = BASE_QUESTIONS

/** Every question of one friend, in the order of the list. */
export function questionsOf(friend: Friend): readonly Question[] {
  return QUESTIONS.filter(question => question.friend === friend)
}

/** Those that are asked: where no breakdown is held W0 asks why, where one is W1 asks of it. */
export function questionsAskedOf(
  friend: Friend,
  { hasBreakdown }: { hasBreakdown: boolean },
): readonly Question[] {
  return questionsOf(friend).filter(({ id }) => id !== (hasBreakdown ? 'W0' : 'W1'))
}

export function isQuestionId(text: string): text is QuestionId {
  return (QUESTION_IDS as readonly string[]).includes(text)
}

/** The question of an identity. */
export function questionOf(id: QuestionId): Question {
  return BY_ID.get(id)!
}

const BY_ID = new Map(QUESTIONS.map(question => [question.id, question]))
