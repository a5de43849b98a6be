import { formatDate } from '../../../domain/format'
import { LEAST_SHARE_REWARDED } from '../../../domain/stretch'
import { casesNamed, casesShort } from '../cases'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, closed, figure, percent, pounds, sharpened, size } from '../wording'
import { runRate, runRateWords, type Stretch, stretchOf } from '../year'
import { findStakes, type Stakes } from './queries'

export const whatFollows = evidence('3', findStakes, showWhatFollows)

export function showWhatFollows(subject: Subject, stakes: Stakes): Exhibit {
  const { latest, indicator } = subject
  const stretch = stretchOf(subject)
  const cases = latest ? casesShort(latest, latest.target, indicator) : null
  const rate = runRate(subject)
  const missing = stretch === null && cases === null && stakes.agreement === null && rate === null

  return exhibit({
    missing,
    finding: findingFor(subject, stakes, stretch, cases),
    sharpened: sharpened(
      [
        cases === null ? null : `The shortfall is ${casesNamed(cases, indicator)}.`,
        stretch && grantSentence(stretch),
        stakes.agreement === null ? null : `It stands in the ${stakes.agreement}.`,
        missing ? `${unrecorded(subject)}.` : null,
      ],
      latest !== undefined && latest.target === null
        ? 'What would follow if it got out of hand, in people, money or law?'
        : 'What follows if the target is missed, in people, money or law?',
    ),
    facts: factsOf({
      'People or cases affected': cases !== null && casesNamed(cases, indicator),
      [indicator.polarity === 'lower-is-better' ? 'Over by' : 'Short by']:
        (latest?.judgement.gap ?? 0) < 0 && size(subject, latest!.judgement.gap),
      'Share of the stretch reached':
        stretch &&
        `${percent(Math.max(0, stretch.share))}; nothing is paid under ${percent(LEAST_SHARE_REWARDED)}`,
      'Reward grant':
        stretch?.grant != null &&
        `${pounds(stretch.grant)}, of which ${pounds(stretch.earned!)} at the present figure`,
      Agreement:
        stakes.agreement === null
          ? 'none recorded'
          : `${stakes.agreement}${stakes.agreementEndsOn ? `, to ${formatDate(stakes.agreementEndsOn)}` : ''}`,
      'Budget for the year': stakes.budget === null ? 'none recorded' : pounds(stakes.budget),
      'Needed from here': rate?.outcome === 'open' && figure(subject, rate.needed),
    }),
    notes: [
      ...(runRateWords(subject) ? [runRateWords(subject)!] : []),
      ...(stakes.conditions === ''
        ? []
        : [`Conditions on the money: ${closed(stakes.conditions)}`]),
    ],
    source: asHeld(subject, 'the targets, the agreement and the budget'),
  })
}

function findingFor(
  subject: Subject,
  stakes: Stakes,
  stretch: Stretch | null,
  cases: number | null,
): string {
  if (stretch?.grant != null && stretch.share < LEAST_SHARE_REWARDED) {
    return `${pounds(stretch.grant)} of reward grant is out of reach at the present figure`
  } else if (stretch?.grant != null && stretch.share < 1) {
    return `${pounds(stretch.grant - stretch.earned!)} of reward grant would be lost at the present figure`
  } else if (cases !== null) {
    return `The shortfall is ${casesNamed(cases, subject.indicator)}`
  } else if (stakes.agreement !== null) {
    return `The target is part of the ${stakes.agreement}`
  } else {
    return unrecorded(subject)
  }
}

function unrecorded({ latest }: Subject): string {
  return latest?.target === null
    ? 'There is no target, and what hangs on this measure is not recorded'
    : 'What hangs on this target is not recorded'
}

function grantSentence({ share, grant }: Stretch): string {
  const reached = share < 0 ? 'none of it' : percent(share)
  return grant === null
    ? `Of the stretch that was set, ${reached} is reached.`
    : `${pounds(grant)} of reward needs ${percent(LEAST_SHARE_REWARDED)} of the stretch; ${reached} is reached.`
}
