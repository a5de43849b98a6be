/** One line of the result; a limit it misses fails the run. */
export interface Finding {
  what: string
  found: string
  limit?: string
  holds?: boolean
}

export function printTable(findings: readonly Finding[]): void {
  const rows = findings.map(({ what, found, limit = '', holds }) => [
    what,
    found,
    limit,
    holds === undefined ? '' : holds ? 'holds' : 'MISSED',
  ])
  const all = [['What', 'Found', 'Limit', ''], ...rows]
  const widths = [0, 1, 2, 3].map(at => Math.max(...all.map(row => row[at]!.length)))
  for (const row of all) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}
