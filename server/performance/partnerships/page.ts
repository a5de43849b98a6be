import { formatDate, formatNumber } from '../../domain/format'
import { standingOn } from '../../domain/standing'
import { countStatuses } from '../../domain/status-counts'
import { gapsOf, needsOversight, reviewOf } from '../../partnerships/register/gaps'
import type { Registered, RegisteredMember, Score } from '../../partnerships/register/queries'
import { CLASS_WORDS, STAGE_WORDS } from '../../partnerships/register/words'
import type { Visit } from '../../people/visit'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { ScorecardRow } from '../scorecard/queries'
import { selfEvaluation } from './self-evaluation'

export function partnershipPage(
  visit: Visit,
  body: Registered,
  register: readonly Registered[],
  rows: readonly ScorecardRow[],
  scores: readonly Score[],
) {
  const { area, calendar, today } = visit
  const values = { area: area.slug, partnership: body.slug }
  const statuses = rows.map(
    ({ standing, frequency }) => standingOn(standing, today, { calendar, frequency }).status,
  )

  return {
    title: body.name,
    trail: [
      { text: 'Partnerships', href: to(paths.partnerships, values) },
      ...above(body, register).map(each => linkTo(visit, each)),
      { text: body.name },
    ],
    kicker: [CLASS_WORDS[body.governanceClass], endedOf(body, today)].filter(Boolean).join(' · '),
    purpose: body.purpose,
    counts: countStatuses(statuses).map(({ status, word, count }) => ({
      status,
      word,
      count,
      href: to(paths.partnershipScorecard, values, { status }),
    })),
    scorecard: rows.length > 0 ? to(paths.partnershipScorecard, values) : null,
    gaps: needsOversight(body, today) ? gapsOf(body, rows.length, today) : [],
    facts: factsOf(body, today),
    members: MEMBER_ROLES.map(({ role, title }) => ({
      title,
      members: body.members.filter(each => each.role === role).map(memberOf),
    })).filter(({ members }) => members.length > 0),
    evaluation: selfEvaluation(scores),
    groups: register
      .filter(({ parentId }) => parentId === body.id)
      .map(each => ({ ...linkTo(visit, each), sub: CLASS_WORDS[each.governanceClass] })),
  } satisfies Page & Record<string, unknown>
}

const MEMBER_ROLES = [
  { role: 'lead', title: 'Leads' },
  { role: 'member', title: 'Members' },
  { role: 'contributor', title: 'Contribute without a seat' },
] as const

function memberOf({ name, dutyToCooperate }: RegisteredMember) {
  return { name, duty: dutyToCooperate ? 'by law has to co-operate' : '' }
}

/** The bodies above this one, the highest first. */
function above(body: Registered, register: readonly Registered[]): Registered[] {
  const chain: Registered[] = []
  let parent = register.find(({ id }) => id === body.parentId)
  while (parent && !chain.includes(parent)) {
    chain.unshift(parent)
    const next = parent.parentId
    parent = register.find(({ id }) => id === next)
  }
  return chain
}

function linkTo({ area }: Visit, { name, slug }: Registered) {
  return { text: name, href: to(paths.partnership, { area: area.slug, partnership: slug }) }
}

function endedOf({ endsOn }: Registered, today: string): string {
  if (endsOn === null) return ''
  return endsOn < today ? `ended on ${formatDate(endsOn)}` : `ends on ${formatDate(endsOn)}`
}

function factsOf(body: Registered, today: string) {
  const { reviewedBy, reviewedOn, startedOn, budget } = body
  const reviewed =
    reviewedOn && `${formatDate(reviewedOn)}${reviewedBy ? `, by ${reviewedBy}` : ''}`
  return [
    { label: 'Led by', text: body.lead ?? 'Nobody yet' },
    { label: 'Chair', text: body.chair || 'Vacant' },
    {
      label: `Why it counts as a ${CLASS_WORDS[body.governanceClass].toLowerCase()}`,
      text: body.classReason,
    },
    { label: 'Last reviewed', text: reviewed ?? 'Never' },
    { label: 'Next review', text: reviewOf(body, today).text },
    { label: 'Stage of life', text: STAGE_WORDS[body.stage] },
    {
      label: 'Budget for the year',
      text: budget === null ? 'None of its own' : `£${formatNumber(budget, 0)}`,
    },
    { label: 'Started', text: startedOn ? formatDate(startedOn) : '' },
  ].filter(({ text }) => text !== '')
}
