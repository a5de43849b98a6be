import { z } from 'zod'
import { actsForOrganisation, clashOf, ROLE_NAMES, ROLES, type Role } from '../../domain/people'
import { shortText } from '../../web/forms'

const NO_SUCH_ADDRESS = 'Enter an e-mail address like name@council.example'

/** The roles somebody holds, and the organisation they act for when a role needs one. */
export function rolesForm(organisations: readonly string[]) {
  return z.object(fields(organisations)).superRefine(fitTogether)
}

export function personForm(organisations: readonly string[]) {
  return z
    .object({
      name: shortText(120, {
        missing: 'Enter the person’s name',
        tooLong: 'Name must be 120 characters or fewer',
      }),
      email: z
        .string({ error: 'Enter the person’s e-mail address' })
        .trim()
        .toLowerCase()
        .min(1, { error: 'Enter the person’s e-mail address', abort: true })
        .max(254, { error: 'E-mail address must be 254 characters or fewer', abort: true })
        .pipe(z.email({ error: NO_SUCH_ADDRESS })),
      ...fields(organisations),
    })
    .superRefine(fitTogether)
}

function fields(organisations: readonly string[]) {
  return {
    roles: z
      .union([z.string().transform(role => [role]), z.array(z.string())])
      .default([])
      .refine(areRoles, { error: 'Choose at least one role' })
      .transform(roles => ROLES.filter(role => roles.includes(role))),
    organisation: z
      .string()
      .default('')
      .refine(slug => slug === '' || organisations.includes(slug), {
        error: 'Choose an organisation from the list',
      }),
  }
}

function areRoles(roles: string[]): boolean {
  return roles.length > 0 && roles.every(role => (ROLES as readonly string[]).includes(role))
}

function fitTogether(
  { roles, organisation }: { roles: Role[]; organisation: string },
  faults: z.RefinementCtx,
) {
  const clash = clashOf(roles)
  if (clash) {
    const [role, other] = clash
    faults.addIssue({
      code: 'custom',
      path: ['roles'],
      message: `${ROLE_NAMES[role]} cannot be held together with ${ROLE_NAMES[other]}`,
    })
  }
  if (actsForOrganisation(roles) && organisation === '') {
    faults.addIssue({
      code: 'custom',
      path: ['organisation'],
      message: 'Choose the organisation they act for',
    })
  }
}
