export type Reason = 'not-found' | 'not-allowed' | 'out-of-date' | 'wrong-input' | 'unavailable'

/** The service declining to do something, in words written for the person who asked. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
  ) {
    super(message)
  }
}

export const notFound = (what: string) => new Refusal('not-found', `${what} not found`)
export const notAllowed = (message: string) => new Refusal('not-allowed', message)
export const outOfDate = (message: string) => new Refusal('out-of-date', message)
export const wrongInput = (message: string) => new Refusal('wrong-input', message)
export const unavailable = (message: string) => new Refusal('unavailable', message)
