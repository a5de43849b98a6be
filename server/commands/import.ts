import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { POLARITIES, type Polarity } from '../domain/polarity'
import { Refusal } from '../domain/refusal'
import { importFile, type ImportReport, type ImportRequest } from '../imports/import'
import { describeImport } from '../imports/report'
import { readArguments, type Terminal, type Values } from './terminal'

const HELP = `Usage: six-friends import FILE --area NAME [OPTIONS]

Loads figures from a CSV file into an area, all of them or none, as published figures.
Each row is one measure in one period; docs/import.md lists the columns and what may stand in them.

  --area NAME           the area, by its name or its address
  --create              make the area, organisations and measures that are not there yet
  --definitions FILE    what the new measures are: a CSV file of titles, units, polarities …
  --polarity POLARITY   for new measures not told otherwise: ${POLARITIES.join(', ')}
  --year-start MONTH    the month, 1 to 12, in which a new area's year begins (4, April)
  --each-partner        make a measure of its own for each partner that reports one
  --dry-run             say what would change, and change nothing
  --skip-refused        load the good rows although others are refused
  --all                 print every refusal and difference, not only the first 50

Exit code: 0 loaded, 1 refused, 2 wrong usage.`

const OPTIONS = {
  area: { type: 'string' },
  create: { type: 'boolean' },
  definitions: { type: 'string' },
  polarity: { type: 'string' },
  'year-start': { type: 'string' },
  'each-partner': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'skip-refused': { type: 'boolean' },
  all: { type: 'boolean' },
} as const

export async function importCommand(argv: string[], terminal: Terminal): Promise<number> {
  const read = readArguments(argv, terminal, { options: OPTIONS, help: HELP, positionals: 1 })
  if ('exit' in read) return read.exit

  const { values } = read
  const [path] = read.positionals
  const wrong = whatIsWrong(path, values)
  if (wrong) {
    terminal.err(wrong)
    return 2
  }

  const file = await readNamed(path!, terminal)
  const definitions = values.definitions && (await readNamed(String(values.definitions), terminal))
  if (!file || (values.definitions && !definitions)) return 1
  return load(
    requestOf(file, definitions || undefined, values, terminal.today()),
    values.all === true,
    terminal,
  )
}

function whatIsWrong(path: string | undefined, values: Values): string | undefined {
  const { area, polarity, 'year-start': yearStart } = values
  if (path === undefined) {
    return 'Say which file to import: six-friends import FILE --area NAME.'
  } else if (typeof area !== 'string' || area.trim() === '') {
    return 'Say which area to import into with --area "Kirkdale".'
  } else if (polarity !== undefined && !POLARITIES.includes(polarity as Polarity)) {
    return `--polarity must be one of ${POLARITIES.join(', ')}, not “${polarity}”.`
  } else if (yearStart !== undefined && !/^([1-9]|1[0-2])$/.test(String(yearStart))) {
    return `--year-start must be a month from 1 to 12, not “${yearStart}”.`
  } else {
    return undefined
  }
}

type NamedFile = ImportRequest['file']

async function readNamed(path: string, { err }: Terminal): Promise<NamedFile | undefined> {
  try {
    return { name: basename(path), bytes: await readFile(path) }
  } catch {
    err(`The file ${path} cannot be read.`)
    return undefined
  }
}

function requestOf(
  file: NamedFile,
  definitions: NamedFile | undefined,
  values: Values,
  today: string,
): ImportRequest {
  const yearStart = values['year-start']
  return {
    file,
    definitions,
    today,
    area: String(values.area).trim(),
    create: values.create === true,
    eachPartner: values['each-partner'] === true,
    dryRun: values['dry-run'] === true,
    skipRefused: values['skip-refused'] === true,
    polarity: values.polarity as Polarity | undefined,
    yearStart: yearStart === undefined ? undefined : Number(yearStart),
  }
}

async function load(request: ImportRequest, all: boolean, terminal: Terminal): Promise<number> {
  const open = await terminal.openDatabase()
  try {
    const report = await importFile(open.db, request)
    const { out, err } = describeImport(report, { area: request.area, all })
    for (const line of out) terminal.out(line)
    for (const line of err) terminal.err(line)
    return exitCodeOf(report)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    terminal.err(error.message)
    return 1
  } finally {
    await open.close()
  }
}

/** A dry run that finds refusals answers as the real run would. */
function exitCodeOf({ outcome }: ImportReport): number {
  return outcome === 'loaded' || outcome === 'compared' ? 0 : 1
}
