import { nounFor, numberWord, capitalised } from '../../domain/format'
import { standingOn } from '../../domain/standing'
import type { Status } from '../../domain/status'
import { countStatuses } from '../../domain/status-counts'
import { gapsOf, needsOversight, reviewOf } from '../../partnerships/register/gaps'
import type { Registered } from '../../partnerships/register/queries'
import { type Branch, treeOf, withAllBelow } from '../../partnerships/register/tree'
import { CLASS_WORDS } from '../../partnerships/register/words'
import type { Visit } from '../../people/visit'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { BodyStanding } from './queries'

export interface RegisterNode {
  name: string
  href: string
  sub: string
  counts: { status: Status; text: string }[]
  measures: string
  review: { text: string; isOverdue: boolean }
  below: RegisterNode[]
}

export function registerPage(
  visit: Visit,
  register: readonly Registered[],
  standings: readonly BodyStanding[],
) {
  const tree = treeOf(register)
  const branches = tree.flatMap(allBranches)
  const statuses = statusesBelow(visit, branches, standings)
  const gaps = branches
    .filter(({ body }) => needsOversight(body, visit.today))
    .map(({ body }) => ({
      name: body.name,
      href: hrefOf(visit, body),
      sentences: gapsOf(body, statuses.get(body.id)!.length, visit.today),
    }))

  return {
    title: 'Partnerships',
    lead: leadOf(register.length, gaps),
    gaps: gaps.filter(({ sentences }) => sentences.length > 0),
    tree: tree.map(branch => nodeOf(visit, branch, statuses)),
  } satisfies Page & Record<string, unknown>
}

function leadOf(all: number, watched: readonly { sentences: string[] }[]): string {
  if (all === 0) return 'No partnerships have been recorded yet.'
  const open = watched.filter(({ sentences }) => sentences.length > 0).length
  const first = `${capitalised(numberWord(watched.length))} of ${all} ${nounFor(all, 'body', 'bodies')} ${watched.length === 1 ? 'is a partnership' : 'are partnerships'} that councillors should watch over.`
  if (watched.length === 0) return first
  return open === 0
    ? `${first} Nothing is missing for that.`
    : `${first} For ${open === watched.length ? 'each of them' : numberWord(open)} something is missing.`
}

function allBranches(branch: Branch<Registered>): Branch<Registered>[] {
  return [branch, ...branch.below.flatMap(allBranches)]
}

/** A body answers for its groups' measures too, as its scorecard does. */
function statusesBelow(
  { calendar, today }: Visit,
  branches: readonly Branch<Registered>[],
  standings: readonly BodyStanding[],
): Map<string, Status[]> {
  const own = new Map<string, Status[]>()
  for (const { partnershipId, frequency, standing } of standings) {
    const { status } = standingOn(standing, today, { calendar, frequency })
    own.set(partnershipId, [...(own.get(partnershipId) ?? []), status])
  }
  return new Map(
    branches.map(branch => [
      branch.body.id,
      withAllBelow(branch).flatMap(({ id }) => own.get(id) ?? []),
    ]),
  )
}

function nodeOf(
  visit: Visit,
  { body, below }: Branch<Registered>,
  statuses: ReadonlyMap<string, Status[]>,
): RegisterNode {
  const all = statuses.get(body.id)!
  return {
    name: body.name,
    href: hrefOf(visit, body),
    sub: [CLASS_WORDS[body.governanceClass], body.lead && `led by ${body.lead}`]
      .filter(Boolean)
      .join(', '),
    counts: countStatuses(all).map(({ status, word, count }) => ({
      status,
      text: `${count} ${word.toLowerCase()}`,
    })),
    measures: all.length === 0 ? 'No measures' : '',
    review: reviewOf(body, visit.today),
    below: below.map(branch => nodeOf(visit, branch, statuses)),
  }
}

function hrefOf({ area }: Visit, { slug }: Registered): string {
  return to(paths.partnership, { area: area.slug, partnership: slug })
}
