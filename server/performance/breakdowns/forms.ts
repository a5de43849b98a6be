import { z } from 'zod'
import type { Series } from '../../database/tables/measures'
import type { Organisation } from '../../database/tables/people'
import { choice, longText } from '../../web/forms'

export const LINE_KINDS = ['place', 'group', 'partner'] as const
type LineKind = (typeof LINE_KINDS)[number]

type Choice = Pick<Organisation, 'id' | 'slug' | 'name'>

export interface LineForm {
  kind: LineKind
  label: string
  organisationId: string
}

/** What a line is called may be left out for a partner, who has a name already. */
export function additionForm(organisations: readonly Choice[], leadId: string) {
  return z
    .object({
      kind: choice(LINE_KINDS, 'Select place, group or partner'),
      label: name(),
      organisation: organisation(organisations),
    })
    .superRefine(({ kind, label, organisation }, context) => {
      const say = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (kind === 'partner' && organisation === '') say('organisation', 'Select the partner')
      if (kind !== 'partner' && label === '') say('label', `Enter the name of the ${kind}`)
    })
    .transform(({ kind, label, organisation: slug }): LineForm => {
      const owner = organisations.find(each => each.slug === slug)
      return {
        kind,
        label: label || (owner?.name ?? ''),
        organisationId: owner?.id ?? leadId,
      }
    })
}

export interface ChangeForm {
  label: string
  organisationId: string
  /** Where it stands among the lines of its kind, 1 for the first. */
  place: number
}

/** A partner's line stays the partner's; any other can be owed by another organisation. */
export function changeForm(organisations: readonly Choice[], line: Series, among: number) {
  const wrong = `Place in the list must be a whole number from 1 to ${among}`
  return z
    .object({
      label: name().refine(label => label !== '', { error: 'Enter the name of the line' }),
      organisation: organisation(organisations),
      place: z
        .string({ error: wrong })
        .trim()
        .regex(/^\d{1,3}$/, { error: wrong, abort: true })
        .transform(Number)
        .refine(place => place >= 1 && place <= among, { error: wrong }),
    })
    .transform(({ organisation: slug, ...form }): ChangeForm => {
      const owner = organisations.find(each => each.slug === slug)
      const keeps = line.kind === 'partner' || !owner
      return { ...form, organisationId: keeps ? line.organisationId : owner.id }
    })
}

export const retirementForm = z.object({
  step: choice(['retire', 'resume'], 'Select whether to retire the line or take it up again'),
})

function name() {
  return longText(120, 'Name must be 120 characters or fewer')
}

function organisation(organisations: readonly Choice[]) {
  return z
    .string()
    .default('')
    .refine(slug => slug === '' || organisations.some(each => each.slug === slug), {
      error: 'Select an organisation from the list',
    })
}
