import type { Friend } from '../../domain/friend'
import type { Standing } from '../../domain/standing'

/** Says why a friend stands where it does: only those the data put first have a reason of their own. */
export function whyThisOrder(friend: Friend, place: number, standing: Standing): string {
  if (place > 0) return ABOUT[friend]
  if (standing.status === 'overdue') return 'There is no figure, so begin with when it will come.'
  if (!standing.drawn)
    return 'There are too few figures to tell noise from change, so begin with the cause.'
  if (standing.variation === 'concern')
    return 'It has really changed for the worse, so begin with what changed.'
  if (standing.assurance === 'fail') {
    return 'It misses steadily. One bad period is not the cause; how it is run is.'
  }
  if (standing.variation === 'improvement')
    return 'It has really improved, so begin with what worked.'
  return 'Its ups and downs are ordinary variation, so begin with how to steady it.'
}

const ABOUT: Record<Friend, string> = {
  what: 'Is it the right measure, what follows if it is missed, what do you decide?',
  why: 'What is the cause, and can the figure be trusted?',
  when: 'What is forecast, and by when will the target be met?',
  how: 'How will it get better, and is that enough?',
  where: 'Where is it worst, and where is it done better?',
  who: 'Who answers for it, and who else could help?',
}
