import { COMMON_WORDS, LITTLE_WORDS, SAYINGS } from './common-words'

/** Two common words and what surrounds them are within a guesser's reach; a third is where it gets hard. */
const WITHIN_REACH = 2.5
const A_WORD = 1
const A_LETTER = 0.5
const A_DIGIT = 0.15
const A_SIGN = 0.1
/** A year, or digits in order: as good as none. */
const KNOWN_DIGITS = 0.2

/** Walks over the keyboard and through the alphabet, either way. */
const WALKS = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgb',
]
const BOTH_WAYS = WALKS.flatMap(walk => [walk, [...walk].reverse().join('')])
const IN_ORDER = ['01234567890', '09876543210']

const LOOKALIKES: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
}

/**
 * Whether a password is made of little more than common words, walks over the keyboard, repetition,
 * digits and signs. `local` are names that anybody here would try: the council's, the service's, one's own.
 */
export function isGuessable(password: string, local: readonly string[] = []): boolean {
  const plain = folded(password)
  const words = new Set(local.flatMap(wordsOf))
  const readings = [
    plain,
    ...withoutSeparators(plain),
    ...['i', 'l'].map(one => readAsLetters(plain, one)),
  ]

  return (
    new Set(plain).size <= 4 ||
    isRepeated(plain) ||
    countsUpOrDown(plain) ||
    readings.some(reading => isSaying(reading) || costOf(reading, words) <= WITHIN_REACH)
  )
}

function folded(password: string): string {
  return password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function wordsOf(name: string): string[] {
  const words = folded(name)
    .split(/[^a-z]+/)
    .filter(word => word.length > 1)
  const initials = words.filter(word => !LITTLE_WORDS.has(word)).map(word => word[0])
  return [...words, ...(initials.length > 1 ? [initials.join('')] : [])]
}

function readAsLetters(plain: string, one: string): string {
  return [...plain]
    .map(letter => (['1', '!', '|'].includes(letter) ? one : (LOOKALIKES[letter] ?? letter)))
    .join('')
}

/** p.a.s.s.w.o.r.d and 1q2w3e4r: letters with something between most of them. */
function withoutSeparators(plain: string): string[] {
  const letters = plain.replace(/[^a-z]/g, '')
  return letters.length >= 6 && plain.length <= 2 * letters.length + 2 ? [letters] : []
}

function isSaying(reading: string): boolean {
  const letters = reading.replace(/[^a-z]/g, '')
  return (
    SAYINGS.has(letters) ||
    [...SAYINGS].some(saying => letters.startsWith(saying) && letters.length - saying.length < 4)
  )
}

/** One short piece over and over, the last time perhaps cut off. */
function isRepeated(plain: string): boolean {
  for (let length = 1; length <= Math.min(10, plain.length / 2); length += 1) {
    const piece = plain.slice(0, length)
    if (piece.repeat(Math.ceil(plain.length / length)).startsWith(plain)) return true
  }
  return false
}

/** 123456789012345, 2468…, 987654321: nearly every digit one regular step from the one before. */
function countsUpOrDown(plain: string): boolean {
  const digits = plain.replace(/\D/g, '')
  if (digits.length < plain.length - 2) return false
  const steps = [...digits]
    .slice(1)
    .map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10)
  const commonest = Math.max(
    ...[0, 1, 2, 8, 9].map(step => steps.filter(other => other === step).length),
  )
  return commonest >= steps.length * 0.75
}

/** The least that a password costs a guesser when it is cut into words. */
function costOf(reading: string, local: ReadonlySet<string>): number {
  const least = [0]
  for (let end = 1; end <= reading.length; end += 1) {
    least[end] = least[end - 1]! + priceOfOne(reading[end - 1]!)
    for (let start = Math.max(0, end - 20); start < end - 1; start += 1) {
      const cost = priceOf(reading.slice(start, end), local)
      if (cost !== undefined) least[end] = Math.min(least[end]!, least[start]! + cost)
    }
  }
  return least[reading.length]!
}

function priceOf(piece: string, local: ReadonlySet<string>): number | undefined {
  if (local.has(piece) || LITTLE_WORDS.has(piece)) return 0
  if (COMMON_WORDS.has(piece)) return A_WORD
  if (piece.length >= 4 && BOTH_WAYS.some(walk => walk.includes(piece))) return A_WORD
  if (piece.length >= 3 && new Set(piece).size === 1) return KNOWN_DIGITS
  if (/^(19|20)\d\d$/.test(piece)) return KNOWN_DIGITS
  if (piece.length >= 3 && IN_ORDER.some(digits => digits.includes(piece))) return KNOWN_DIGITS
  return undefined
}

function priceOfOne(character: string): number {
  if (/\p{L}/u.test(character)) return A_LETTER
  return /\d/.test(character) ? A_DIGIT : A_SIGN
}
