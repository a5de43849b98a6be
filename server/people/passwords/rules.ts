import { isGuessable } from './guessable'

/** Long enough to do without a second factor (ASVS 6.2.1); nothing is asked about which characters. */
const SHORTEST = 15
const LONGEST = 256

/** What is wrong with a new password, in a sentence; nothing when it will do. */
export function faultOf(password: string, local: readonly string[]): string | undefined {
  const length = [...password].length
  if (length === 0) return 'Enter a password'
  if (length < SHORTEST) return `Password must be ${SHORTEST} characters or more`
  if (length > LONGEST) return `Password must be ${LONGEST} characters or fewer`
  if (isGuessable(password, local)) {
    return 'Choose a password that is harder to guess: three or four words that have nothing to do with each other, with your council or with you'
  }
  return undefined
}
