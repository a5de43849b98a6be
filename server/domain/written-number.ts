const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const WITH_THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/

/**
 * The number a person wrote: "1,284", "77.4%", "£12.50", "−3". Null for a blank or NA, undefined for
 * what is no number. A per cent sign is dropped, not divided by.
 */
export function readWrittenNumber(text: string): number | null | undefined {
  const written = text
    .trim()
    .replace(/^−/, '-')
    .replace(/^([+-]?)\s*£\s*/, '$1')
    .replace(/\s*%$/, '')
  if (written === '' || written === 'NA') return null
  if (PLAIN.test(written)) return finite(Number(written))
  if (WITH_THOUSANDS.test(written)) return Number(written.replaceAll(',', ''))
  return undefined
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}
