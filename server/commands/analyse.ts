import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { analyse, readAnalysisInput } from '../domain/analysis'
import type { AnalysisChoices } from '../domain/analysis-choices'
import { POLARITIES } from '../domain/polarity'
import { PRESETS } from '../domain/preset'
import { readArguments, type Terminal, type Values } from './terminal'

const HELP = `Usage: six-friends analyse FILE [OPTIONS]

Tells signal from noise in one series of figures, and prints what it finds as JSON.
FILE is a CSV file with the columns period,value[,numerator,denominator], or a JSON file with
x and y; - reads standard input.

  --target NUMBER       the target now in force; 4 to 6 for a range
  --polarity POLARITY   ${POLARITIES.join(', ')}
  --preset PRESET       ${PRESETS.join(', ')}
  --rebase PERIODS      where a new process begins: periods or point numbers, commas between
  --fix-after NUMBER    set the limits from so many first points, 12 or more
  --no-screening        keep moving ranges that stand out when setting the limits

Exit code: 0 analysed, 1 the file cannot be analysed, 2 wrong usage.`

const OPTIONS = {
  target: { type: 'string' },
  polarity: { type: 'string' },
  preset: { type: 'string' },
  rebase: { type: 'string' },
  'fix-after': { type: 'string' },
  'no-screening': { type: 'boolean' },
} as const

export async function analyseCommand(argv: string[], terminal: Terminal): Promise<number> {
  const read = readArguments(argv, terminal, { options: OPTIONS, help: HELP, positionals: 1 })
  if ('exit' in read) return read.exit

  const [path] = read.positionals
  if (path === undefined) {
    terminal.err('Say which file to analyse: six-friends analyse FILE, or - for standard input.')
    return 2
  }

  const text = await readText(path)
  if (text === undefined) {
    terminal.err(`The file ${path} cannot be read.`)
    return 1
  }
  return print(text, choicesOf(read.values), terminal)
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path)
    return bytes.toString('utf8')
  } catch {
    return undefined
  }
}

function choicesOf(values: Values): AnalysisChoices {
  const { target, polarity, preset, rebase } = values
  const given = { target, polarity, preset, rebase, fixAfter: values['fix-after'] }
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(chosen), noScreening: values['no-screening'] === true }
}

/** What cannot be used throws RangeError, with the sentence to show: the file's fault, or the choice's. */
function print(text: string, choices: AnalysisChoices, { out, err }: Terminal): number {
  try {
    readAnalysisInput(text)
  } catch (error) {
    err(sentenceOf(error))
    return 1
  }

  try {
    const { values, options, notes } = readAnalysisInput(text, choices)
    out(JSON.stringify(analyse(values, options), null, 2))
    for (const note of notes) err(note)
    return 0
  } catch (error) {
    err(sentenceOf(error))
    return 2
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof RangeError) return error.message
  throw error
}
