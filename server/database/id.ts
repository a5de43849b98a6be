import { v7 } from 'uuid'

/** Made here and not in the database, and in order of time, so that new rows lie together. */
export function newId(): string {
  return v7()
}
