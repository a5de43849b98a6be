import { z } from 'zod'
import { type Indicator, indicators } from '../../database/tables/measures'

const contributors = z.array(z.object({ organisationId: z.string(), share: z.number().nullable() }))

const snapshots = indicators.partial().extend({ contributors: contributors.optional() })

/** A definition as it stood at one version. An older one may lack what was not yet asked for then. */
export type Snapshot = z.infer<typeof snapshots>
export type Contribution = z.infer<typeof contributors>[number]

export function snapshotOf(indicator: Indicator, given: readonly Contribution[]): Snapshot {
  const shares = given.map(({ organisationId, share }) => ({ organisationId, share }))
  return { ...indicator, contributors: shares }
}

export function readSnapshot(kept: unknown): Snapshot {
  const result = snapshots.safeParse(kept)
  return result.success ? result.data : {}
}
