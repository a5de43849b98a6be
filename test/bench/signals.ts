import type { Product } from './product'
import { type Finding, median } from './table'

const SERIES = 100_000
const POINTS = 20
/** Seconds of one core for all of them. */
const LIMIT = 0.2
const ROUNDS = 7

/** Signal and assurance of many series, beside a loop that only adds up the same numbers. */
export function benchSignals({ signalOf }: Product): Finding[] {
  const all = Array.from({ length: SERIES }, (_, index) => seriesFrom(index + 1))
  const options = {
    polarity: 'higher-is-better',
    target: { value: 75, low: null, high: null },
  } as const
  const judge = () => {
    let concerns = 0
    for (const values of all) if (signalOf(values, options).variation === 'concern') concerns++
    return concerns
  }
  const add = () => {
    let sum = 0
    for (const values of all) for (const value of values) sum += value
    return sum
  }

  const seconds: number[] = []
  const plain: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(secondsOf(add))
    seconds.push(secondsOf(judge))
  }
  const took = median(seconds)
  return [
    {
      what: `Signal and assurance of ${SERIES.toLocaleString('en-GB')} series of ${POINTS}`,
      found: `${took.toFixed(3)} s`,
      limit: `at most ${LIMIT} s`,
      holds: took <= LIMIT,
    },
    {
      what: '  against adding up the same numbers',
      found: `${(took / median(plain)).toFixed(0)} times`,
    },
  ]
}

/** Seconds of processor time, so that what else the machine does is left out. */
function secondsOf(work: () => number): number {
  const before = process.cpuUsage()
  if (Number.isNaN(work())) throw new Error('The series do not add up.')
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** A small generator of its own, so that every run judges the same numbers. */
function seriesFrom(seed: number): number[] {
  let state = (seed * 2_654_435_761) >>> 0
  return Array.from({ length: POINTS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 65 + (state >>> 8) / 838_861
  })
}
