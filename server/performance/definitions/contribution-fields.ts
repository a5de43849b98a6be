import { z } from 'zod'
import { tidy } from '../../domain/number'
import type { Contribution } from '../../measures/definitions/snapshot'
import { optionalDecimal } from '../../web/forms'
import type { Choices } from './choices'

/** More partners than this to one measure is nobody's measure. */
export const MOST_CONTRIBUTORS = 12

const places = Array.from({ length: MOST_CONTRIBUTORS }, (_, index) => index + 1)

/** A row each: who contributes, and how much of it if that is known. A row left empty is no row. */
export function contributionFields({ organisations }: Choices) {
  const known = new Map(organisations.map(({ slug, id }) => [slug, id]))
  const rows = places.flatMap(place => [
    [`contributor-${place}`, whoOf(known)] as const,
    [`share-${place}`, shareOf()] as const,
  ])
  return Object.fromEntries(rows) as Record<`contributor-${number}`, ReturnType<typeof whoOf>> &
    Record<`share-${number}`, ReturnType<typeof shareOf>>
}

function whoOf(known: ReadonlyMap<string, string>) {
  return z
    .string()
    .default('')
    .refine(slug => slug === '' || known.has(slug), {
      error: 'Select an organisation from the list',
      abort: true,
    })
    .transform(slug => known.get(slug) ?? null)
}

function shareOf() {
  return optionalDecimal('Share must be a number, like 40').refine(
    share => share === null || (share >= 0 && share <= 100),
    { error: 'Share must be from 0 to 100%' },
  )
}

export function contributionsOf(form: object): Contribution[] {
  const given = form as Record<string, string | number | null>
  return places.flatMap(place => {
    const organisationId = given[`contributor-${place}`]
    if (typeof organisationId !== 'string') return []
    return [{ organisationId, share: given[`share-${place}`] as number | null }]
  })
}

/** A partner stands here once, and together they cannot have done more than all of it. */
export function faultsOfContributions(form: object): { path: string; message: string }[] {
  const given = form as Record<string, string | number | null>
  const seen = new Set<unknown>()
  const faults = places.flatMap(place => {
    const who = given[`contributor-${place}`] ?? null
    const share = given[`share-${place}`] ?? null
    if (who === null && share !== null) {
      return [{ path: `contributor-${place}`, message: 'Select whose share this is' }]
    }
    if (who !== null && seen.has(who)) {
      return [{ path: `contributor-${place}`, message: 'Select each contributor only once' }]
    }
    seen.add(who)
    return []
  })
  const total = contributionsOf(form).reduce((sum, { share }) => tidy(sum + (share ?? 0)), 0)
  if (total > 100) {
    faults.push({
      path: 'share-1',
      message: `Shares must not be more than 100% together, but are ${total}%`,
    })
  }
  return faults
}
