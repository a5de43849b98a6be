import { newId } from '../database/id'
import type { CatalogueOrganisation, Index } from './catalogue'
import type { NewOrganisation } from './newcomers'
import { referenceOf } from './reference'

/** The organisation of that code: held, made already for an earlier row, or made now. */
export function organisation(
  code: string,
  name: string,
  made: NewOrganisation[],
  index: Index,
): CatalogueOrganisation {
  const slug = referenceOf(code)
  const known = index.organisation(code) ?? made.find(each => referenceOf(each.code) === slug)
  if (known) return known

  const body = {
    id: newId(),
    slug,
    code,
    name,
    kind: 'other',
    dutyToCooperate: false,
    endedOn: null,
    successorId: null,
  }
  made.push(body)
  return body
}
