import type { QuestionId } from '../../domain/questions'
import type { Exhibit } from './exhibit'

/** One question's evidence and its wording with the real numbers in it. */
export interface Panel extends Exhibit {
  readonly question: QuestionId
}
