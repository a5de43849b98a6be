const snakes = new Map<string, string>()
const camels = new Map<string, string>()

/** Columns are snake_case in Postgres and camelCase here; each name is turned once and remembered. */
export function snakeCase(name: string): string {
  return remember(snakes, name, () => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`))
}

export function camelCase(name: string): string {
  return remember(camels, name, () =>
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  )
}

function remember(known: Map<string, string>, name: string, turn: () => string): string {
  const before = known.get(name)
  if (before !== undefined) return before
  const turned = turn()
  known.set(name, turned)
  return turned
}
