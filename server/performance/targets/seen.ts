/** A target as a form carries it along, so that nobody replaces what they have not seen. */
export function seenOf(target: object | null): string {
  if (target === null) return ''
  const amounts = target as Record<string, number | readonly number[] | null | undefined>
  return NAMES.map(name => [amounts[name] ?? ''].flat().join(' ')).join('|')
}

const NAMES = ['value', 'low', 'high', 'baseline', 'stretch', 'rewardGrant', 'profile']
