import { join } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Config } from '../config'
import { type OpenDatabase, openDatabase } from '../database/database'

export interface Terminal {
  out(text: string): void
  err(text: string): void
  openDatabase(): Promise<OpenDatabase>
  /** The day it is; the one in TODAY where that is set. */
  today(): string
}

/** The database of the settings: a server's when one is named, else our own in the data directory. */
export function openConfigured({ databaseUrl, dataDirectory }: Config): Promise<OpenDatabase> {
  return openDatabase(
    databaseUrl === undefined
      ? { directory: join(dataDirectory, 'postgres') }
      : { url: databaseUrl },
  )
}

type Options = NonNullable<ParseArgsConfig['options']>
export type Values = Record<string, string | boolean | undefined>

type Parsed = { values: Values; positionals: string[] } | { exit: number }

/** Reads a command's arguments; `--help` and wrong usage are answered here. */
export function readArguments(
  argv: string[],
  { out, err }: Terminal,
  { options, help, positionals = 0 }: { options: Options; help: string; positionals?: number },
): Parsed {
  const known: Options = { ...options, help: { type: 'boolean', short: 'h' } }
  const read = parseArgs({
    args: withNumbersTied(argv, known),
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const wrong = read.tokens.flatMap(token => whatIsWrong(token, known))
  if (wrong.length === 0 && read.values.help) {
    out(help)
    return { exit: 0 }
  }
  if (wrong.length === 0 && read.positionals.length > positionals) {
    wrong.push(`There is too much here: ${read.positionals.slice(positionals).join(' ')}.`)
  }
  if (wrong.length > 0) {
    err(wrong[0]!)
    err(help)
    return { exit: 2 }
  }
  return { values: read.values as Values, positionals: read.positionals }
}

/** A number below 0 after an option is its value, not another option: --target -5. */
function withNumbersTied(argv: readonly string[], options: Options): string[] {
  const tied: string[] = []
  for (const argument of argv) {
    const before = tied.at(-1) ?? ''
    const takesText = before.startsWith('--') && options[before.slice(2)]?.type === 'string'
    if (takesText && /^-[£.\d]/.test(argument)) tied[tied.length - 1] = `${before}=${argument}`
    else tied.push(argument)
  }
  return tied
}

interface Token {
  kind: string
  name?: string
  rawName?: string
  value?: string | undefined
}

function whatIsWrong({ kind, name = '', rawName = '', value }: Token, options: Options): string[] {
  if (kind !== 'option') return []
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) {
    return [`There is no option ${rawName}.`]
  } else if (option.type === 'string' && (value === undefined || value === '')) {
    return [`The option ${rawName} needs a value after it.`]
  } else if (option.type === 'boolean' && value !== undefined) {
    return [`The option ${rawName} takes no value.`]
  } else {
    return []
  }
}
