import type { CanonicalRow } from './canonical'
import type { Definition } from './definitions'
import { referenceOf } from './reference'

/**
 * Makes a measure of its own for each partner that reports one: where 133 bodies answer for the same
 * thing each is judged by itself, which a breakdown of one measure would not do.
 */
export function eachPartnerApart(
  rows: readonly CanonicalRow[],
  definitions: readonly Definition[],
): { rows: CanonicalRow[]; definitions: Definition[] } {
  const defined = new Map(definitions.map(each => [each.reference, each]))
  const made = new Map(defined)

  const apart = rows.map(row => {
    if (row.partnerCode === '') return row
    const indicatorCode = `${row.indicatorCode}-${row.partnerCode}`
    const reference = referenceOf(indicatorCode)
    const { title = row.indicatorCode, ...rest } = defined.get(referenceOf(row.indicatorCode)) ?? {}
    if (!made.has(reference)) {
      made.set(reference, {
        ...rest,
        reference,
        title: `${title}: ${row.partnerName || row.partnerCode}`,
      })
    }
    return { ...row, indicatorCode }
  })
  return { rows: apart, definitions: [...made.values()] }
}
