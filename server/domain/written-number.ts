export interface WrittenNumber {
  readonly number: number
  /** How many decimal places it was written with, binary dust left out. */
  readonly decimals: number
  readonly unit: '%' | '£' | ''
}

const SIGNS = /[‐-―−]/g
const NUMBER = /^([+-]?)\s*(£?)\s*([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?\s*(%?)$/

/** A million million holds any local figure; beyond it a slip of the hand is likelier. */
const LARGEST = 1e12
const SMALLEST = 1e-6

/**
 * The number a person wrote: '1,284', '77.4%', '£12.50', '−3', '+5', '.5'; else a sentence why it is
 * none. A per cent sign is dropped, not divided by. Forms, files and analyses all read by this rule.
 */
export function readWrittenNumber(text: string): WrittenNumber | { readonly sentence: string } {
  const written = text.trim()
  const [found, sign, pound, innerSign, whole, fraction = '', percent] =
    NUMBER.exec(written.replace(SIGNS, '-')) ?? []

  if (found === undefined || (whole === undefined && fraction.length < 2)) {
    return { sentence: whyNot(written) }
  } else if ((sign && innerSign) || (innerSign && !pound) || (pound && percent)) {
    return { sentence: whyNot(written) }
  }

  const { size, decimals } = withoutDust(`${(whole ?? '0').replaceAll(',', '')}${fraction}`)
  if (size >= LARGEST) {
    return { sentence: `“${written}” is too large: figures are below a million million.` }
  } else if (size > 0 && size < SMALLEST) {
    return { sentence: `“${written}” is too small: figures have at most six decimal places.` }
  }
  return {
    number: sign === '-' || innerSign === '-' ? 0 - size : size,
    decimals,
    unit: percent ? '%' : pound ? '£' : '',
  }
}

/** The same where only the number matters; null for what is none. */
export function writtenNumber(text: string): number | null {
  const reading = readWrittenNumber(text)
  return 'sentence' in reading ? null : reading.number
}

/** Spreadsheets write 78.5747 as 78.574700000000007: past 15 digits there is only binary dust. */
function withoutDust(digits: string): { size: number; decimals: number } {
  const size = Number(Number(digits).toPrecision(15))
  const [, fraction = ''] = digits.split('.')
  const significant = digits.replace('.', '').replace(/^0+/, '').length
  const [, kept = ''] = String(size).split('.')
  return { size, decimals: significant > 15 ? kept.length : fraction.length }
}

function whyNot(written: string): string {
  const plain = written.replace(SIGNS, '-')
  if (/^[+-]?£?[\d.,]+e[+-]?\d+%?$/i.test(plain)) {
    return `“${written}” is written with an exponent. Write it out in full, like 100,000.`
  } else if (/^[+-]?£?(\d+|\d{1,3}(\.\d{3})+),\d+%?$/.test(plain)) {
    return `“${written}” has a comma that does not part thousands. Write decimals with a point.`
  } else if (/^\(.*\)$/.test(plain)) {
    return `“${written}” is in brackets. Write a negative number with a minus sign.`
  } else {
    return `“${written}” is not a number.`
  }
}
