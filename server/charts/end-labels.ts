import type { EndLabel, LabelRole, SeriesChart } from './series'
import { shortFigure } from './series-words'
import { TONES } from './tones'

export const ROLE_TONES: Record<LabelRole, string> = {
  target: TONES.target,
  actual: TONES.ink,
  limit: TONES.soft,
  mean: TONES.soft,
  forecast: TONES.brand,
  'last-year': TONES.none,
}

type Labelled = Omit<SeriesChart, 'endLabels' | 'key' | 'sentence' | 'alt'>

/** Names for the lines that reach the right edge; the latest actual is among them if it does. */
export function endLabels(chart: Labelled): EndLabel[] {
  return [
    ...targetLabels(chart),
    ...limitLabels(chart),
    ...actualLabels(chart),
    ...forecastLabels(chart),
    ...lastYearLabels(chart),
  ]
}

function targetLabels(chart: Labelled): EndLabel[] {
  const target = chart.slots.findLast(slot => slot.target !== null)?.target
  if (!target) return []
  const label = (value: number, words: string): EndLabel => {
    const text = `${words} ${shortFigure(value, chart)}`
    return { role: 'target', value, words: text, short: text, note: '' }
  }
  if (target.value !== null) return [label(target.value, 'target')]
  return [
    ...(target.high === null ? [] : [label(target.high, 'target, most')]),
    ...(target.low === null ? [] : [label(target.low, 'target, least')]),
  ]
}

function limitLabels(chart: Labelled): EndLabel[] {
  const group = chart.groups.at(-1)
  if (group === undefined) return []
  const name = chart.trial ? 'trial limit' : 'limit'
  const label = (role: LabelRole, value: number, words: string, short: string): EndLabel => {
    const figure = shortFigure(value, chart)
    return { role, value, words: `${words} ${figure}`, short: `${short} ${figure}`, note: '' }
  }
  return [
    label('limit', group.upper, `upper ${name}`, 'upper'),
    label('limit', group.lower, `lower ${name}`, 'lower'),
    ...(chart.view === 'control' ? [label('mean', group.mean, 'average', 'average')] : []),
  ]
}

function actualLabels(chart: Labelled): EndLabel[] {
  const last = chart.slots.at(-1)
  if (!last || last.value === null) return []
  const figure = shortFigure(last.value, chart)
  const note = last.provisional ? 'provisional' : ''
  return [{ role: 'actual', value: last.value, words: figure, short: figure, note }]
}

function forecastLabels(chart: Labelled): EndLabel[] {
  const last = chart.forecast.at(-1)
  if (last === undefined || last.at !== chart.slots.length - 1) return []
  const words = `forecast ${shortFigure(last.value, chart)}`
  return [{ role: 'forecast', value: last.value, words, short: words, note: '' }]
}

function lastYearLabels(chart: Labelled): EndLabel[] {
  const value = chart.comparison?.at(-1)
  if (value === undefined || value === null) return []
  const words = `year before ${shortFigure(value, chart)}`
  return [{ role: 'last-year', value, words, short: words, note: '' }]
}

/**
 * Moves label centres as little as possible so that none overlap: `wanted` and `heights` in one
 * length unit, top to bottom; keeps order and stays between `top` and `bottom` where they fit.
 */
export function spread(
  wanted: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!)
  const stacks: { members: number[]; size: number; start: number }[] = []
  for (const index of order) {
    const size = heights[index]!
    stacks.push({ members: [index], size, start: wanted[index]! - size / 2 })
    settle(stacks, wanted, heights, top, bottom)
  }
  const placed: number[] = new Array(wanted.length)
  for (const stack of stacks) {
    let y = stack.start
    for (const index of stack.members) {
      placed[index] = y + heights[index]! / 2
      y += heights[index]!
    }
  }
  return placed
}

function settle(
  stacks: { members: number[]; size: number; start: number }[],
  wanted: readonly number[],
  heights: readonly number[],
  top: number,
  bottom: number,
) {
  for (;;) {
    const last = stacks[stacks.length - 1]!
    last.start = Math.max(top, Math.min(last.start, bottom - last.size))
    const before = stacks[stacks.length - 2]
    if (before === undefined || before.start + before.size <= last.start) return
    stacks.pop()
    before.members.push(...last.members)
    before.size += last.size
    before.start = idealStart(before.members, wanted, heights)
  }
}

function idealStart(
  members: readonly number[],
  wanted: readonly number[],
  heights: readonly number[],
): number {
  let above = 0
  let sum = 0
  for (const index of members) {
    sum += wanted[index]! - heights[index]! / 2 - above
    above += heights[index]!
  }
  return sum / members.length
}
