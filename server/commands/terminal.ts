import { join } from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Config } from '../config'
import { type OpenDatabase, openDatabase } from '../database/database'

export interface Terminal {
  out(text: string): void
  err(text: string): void
  openDatabase(): Promise<OpenDatabase>
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
  try {
    const read = parseArgs({
      args: argv,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: positionals > 0,
    })
    if (read.values.help) {
      out(help)
      return { exit: 0 }
    }
    if (read.positionals.length > positionals)
      throw new Error(`Too many arguments: ${read.positionals.join(' ')}`)
    return { values: read.values as Values, positionals: read.positionals }
  } catch (error) {
    err(`${(error as Error).message}`)
    err(help)
    return { exit: 2 }
  }
}
