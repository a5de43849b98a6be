import type { Database } from '../../database/database'
import type { Friend } from '../../domain/friend'
import { questionsAskedOf } from '../../domain/questions'
import type { QuestionId } from '../../domain/questions'
import type { Evidence } from './exhibit'
import { lastForecast } from './how/4a-last-forecast'
import { getBetter } from './how/5-get-better'
import { enough } from './how/5a-enough'
import { poorPerformance } from './how/7b-poor-performance'
import type { Panel } from './panel'
import type { Subject } from './subject'
import { rightMeasure } from './what/2-right-measure'
import { notShown } from './what/2a-not-shown'
import { whatFollows } from './what/3-what-follows'
import { priorities } from './what/3a-priorities'
import { knockOn } from './what/3c-knock-on'
import { whoLoses } from './what/3d-who-loses'
import { whatCouldGoWrong } from './what/4b-what-could-go-wrong'
import { ifNothingImproves } from './what/7-if-nothing-improves'
import { moreMoney } from './what/7a-more-money'
import { decision } from './what/8-decision'
import { mustKnow } from './what/8a-must-know'
import { assumptions } from './what/8b-assumptions'
import { forecast } from './when/4-forecast'
import { byWhen } from './when/5b-by-when'
import { noBreakdown } from './where/W0-no-breakdown'
import { worstBest } from './where/W1-worst-best'
import { doneBetter } from './where/W2-done-better'
import { moneyAndPeople } from './where/W3-money-and-people'
import { partnersHit } from './who/3b-partners-hit'
import { whoAnswers } from './who/6-who-answers'
import { whoCouldHelp } from './who/6a-who-could-help'
import { shortOfTarget } from './why/1-short-of-target'
import { trust } from './why/1a-trust'
import { otherCauses } from './why/1b-other-causes'

/** The evidence for all questions of one friend, in their order: one query a panel at most. */
export async function gatherEvidence(
  db: Database,
  subject: Subject,
  friend: Friend,
): Promise<Panel[]> {
  const panels: Panel[] = []
  for (const { id } of questionsAskedOf(friend, subject)) {
    panels.push({ question: id, ...(await BY_QUESTION.get(id)!.gather(db, subject)) })
  }
  return panels
}

const EVIDENCE: readonly Evidence[] = [
  shortOfTarget,
  trust,
  otherCauses,
  rightMeasure,
  notShown,
  whatFollows,
  priorities,
  partnersHit,
  knockOn,
  whoLoses,
  forecast,
  lastForecast,
  whatCouldGoWrong,
  getBetter,
  enough,
  byWhen,
  whoAnswers,
  whoCouldHelp,
  ifNothingImproves,
  moreMoney,
  poorPerformance,
  decision,
  mustKnow,
  assumptions,
  noBreakdown,
  worstBest,
  doneBetter,
  moneyAndPeople,
]

const BY_QUESTION = new Map<QuestionId, Evidence>(EVIDENCE.map(one => [one.question, one]))
