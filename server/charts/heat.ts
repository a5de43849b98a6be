import type { Status } from '../domain/status'

export const HEAT_TONES = ['red', 'amber', 'green', 'none'] as const
export type HeatTone = (typeof HEAT_TONES)[number]

export interface HeatCell {
  readonly tone: HeatTone
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface HeatStrip {
  readonly width: number
  readonly height: number
  readonly cells: readonly HeatCell[]
  /** "last 12 quarters: 3 red, 4 amber, 5 green" */
  readonly label: string
}

/**
 * The statuses of a measure's last periods (12 unless more are given), oldest first, as bars whose
 * height says as much as their colour: red tall, amber middling, green low, no colour a sliver.
 * Missing early periods stand empty at the left. `noun` is the period: quarter, month, year.
 */
export function heatStrip(
  statuses: readonly (Status | null)[],
  noun = 'quarter',
  wanted = 12,
): HeatStrip {
  const shown = statuses.slice(-wanted)
  const count = { red: 0, amber: 0, green: 0, none: 0 }
  const offset = wanted - shown.length
  const cells = shown.map((status, index): HeatCell => {
    const tone = toneOf(status)
    const height = HEIGHTS[tone]
    count[tone]++
    const x = (offset + index) * (CELL + GAP)
    return { tone, x, y: HEIGHTS.red - height, width: CELL, height }
  })
  return {
    width: wanted * (CELL + GAP) - GAP,
    height: HEIGHTS.red,
    cells,
    label: labelOf(count, shown.length, noun),
  }
}

/** One path of thick strokes for all the bars of a tone: a long list is printed with a fraction of the marks. */
export interface HeatBars {
  readonly bars: readonly { readonly tone: HeatTone; readonly path: string }[]
  readonly label: string
}

/** The same strip as `heatStrip` draws, for printing a hundred of them on one page. */
export function heatBars(statuses: readonly (Status | null)[], noun = 'quarter'): HeatBars {
  const { cells, label } = heatStrip(statuses, noun)
  const paths = { red: '', amber: '', green: '', none: '' }
  for (const { tone, x, y, width, height } of cells) {
    paths[tone] += `M${x + width / 2} ${y + height}v-${height}`
  }
  const bars = HEAT_TONES.filter(tone => paths[tone] !== '')
  return { bars: bars.map(tone => ({ tone, path: paths[tone] })), label }
}

const CELL = 10
const GAP = 2
const HEIGHTS: Record<HeatTone, number> = { red: 20, amber: 14, green: 8, none: 3 }

function toneOf(status: Status | null): HeatTone {
  return status === 'red' || status === 'amber' || status === 'green' ? status : 'none'
}

function labelOf(count: Record<HeatTone, number>, total: number, noun: string): string {
  if (total === 0) return `no ${pluralOf(noun)} yet`
  const parts: string[] = []
  for (const tone of HEAT_TONES) {
    if (count[tone] > 0) parts.push(`${count[tone]} ${tone === 'none' ? 'without colour' : tone}`)
  }
  const span = total === 1 ? `last ${noun}` : `last ${total} ${pluralOf(noun)}`
  return `${span}: ${parts.join(', ')}`
}

const pluralOf = (noun: string) => (noun.endsWith('f') ? `${noun.slice(0, -1)}ves` : `${noun}s`)
