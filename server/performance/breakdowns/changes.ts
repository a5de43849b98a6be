import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import { newId } from '../../database/id'
import type { Indicator, Series } from '../../database/tables/measures'
import type { Area } from '../../database/tables/people'
import type { Actor } from '../../domain/people'
import { lockIndicator } from '../../measures/definitions/queries'
import { findLines } from '../../measures/targets/queries'
import { insertSeries } from '../definitions/queries'
import { keepStandings } from '../standings/keep'
import { lineSlug } from '../targets/aim'
import type { ChangeForm, LineForm } from './forms'
import { changeLine, hasFiguresInHand } from './queries'

/** The line as it is now, or a sentence at a field. */
export type LineChange = { line: Series } | { errors: Record<string, string> }

/** Adds a line by place, group or partner, with the standing it has while it has no figures. */
export function addLine(
  db: Database,
  by: Actor,
  area: Area,
  indicator: Indicator,
  { kind, label, organisationId }: LineForm,
): Promise<LineChange> {
  return db.transaction(async trx => {
    await lockIndicator(trx, area.id, indicator.id)
    const beside = (await findLines(trx, indicator)).filter(line => line.kind === kind)
    const key = keyFor(label)
    if (key === '') return { errors: { label: 'Name must have a letter or a number in it' } }
    if (kind === 'partner' && beside.some(line => line.organisationId === organisationId)) {
      return { errors: { organisation: 'There is a line of this partner already' } }
    }
    if (beside.some(line => line.key === key || isSame(line.label, label))) return taken(kind)

    const line: Series = {
      areaId: area.id,
      id: newId(),
      indicatorId: indicator.id,
      kind,
      key,
      label,
      organisationId,
      position: Math.max(0, ...beside.map(({ position }) => position)) + 1,
      retiredOn: null,
    }
    await insertSeries(trx, line)
    await note(trx, by, indicator, 'breakdown.added', null, line)
    await keepStandings(trx, area, [line.id])
    return { line }
  })
}

/** Renames a line, moves it among its kind or gives it to another organisation; its address stays. */
export function reviseLine(
  db: Database,
  by: Actor,
  area: Area,
  indicator: Indicator,
  before: Series,
  { label, organisationId, place }: ChangeForm,
): Promise<LineChange> {
  return db.transaction(async trx => {
    await lockIndicator(trx, area.id, indicator.id)
    const others = (await findLines(trx, indicator)).filter(
      line => line.kind === before.kind && line.id !== before.id,
    )
    if (others.some(line => isSame(line.label, label))) return taken(before.kind)
    if (before.organisationId !== organisationId && (await hasFiguresInHand(trx, before))) {
      return { errors: { organisation: ON_THEIR_WAY } }
    }

    const line = { ...before, label, organisationId, position: place }
    const inOrder = [...others.slice(0, place - 1), line, ...others.slice(place - 1)]
    for (const [index, each] of inOrder.entries()) {
      await changeLine(trx, each, { position: index + 1 })
    }
    await changeLine(trx, line, { label, organisationId })
    await note(trx, by, indicator, 'breakdown.changed', before, line)
    return { line }
  })
}

const ON_THEIR_WAY =
  'Figures of the present organisation are on their way. Publish or return them, and have drafts finished, before another takes over'

/** Ends a line on a day, or with null takes it up again. What was reported stays on record. */
export function retireLine(
  db: Database,
  by: Actor,
  area: Area,
  indicator: Indicator,
  before: Series,
  retiredOn: string | null,
): Promise<void> {
  return db.transaction(async trx => {
    if ((before.retiredOn === null) === (retiredOn === null)) return
    const line = { ...before, retiredOn }
    await changeLine(trx, line, { retiredOn })
    const action = retiredOn === null ? 'breakdown.resumed' : 'breakdown.retired'
    await note(trx, by, indicator, action, before, line)
    await keepStandings(trx, area, [line.id])
  })
}

function note(
  trx: Database,
  by: Actor,
  { reference }: Indicator,
  action: string,
  before: Series | null,
  after: Series,
) {
  return audit(trx, {
    areaId: after.areaId,
    by,
    action,
    subject: `${reference} ${lineSlug(after)}`,
    ...(before && { before: factsOf(before) }),
    after: factsOf(after),
  })
}

function factsOf({ kind, key, label, organisationId, position, retiredOn }: Series) {
  return { kind, key, label, organisationId, position, retiredOn }
}

function taken(kind: Series['kind']): LineChange {
  return { errors: { label: `There is a ${kind} of this name already` } }
}

function isSame(one: string, other: string): boolean {
  return one.localeCompare(other, 'en-GB', { sensitivity: 'base' }) === 0
}

/** How the line is named in addresses for good, whatever it is called later. */
function keyFor(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
}
