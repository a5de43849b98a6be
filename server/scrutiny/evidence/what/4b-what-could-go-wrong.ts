import { riskGrid } from '../../../charts/risk-grid'
import { capitalised, formatDate } from '../../../domain/format'
import { addDays } from '../../../domain/period'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import { reasonsOf } from '../reasons'
import type { Subject } from '../subject'
import { asHeld, counted, sharpened } from '../wording'
import { findRiskRegister, type RiskRegister } from './impact-queries'

/** A risk nobody has looked at for so long is stale. */
const STALE_AFTER_DAYS = 182

/** Words by which a risk on the register is known to be about a cause. */
const TOLD_BY: Record<string, RegExp> = {
  staffing: /staff|vacan|recruit|sick|workforce|skill|agency|retention|turnover/i,
  demand: /demand|volume|referral|number of|pressure|winter|growth/i,
  money: /money|fund|budget|grant|cost|price|saving/i,
  'the way the work is done': /process|system|pathway|procedure|practice|backlog|delay/i,
  'another organisation': /partner|agency|organisation|trust|police|council|provider/i,
  'a supplier': /supplier|contract|provider/i,
  'how it is counted': /data|record|count|return|system/i,
  'the weather or the season': /weather|season|winter|summer|flood|heat|cold/i,
  'a change in law or policy': /law|policy|legislation|national|regulation/i,
  'the target itself': /target/i,
}

export const whatCouldGoWrong = evidence('4b', findRiskRegister, showWhatCouldGoWrong)

export function showWhatCouldGoWrong(subject: Subject, { risks, slipping }: RiskRegister): Exhibit {
  const staleBefore = addDays(subject.today, -STALE_AFTER_DAYS)
  const stale = risks.filter(({ reviewedOn }) => reviewedOn === null || reviewedOn < staleBefore)
  const unowned = risks.filter(({ owner }) => owner === '')
  const unlisted = unlistedCause(subject, risks)
  const listed =
    risks.length === 0
      ? 'No risk is listed'
      : `${capitalised(counted(risks.length, 'risk'))} ${risks.length === 1 ? 'is' : 'are'} listed`
  const grid = risks.length === 0 ? null : riskGrid('Risks to this measure', risks)

  return exhibit({
    missing: risks.length === 0,
    finding:
      unlisted !== null && risks.length > 0
        ? `${listed}, and the cause given last, ${unlisted}, is not among them`
        : stale.length > 0
          ? `${listed}, ${stale.length === risks.length ? 'none' : `${counted(stale.length, 'of them', 'of them')} not`} looked at in six months`
          : slipping.length > 0
            ? `${listed}, and ${counted(slipping.length, 'milestone')} ${slipping.length === 1 ? 'is' : 'are'} slipping`
            : listed,
    sharpened: sharpened(
      [
        `${listed}.`,
        unlisted === null || risks.length === 0
          ? null
          : `The cause given last, ${unlisted}, is not among them.`,
        stale.length > 0
          ? `${risks.length === 1 ? 'It has' : capitalised(counted(stale.length, 'has', 'have'))} not been looked at in six months.`
          : null,
        slipping.length > 0
          ? `${capitalised(counted(slipping.length, 'milestone'))} ${slipping.length === 1 ? 'is' : 'are'} slipping.`
          : null,
      ],
      risks.length === 0
        ? 'What could go wrong, and who is watching for it?'
        : 'What else could still go wrong?',
    ),
    picture: grid?.svg ?? null,
    narrow: grid?.svg ?? null,
    facts: factsOf({
      'Open risks': String(risks.length),
      'Without an owner': risks.length > 0 && String(unowned.length),
      'Not reviewed in six months': risks.length > 0 && String(stale.length),
      'Milestones slipping': String(slipping.length),
    }),
    table:
      risks.length === 0
        ? null
        : {
            caption: 'Open risks, the highest first',
            head: ['Risk', 'Likelihood', 'Impact', 'Owner', 'Reviewed'],
            rows: risks
              .slice(0, 6)
              .map(({ title, likelihood, impact, owner, reviewedOn }) => [
                title,
                String(likelihood),
                String(impact),
                owner || 'nobody',
                reviewedOn ? formatDate(reviewedOn) : 'never',
              ]),
            numeric: [1, 2],
          },
    notes: slipping
      .slice(0, 4)
      .map(({ title, firstDueOn, dueOn }) =>
        dueOn > firstDueOn
          ? `Milestone ‘${title}’ was due on ${formatDate(firstDueOn)}, now ${formatDate(dueOn)}.`
          : `Milestone ‘${title}’ was due on ${formatDate(dueOn)} and is not done.`,
      ),
    source: asHeld(subject, 'the risk register and the action plan'),
  })
}

/** The cause given last, where no open risk speaks of it. */
function unlistedCause(subject: Subject, risks: RiskRegister['risks']): string | null {
  const { now, before } = reasonsOf(subject)
  const cause = (now ?? before[0])?.cause
  const telling = TOLD_BY[cause ?? '']
  if (!cause || telling === undefined) return null
  return risks.some(({ title, mitigation }) => telling.test(`${title} ${mitigation}`))
    ? null
    : cause
}
