import type { AnalysisOptions } from './analysis-input'
import { POLARITIES, type Polarity } from './polarity'
import { PRESETS } from './preset'
import { rangeOf, targetOf, type Target } from './target'
import { writtenNumber } from './written-number'

/** What may be chosen on the command line, as it was typed. */
export interface AnalysisChoices {
  /** A number, or two with "to" between them for a range. */
  target?: string
  polarity?: string
  preset?: string
  /** Periods or point numbers (the first is 1), commas between them. */
  rebase?: string
  fixAfter?: string
  noScreening?: boolean
}

interface Chosen {
  options: AnalysisOptions
  notes: string[]
}

/** Our own words, and those of the reference package. */
const POLARITY_NAMES = new Map<string, Polarity>([
  ...POLARITIES.map(polarity => [polarity, polarity] as const),
  ['increase', 'higher-is-better'],
  ['decrease', 'lower-is-better'],
  ['neutral', 'context-only'],
])

/** The choices as options, checked. Throws RangeError with a sentence that names the choice. */
export function readChoices(choices: AnalysisChoices, labels: readonly string[]): Chosen {
  const { target, polarity, preset, rebase, fixAfter, noScreening } = choices
  const options: AnalysisOptions = {}
  const notes: string[] = []
  if (target !== undefined) options.target = targetFrom(target)
  if (polarity !== undefined) options.polarity = polarityFrom(polarity)
  if (preset !== undefined) Object.assign(options, presetFrom(preset))
  if (noScreening === true) options.screening = false
  if (fixAfter !== undefined) options.fixAfter = wholeNumberFrom(fixAfter)
  if (rebase !== undefined) {
    const breaks = breaksAt(rebase.split(','), labels)
    options.rebase = breaks.indices
    notes.push(...breaks.notes)
  }
  return { options, notes }
}

export function polarityFrom(text: string): Polarity {
  const polarity = POLARITY_NAMES.get(text.trim().toLowerCase())
  if (polarity === undefined) {
    throw new RangeError(`The polarity “${text}” is not one of ${POLARITIES.join(', ')}.`)
  }
  return polarity
}

/** Where the named periods stand; one that names no point is left out, and a note says so. */
export function breaksAt(
  names: readonly string[],
  labels: readonly string[],
): { indices: number[]; notes: string[] } {
  const known = labels.map(plain)
  const indices: number[] = []
  const notes: string[] = []
  for (const name of names.filter(written => written.trim() !== '')) {
    const named = known.indexOf(plain(name))
    const numbered = /^\s*\d+\s*$/.test(name) ? Number(name) - 1 : -1
    if (named >= 0 || known[numbered] !== undefined) {
      indices.push(named >= 0 ? named : numbered)
    } else {
      notes.push(`The break at “${name.trim()}” is left out, because no point has that period.`)
    }
  }
  return { indices, notes }
}

/** A number, or a range such as 60 to 80. */
export function targetFrom(text: string): Target {
  const ends = text.split(/\s+to\s+|\.\.|:/).map(writtenNumber)
  const [low, high] = ends
  if (ends.length === 1 && typeof low === 'number') {
    return targetOf(low)
  } else if (ends.length === 2 && typeof low === 'number' && typeof high === 'number') {
    if (low > high) throw new RangeError(`The target range “${text}” ends below its start.`)
    return rangeOf(low, high)
  } else {
    throw new RangeError(`The target “${text}” is neither a number nor a range such as 60 to 80.`)
  }
}

function presetFrom(text: string): AnalysisOptions {
  const preset = PRESETS.find(name => name === text.trim().toLowerCase())
  if (preset === undefined) {
    throw new RangeError(`The preset “${text}” is not one of ${PRESETS.join(', ')}.`)
  }
  return preset === 'making-data-count' ? { preset, screening: false } : { preset }
}

function wholeNumberFrom(text: string): number {
  if (!/^\s*\d+\s*$/.test(text)) {
    throw new RangeError(`Limits are fixed after a whole number of points, not “${text}”.`)
  }
  return Number(text)
}

function plain(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
