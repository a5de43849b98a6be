import { notFound } from '../../domain/refusal'
import {
  type DefinitionRecord,
  findDefinition,
  findNames,
} from '../../measures/definitions/queries'
import { readSnapshot } from '../../measures/definitions/snapshot'
import { get, post, type Route, type Visit } from '../../people/visit'
import { type Entered, submit } from '../../web/forms'
import { paths, to } from '../../web/paths'
import { page, refusedForm, type Reply, seeOther } from '../../web/reply'
import { addIndicator } from './addition'
import { findChoices } from './choices'
import { additionForm, definitionForm, type DefinitionForm } from './forms'
import { additionPage, revisionPage, theirChanges } from './page'
import { findVersion, hasFigures } from './queries'
import { reviseDefinition } from './revision'

const VIEW = 'performance/definitions/form'

export function definitionEditRoutes(): Route[] {
  return [
    get(paths.newIndicator, 'indicators.edit', async visit =>
      page(VIEW, additionPage(visit, await findChoices(visit, null))),
    ),

    post(paths.newIndicator, 'indicators.edit', add),

    get(paths.editDefinition, 'indicators.edit', async visit => {
      const { record, choices, isFixed } = await load(visit)
      return page(VIEW, revisionPage(visit, record, choices, isFixed))
    }),

    post(paths.editDefinition, 'indicators.edit', async visit => {
      const { record, choices, isFixed } = await load(visit)
      const submission = submit(definitionForm(choices), visit.body)
      if (!submission.ok) {
        return refusedForm(VIEW, revisionPage(visit, record, choices, isFixed, submission))
      }
      return revise(visit, record, submission)
    }),
  ]
}

async function add(visit: Visit): Promise<Reply> {
  const { db, area, actor } = visit
  const choices = await findChoices(visit, null)
  const submission = submit(additionForm(choices), visit.body)
  const { entered } = submission
  if (!submission.ok) {
    return refusedForm(VIEW, additionPage(visit, choices, entered, submission.errors))
  }

  const added = await addIndicator(db, actor!, area, submission.form)
  if (!added) {
    const errors = { reference: 'There is a measure with this reference already' }
    return refusedForm(VIEW, additionPage(visit, choices, entered, errors))
  }
  const { reference, title } = added
  return seeOther(
    to(paths.targets, { area: area.slug, reference }),
    `${title} has been added. Set its first target here`,
  )
}

async function revise(
  visit: Visit,
  record: DefinitionRecord,
  { form, entered }: { form: DefinitionForm; entered: Entered },
): Promise<Reply> {
  const { db, area, actor } = visit
  const values = { area: area.slug, reference: record.reference }
  const revision = await reviseDefinition(db, actor!, area, record.id, form)

  if ('revised' in revision) {
    const { version } = revision.revised
    return seeOther(to(paths.definition, values), `Saved as version ${version} of the definition`)
  }
  if ('unchanged' in revision) {
    return seeOther(to(paths.definition, values), 'Nothing was changed')
  }

  const { choices, isFixed } = await load(visit)
  if ('errors' in revision) {
    const { errors } = revision
    return refusedForm(VIEW, revisionPage(visit, record, choices, isFixed, { entered, errors }))
  }
  const theirs = await changesSince(visit, record, form.version, revision.theirs)
  return page(VIEW, revisionPage(visit, record, choices, isFixed, { entered, theirs }), 409)
}

async function changesSince(
  { db, area }: Visit,
  record: DefinitionRecord,
  version: number,
  theirs: Parameters<typeof theirChanges>[1],
) {
  const seen = readSnapshot(await findVersion(db, area.id, record.id, version))
  const { contributors = record.contributors, ...definition } = seen
  return theirChanges(
    { ...record, ...(definition as Partial<DefinitionRecord>), contributors },
    theirs,
    await findNames(db, area.id),
  )
}

async function load(visit: Visit) {
  const { db, area, params } = visit
  const record = await findDefinition(db, area.id, params.reference!)
  if (!record) throw notFound('Measure')
  const { contributors } = record
  return {
    record,
    choices: await findChoices(visit, { indicator: record, contributors }),
    isFixed: await hasFigures(db, record),
  }
}
