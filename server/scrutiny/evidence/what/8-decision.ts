import { capitalised, formatDate } from '../../../domain/format'
import { executiveReplyDue } from '../../../domain/reply-clock'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, closed, counted, sharpened } from '../wording'
import { type Deciding, findDeciding } from './decision-queries'

export const decision = evidence('8', findDeciding, showDecision)

export function showDecision(
  subject: Subject,
  { nextMeeting, recommendations }: Deciding,
): Exhibit {
  const late = recommendations.filter(one => isLate(one, subject.today))
  const open = recommendations.filter(({ closedOn }) => closedOn === null)
  const meeting = nextMeeting && formatDate(nextMeeting.heldOn)
  const replyBy = nextMeeting && formatDate(executiveReplyDue(nextMeeting.heldOn))

  return exhibit({
    missing: nextMeeting === null,
    finding:
      late.length > 0
        ? `${capitalised(counted(late.length, 'recommendation'))} already made ${late.length === 1 ? 'has' : 'have'} had no reply in time`
        : open.length > 0
          ? `${capitalised(counted(open.length, 'recommendation'))} on this measure ${open.length === 1 ? 'is' : 'are'} still open`
          : meeting === null
            ? 'No meeting is set at which to decide'
            : `A recommendation made on ${meeting} must be answered by ${replyBy}`,
    sharpened: sharpened(
      [
        late.length > 0
          ? `${capitalised(counted(late.length, 'recommendation'))} ${late.length === 1 ? 'is' : 'are'} past the date for a reply.`
          : null,
        meeting === null
          ? 'No meeting is set.'
          : `If we recommend on ${meeting} and it is received that day, the reply is due by ${replyBy}.`,
      ],
      'What decision do you want from us: note, recommend, refer or review?',
    ),
    facts: factsOf({
      'Next meeting': nextMeeting && `${meeting}, ${nextMeeting.committee}`,
      'Reply due, if received that day': replyBy,
      'What we may do': 'note it, recommend, refer it on, or set up a review',
      'Recommendations so far': String(recommendations.length),
    }),
    table:
      recommendations.length === 0
        ? null
        : {
            caption: 'Recommendations on this measure, the latest first',
            head: ['Recommendation', 'Received', 'Reply'],
            rows: recommendations
              .slice(0, 5)
              .map(one => [
                `${one.reference}: ${closed(one.wording)}`,
                formatDate(one.receivedOn),
                replyWords(one, subject.today),
              ]),
          },
    notes: [
      'To note it changes nothing by itself. If that is all that is wanted, it should be said.',
    ],
    source: asHeld(subject, 'the calendar of meetings and the list of recommendations'),
  })
}

type Made = Deciding['recommendations'][number]

function isLate({ respondedOn, responseDueOn, closedOn }: Made, today: string): boolean {
  return (
    respondedOn === null && closedOn === null && responseDueOn !== null && responseDueOn < today
  )
}

const DECISIONS: Record<string, string> = {
  accepted: 'accepted',
  'in-part': 'accepted in part',
  rejected: 'rejected',
}

function replyWords(one: Made, today: string): string {
  if (one.respondedOn !== null) {
    const late = one.responseDueOn !== null && one.respondedOn > one.responseDueOn ? ', late' : ''
    return `${DECISIONS[one.decision ?? ''] ?? 'answered'} on ${formatDate(one.respondedOn)}${late}`
  } else if (one.responseDueOn === null) {
    return 'none asked for by a date'
  } else {
    return `${isLate(one, today) ? 'overdue since' : 'due by'} ${formatDate(one.responseDueOn)}`
  }
}
