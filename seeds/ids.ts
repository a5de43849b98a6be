import { v5 } from 'uuid'

/** Any fixed value: it keeps the seeds' names apart from other people's. */
const NAMESPACE = '6f1c9d1e-5a0b-4c57-9d0e-7f3a52c8b611'

const known = new Map<string, string>()

/** The same name always gives the same id, so that two seedings are the same. */
export function idOf(...name: readonly (string | number)[]): string {
  const whole = name.join(' / ')
  const before = known.get(whole)
  if (before !== undefined) return before

  const id = v5(whole, NAMESPACE)
  known.set(whole, id)
  return id
}
