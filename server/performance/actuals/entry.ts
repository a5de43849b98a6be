import { audit } from '../../database/audit'
import type { Database } from '../../database/database'
import type { Actual } from '../../database/tables/performance'
import { OPEN_FOR_ENTRY } from '../../domain/figure'
import type { Actor } from '../../domain/people'
import { periodSlug } from '../../domain/period'
import { outOfDate, wrongInput } from '../../domain/refusal'
import { type Foreseen, foreseenLast, foreseesSame, keepForecasts } from '../forecasts/ledger'
import { findMadeIn } from '../forecasts/queries'
import { lineSlug } from '../targets/aim'
import { type DueActual, whyShut } from './due'
import type { ActualForm } from './forms'
import { changeDraft, findLastVersion, findVersions, insertDraft, lockSeries } from './queries'

/** Somebody else saved this figure in between: theirs is kept, and both are shown. */
export interface Conflict {
  theirs: Actual
  foreseen: Foreseen[]
}

/** Records what was achieved in a period, corrects the draft of it, or begins a revision of a published one. */
export async function recordActual(
  db: Database,
  by: Actor,
  due: DueActual,
  form: ActualForm,
  today: string,
): Promise<Actual | Conflict> {
  const shut = whyShut(due, today)
  if (shut !== null) throw wrongInput(shut)

  return db.transaction(async trx => {
    const series = await lockSeries(trx, due.series)
    if (series.organisationId !== due.owner.id) {
      throw outOfDate('Another organisation has just taken this measure over')
    }
    const versions = await findVersions(trx, due.series, due.starts)
    const open = versions.find(({ state }) => OPEN_FOR_ENTRY.includes(state))
    const inHand = versions.find(({ state }) => state === 'submitted' || state === 'approved')

    const made = await findMadeIn(trx, due.series, due.starts)
    const isRepeated = (held: Actual) => isSame(held, form) && foreseesSame(made, form.foreseen)

    if (inHand) {
      if (isRepeated(inHand)) return inHand
      throw outOfDate(
        `This figure has been ${inHand.state}. It can be changed only after it has been sent back`,
      )
    }
    if (open && open.edit !== form.edit) {
      return isRepeated(open) && open.enteredBy === by.id
        ? open
        : { theirs: open, foreseen: foreseenLast(made) }
    }

    const version = open?.version ?? (await findLastVersion(trx, due.series, due.starts)) + 1
    const draft = draftOf(due, by, form, open, version)
    const after = open ? await changeDraft(trx, draft) : await insertDraft(trx, draft)
    if (!after) throw outOfDate('This figure was changed by somebody else a moment ago')

    await keepForecasts(trx, by, due.series, due.starts, form.foreseen)
    await audit(trx, {
      areaId: due.area.id,
      by,
      action: due.published ? 'revision.drafted' : 'actual.recorded',
      subject: subjectOf(due),
      before: open && amounts(open),
      after: amounts(after),
    })
    return after
  })
}

function draftOf(
  { area, series, starts, owner }: DueActual,
  by: Actor,
  form: ActualForm,
  open: Actual | undefined,
  version: number,
) {
  return {
    areaId: area.id,
    seriesId: series.id,
    starts,
    version,
    organisationId: owner.id,
    state: open?.state ?? ('draft' as const),
    returnComment: open?.returnComment ?? '',
    edit: (open?.edit ?? 0) + 1,
    enteredBy: by.id,
    editedBy: [...new Set([...(open?.editedBy ?? []), by.id])],
    availability: form.availability,
    value: form.value,
    numerator: form.numerator,
    denominator: form.denominator,
    certainty: form.certainty,
    reasonCode: form.reasonCode,
    reasonText: form.reasonText,
    availabilityNote: form.availabilityNote,
    promisedOn: form.promisedOn,
    revisionReason: form.revisionReason,
  }
}

/** The same thing sent twice is one thing, however often the button was pressed. */
function isSame(held: Actual, form: ActualForm): boolean {
  return (
    held.availability === form.availability &&
    held.value === form.value &&
    held.numerator === form.numerator &&
    held.denominator === form.denominator &&
    held.certainty === form.certainty &&
    held.reasonCode === form.reasonCode &&
    held.reasonText === form.reasonText &&
    held.availabilityNote === form.availabilityNote &&
    held.promisedOn === form.promisedOn &&
    held.revisionReason === form.revisionReason
  )
}

export function subjectOf({ indicator, series, period, calendar }: DueActual): string {
  return `${indicator.reference} ${periodSlug(period, calendar)} ${lineSlug(series)}`.trimEnd()
}

export function amounts({
  version,
  state,
  availability,
  value,
  numerator,
  denominator,
  certainty,
}: Actual) {
  return { version, state, availability, value, numerator, denominator, certainty }
}
