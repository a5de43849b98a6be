import { readConfig } from '../config'
import { inviteAdministrator } from '../people/accounts/first-administrator'
import { readArguments, type Terminal } from './terminal'

const HELP = `Usage: six-friends create-admin --area NAME --email ADDRESS --name NAME

Makes the first administrator of an area (and the area itself, when there is none of that name)
and prints a link with which they choose their own password. The link works once, for 72 hours.`

const OPTIONS = {
  area: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
} as const

export async function createAdminCommand(argv: string[], terminal: Terminal): Promise<number> {
  const read = readArguments(argv, terminal, { options: OPTIONS, help: HELP })
  if ('exit' in read) return read.exit

  const { area, email, name } = read.values as Record<string, string | undefined>
  const wrong = whatIsWrong(area, email, name)
  if (wrong) {
    terminal.err(wrong)
    return 2
  }

  const { sessionSecret } = readConfig(process.env)
  const open = await terminal.openDatabase()
  try {
    const path = await inviteAdministrator(open.db, sessionSecret, {
      area: area!,
      email: email!,
      name: name!,
    })
    terminal.out(
      `${name} can now choose a password at this address of the service, once, within 72 hours:`,
    )
    terminal.out(path)
    return 0
  } finally {
    await open.close()
  }
}

function whatIsWrong(area?: string, email?: string, name?: string): string | undefined {
  if (!area?.trim()) return 'Say which area with --area "Kirkdale".'
  if (!email || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return 'Say the e-mail address with --email ada@kirkdale.example.'
  }
  if (!name?.trim()) return 'Say the name with --name "Ada Brook".'
  return undefined
}
