import { type Friend, FRIENDS } from './friend'
import type { Assurance, Meaning } from './spc'
import type { Status } from './status'

interface Signalled {
  readonly drawn: boolean
  readonly variation: Meaning | null
  readonly assurance: Assurance | null
  readonly status: Status
}

type Variation = 'concern' | 'common cause' | 'improvement'

/** method.md, "Which friend leads". */
const LEADS: Record<Variation, Record<Assurance, readonly Friend[]>> = {
  concern: {
    fail: ['who', 'what', 'where'],
    'hit-and-miss': ['what', 'when', 'why'],
    pass: ['why', 'when'],
  },
  'common cause': {
    fail: ['how', 'why', 'who'],
    'hit-and-miss': ['how'],
    pass: [],
  },
  improvement: {
    fail: ['what', 'when'],
    'hit-and-miss': ['what', 'how'],
    pass: ['where', 'what'],
  },
}

/**
 * The six friends in the order the data suggests; those the table does not name follow in Kipling's
 * order. Without limits to go by, Why leads where a target is missed, and When where the figure is.
 */
export function leadingFriends(signalled: Signalled): Friend[] {
  const leads = leadsOf(signalled)
  return [...leads, ...FRIENDS.filter(friend => !leads.includes(friend))]
}

function leadsOf({ drawn, variation, assurance, status }: Signalled): readonly Friend[] {
  if (drawn) {
    return LEADS[kindOf(variation)][assurance ?? 'hit-and-miss']
  } else if (status === 'overdue') {
    return ['when', 'who', 'why']
  } else if (status === 'red' || status === 'amber') {
    return ['why']
  } else {
    return []
  }
}

/** In a range, high and low are both news: what changed, and when. */
function kindOf(variation: Meaning | null): Variation {
  if (variation === null) {
    return 'common cause'
  } else {
    return variation === 'improvement' ? 'improvement' : 'concern'
  }
}
