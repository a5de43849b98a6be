import { readConfig, WrongSetting } from '../config'
import { Refusal } from '../domain/refusal'
import { analyseCommand } from './analyse'
import { createAdminCommand } from './create-admin'
import { importCommand } from './import'
import { migrateCommand } from './migrate'
import { rebuildCommand } from './rebuild'
import { seedCommand } from './seed'
import { startCommand } from './start'
import { openConfigured, type Terminal } from './terminal'
import { todayByClock } from './today'

type Command = (argv: string[], terminal: Terminal) => Promise<number | undefined>

const COMMANDS: Record<string, { run: Command; does: string }> = {
  start: { run: startCommand, does: 'start the service and print its address' },
  migrate: { run: migrateCommand, does: 'bring the tables of the database up to date' },
  seed: { run: seedCommand, does: 'load the demonstration borough into an empty database' },
  rebuild: { run: rebuildCommand, does: 'work out afresh where every series stands' },
  import: { run: importCommand, does: 'load figures from a CSV file into an area' },
  analyse: { run: analyseCommand, does: 'tell signal from noise in a series of figures' },
  'create-admin': { run: createAdminCommand, does: 'make the first administrator of an area' },
}

/** Runs one command. Gives the exit code, or nothing while a service goes on running. */
export async function run(
  argv: string[],
  terminal: Terminal = ofThisProcess,
): Promise<number | undefined> {
  const [name = '', ...rest] = argv
  const command = COMMANDS[name]

  if (command) {
    return sayingWhy(terminal, () => command.run(rest, terminal))
  } else if (['--help', '-h', 'help'].includes(name)) {
    terminal.out(usage())
    return 0
  } else {
    terminal.err(name === '' ? 'Say what to do.' : `There is no command "${name}".`)
    terminal.err(usage())
    return 2
  }
}

const ofThisProcess: Terminal = {
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
  openDatabase: () => openConfigured(readConfig(process.env)),
  today: () => readConfig(process.env).today ?? todayByClock(),
}

/** What can go wrong outside is said in a sentence; a fault of ours keeps its trace. */
async function sayingWhy(
  terminal: Terminal,
  work: () => Promise<number | undefined>,
): Promise<number | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WrongSetting || error instanceof Refusal || isFromOutside(error)) {
      terminal.err((error as Error).message || String((error as { code?: string }).code))
      return 1
    }
    throw error
  }
}

function isFromOutside(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (
    (typeof code === 'string' && /^(E[A-Z]+|[0-9A-Z]{5})$/.test(code)) ||
    message.includes('is in use by process')
  )
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(14)}${does}`)
  return [
    'Usage: six-friends COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'Each command says more with --help.',
  ].join('\n')
}
