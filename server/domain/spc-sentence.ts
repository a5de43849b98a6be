import {
  POINTS_TO_DRAW,
  POINTS_TO_TRUST,
  type Flag,
  type Meaning,
  type Xmr,
  type XmrGroup,
} from './spc'

/** Fewer figures than this say nothing at all. */
const POINTS_TO_SPEAK = 3

export interface ProcessWording {
  /** One period of the series: "quarter", "month". */
  period: string
  /** More than one of them, where adding an s will not do. */
  periods?: string
  /** A figure as the page shows it, with its unit; two decimals and no unit unless told. */
  figure?: (value: number) => string
  /** The run length the chart was made with; 7 unless told. */
  runLength?: number
}

interface Words {
  one: string
  many: string
  figure: (value: number) => string
  run: number
}

const VERDICTS: Record<Meaning, string> = {
  improvement: ', and that is an improvement',
  concern: ', and that is a concern',
  high: '',
  low: '',
}

/** The verdict of an XmR chart in plain words: signal or noise, and whether the target is in reach. */
export function processSentence(chart: Xmr, wording: ProcessWording): string {
  const { period, periods = `${period}s`, figure = plainFigure, runLength = 7 } = wording
  const words = { one: period, many: periods, figure, run: runLength }
  const group = currentGroup(chart)
  const since = chart.groups.length > 1 ? ' since the last break' : ''

  if (group.points === 0) {
    return `There are no figures${since} yet, and it takes ${POINTS_TO_DRAW} ${words.many} to tell noise from change.`
  } else if (group.points < POINTS_TO_SPEAK) {
    return `There is not enough data: ${counted(group.points, words)} of figures${since}, and it takes ${POINTS_TO_DRAW} to tell noise from change.`
  } else if (group.points < POINTS_TO_DRAW) {
    return `Too few ${words.many} to tell noise from change: ${group.points} so far${since}, and it takes ${POINTS_TO_DRAW}.`
  } else if (chart.lower === null) {
    return `No two ${words.many} in a row have figures${since}, so ordinary variation cannot be judged.`
  } else if (!chart.drawn) {
    return `The figures do not change from one ${words.one} to the next${since}, so there is no ordinary variation to judge by.`
  } else {
    return [verdict(chart, group, words), outlook(chart, words), trust(chart, words)]
      .filter(sentence => sentence !== '')
      .join(' ')
  }
}

function verdict(chart: Xmr, group: XmrGroup, words: Words): string {
  const { variation, flag } = chart
  const range = `${words.figure(group.lower!)} to ${words.figure(group.upper!)}`
  if (variation === null || flag === null) {
    return `Steady: this is how it runs. Unless something changes, expect each ${words.one} to fall somewhere from ${range}.`
  } else {
    const isAbove = latestValue(chart) > group.mean!
    return `This is more than ordinary variation: ${cause(flag, isAbove, chart, group, words)}${VERDICTS[variation]}.`
  }
}

function cause(flag: Flag, isAbove: boolean, chart: Xmr, group: XmrGroup, words: Words): string {
  const side = isAbove ? 'above' : 'below'
  if (flag === 'outside') {
    const limit = isAbove ? group.upper! : group.lower!
    return `the latest figure, ${words.figure(latestValue(chart))}, is ${side} the limit of ${words.figure(limit)}`
  } else if (flag === 'trend') {
    return `the figures have ${isRising(chart) ? 'risen' : 'fallen'} without a break over the last ${words.run} ${words.many}`
  } else if (flag === 'two-in-three') {
    return `two of the last three ${words.many} are close to the ${isAbove ? 'upper' : 'lower'} limit`
  } else {
    return `each of the last ${words.run} ${words.many} is ${side} the average of ${words.figure(group.mean!)}`
  }
}

/** A process on the move may not stay inside its limits, so then nothing is promised. */
function outlook({ assurance, variation }: Xmr, words: Words): string {
  const process = variation === null ? 'Left as it is, it will' : 'By its limits so far, it would'
  if (assurance === 'pass') {
    return `${process} meet the target every ${words.one}.`
  } else if (assurance === 'fail') {
    return `${process} miss the target every ${words.one}.`
  } else if (assurance === 'hit-and-miss') {
    return `${process} meet the target in some ${words.many} and miss it in others, by chance.`
  } else {
    return ''
  }
}

function trust({ trial }: Xmr, words: Words): string {
  return trial
    ? `These are trial limits, because there are fewer than ${POINTS_TO_TRUST} ${words.many} behind them.`
    : ''
}

/** The group of the latest figure; a break after it has nothing to judge yet. */
function currentGroup(chart: Xmr): XmrGroup {
  return chart.groups.findLast(group => group.points > 0) ?? chart.groups.at(-1)!
}

function latestValue(chart: Xmr): number {
  return chart.points.findLast(point => point.value !== null)!.value!
}

function isRising(chart: Xmr): boolean {
  const [before, latest] = chart.points.filter(point => point.value !== null).slice(-2)
  return latest!.value! > before!.value!
}

function counted(count: number, words: Words): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? words.one : words.many}`
}

function plainFigure(value: number): string {
  return String(Number(Math.abs(value) >= 1 ? value.toFixed(2) : value.toPrecision(3)))
}
