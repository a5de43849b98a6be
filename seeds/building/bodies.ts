import { periodEnds, periodStarts } from '../../server/domain/period'
import { randomFor } from '../random'
import { type Register, userId } from './register'

const THEMES = [
  'shared-purpose',
  'leadership',
  'learning',
  'performance',
  'resources',
  'trust',
  'exit',
]
/** Days ago on which self-evaluation was held; opinions have moved since the first. */
const ROUNDS = [-430, -65]
const HIGHER_EACH_ROUND = 0.3

export function addPeople({ plan, sheaf, id, areaId, time }: Register) {
  sheaf.add('areas', {
    id: areaId,
    slug: plan.slug,
    name: plan.name,
    yearStart: time.calendar.yearStart,
    preset: 'plot-the-dots',
    runLength: 7,
    invented: true,
    createdAt: time.moment(time.monthsAgo(66)),
  })
  for (const { code, slug, name, kind, duty, ended, successor } of plan.organisations) {
    sheaf.add('organisations', {
      id: id('organisation', code),
      slug,
      code,
      name,
      kind,
      dutyToCooperate: duty,
      endedOn: ended === undefined ? null : time.daysAhead(ended),
      successorId: successor === undefined ? null : id('organisation', successor),
    })
  }
  for (const { handle, name, email, roles, organisation } of plan.people) {
    sheaf.add('users', {
      id: userId(email),
      email,
      name,
      handle,
      passwordHash: null,
      homeAreaId: areaId,
      disabledAt: null,
      createdAt: time.moment(time.monthsAgo(66)),
    })
    for (const role of roles) {
      const acts = role === 'data-officer' || role === 'approver'
      sheaf.add('appointments', {
        userId: userId(email),
        role,
        organisationId: acts && organisation ? id('organisation', organisation) : null,
      })
    }
  }
}

export function addPartnerships({ plan, sheaf, id, organisation, day }: Register) {
  for (const body of plan.partnerships) {
    const partnershipId = id('partnership', body.slug)
    sheaf.add('partnerships', {
      id: partnershipId,
      slug: body.slug,
      name: body.name,
      parentId: body.parent === null ? null : id('partnership', body.parent),
      governanceClass: body.class,
      classReason: body.reason,
      purpose: body.purpose,
      leadOrganisationId: organisation(body.lead),
      chair: body.chair,
      stage: body.stage,
      budget: body.budget,
      startedOn: day(body.started),
      endsOn: day(body.ends),
      reviewedBy: body.reviewedBy ?? '',
      reviewedOn: day(body.reviewed),
      reviewDueOn: day(body.reviewDue),
    })

    const roles = [
      [body.lead, 'lead'] as const,
      ...body.members.map(code => [code, 'member'] as const),
      ...(body.contributors ?? []).map(code => [code, 'contributor'] as const),
    ]
    for (const [code, role] of roles) {
      sheaf.add('memberships', { partnershipId, organisationId: organisation(code), role })
    }

    for (const [code, usual] of Object.entries(body.scores ?? {})) {
      const random = randomFor(`${body.slug} ${code} scores`)
      for (const [round, held] of ROUNDS.entries()) {
        for (const theme of THEMES) {
          const felt = usual + round * HIGHER_EACH_ROUND + 0.7 * random.normal()
          sheaf.add('selfEvaluationScores', {
            partnershipId,
            organisationId: organisation(code),
            theme,
            heldOn: day(held)!,
            score: Math.max(1, Math.min(5, Math.round(felt))),
          })
        }
      }
    }
  }
}

export function addAgreement({
  plan: { agreement },
  sheaf,
  id,
  organisation,
  day,
  time,
}: Register) {
  const agreementId = id('agreement', agreement.slug)
  const yearOf = (from: number) => ({
    frequency: 'year' as const,
    year: time.year + from,
    number: 1,
  })

  sheaf.add('agreements', {
    id: agreementId,
    slug: agreement.slug,
    title: agreement.title,
    startsOn: periodStarts(yearOf(agreement.fromYear), time.calendar),
    endsOn: periodEnds(yearOf(agreement.toYear), time.calendar),
  })
  for (const { reference, wording, lastUsed } of agreement.clauses) {
    sheaf.add('agreementClauses', { agreementId, reference, wording, lastUsedOn: day(lastUsed) })
  }
  agreement.outcomes.forEach(({ reference, title, parent }, position) => {
    sheaf.add('outcomes', {
      id: id('outcome', reference),
      agreementId,
      parentId: parent === null ? null : id('outcome', parent),
      reference,
      title,
      position,
    })
  })
  for (const { reference, title, organisation: code, outcome } of agreement.priorities) {
    sheaf.add('priorities', {
      id: id('priority', reference),
      organisationId: organisation(code),
      outcomeId: outcome === null ? null : id('outcome', outcome),
      reference,
      title,
    })
  }
}
