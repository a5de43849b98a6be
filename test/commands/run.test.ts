import { run } from '../../server/commands/run'
import type { Terminal } from '../../server/commands/terminal'
import { demonstrationDatabase, emptyDatabase, type TestDatabase } from '../support/database'
import { TODAY } from '../support/today'

const borough = demonstrationDatabase()
const empty = emptyDatabase()

const VERBS = ['start', 'migrate', 'seed', 'import', 'analyse', 'create-admin']

/** Runs a command in this process, on a database that it cannot close. */
async function say(argv: string[], at: TestDatabase = empty) {
  const said = { out: '', err: '' }
  const terminal: Terminal = {
    out: text => {
      said.out += `${text}\n`
    },
    err: text => {
      said.err += `${text}\n`
    },
    today: () => TODAY,
    openDatabase: async () => ({ ...at.open, close: async () => {} }),
  }
  return { code: await run(argv, terminal), ...said }
}

test.each(['--help', '-h', 'help'])('%s lists the commands', async word => {
  const { code, out, err } = await say([word])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const verb of VERBS) expect(out).toMatch(new RegExp(`^  ${verb} +\\w`, 'm'))
})

test.each(VERBS)('%s says what it does', async verb => {
  for (const flag of ['--help', '-h']) {
    const { code, out, err } = await say([verb, flag])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^Usage: six-friends ${verb}\\b`))
  }
})

test.each([
  ['nothing', [], /Say what to do/],
  ['a command there is not', ['fly'], /There is no command "fly"/],
  ['an option there is not', ['migrate', '--fast'], /--fast/],
  ['a word too many', ['migrate', 'now'], /now/],
  ['an option without its value', ['seed', '--today'], /--today/],
  ['a day there is not', ['seed', '--today', '2026-02-30'], /--today must be a day/],
  ['no area', ['create-admin', '--email', 'a@b.example', '--name', 'A'], /Say which area/],
  ['no address', ['create-admin', '--area', 'A', '--email', 'ab', '--name', 'A'], /e-mail address/],
  ['no name', ['create-admin', '--area', 'A', '--email', 'a@b.example'], /Say the name/],
  ['no file to import', ['import'], /\w/],
  ['no file to analyse', ['analyse'], /\w/],
])('%s is wrong usage', async (_, argv: string[], sentence) => {
  const { code, out, err } = await say(argv)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(sentence)
})

test('the demonstration is loaded only into an empty database', async () => {
  const { code, err } = await say(['seed'], borough)
  expect(code).toBe(1)
  expect(err).toBe('The database already holds an area, so nothing was loaded.\n')
})

test('migrating says that it is done', async () => {
  expect(await say(['migrate'])).toEqual({ code: 0, out: 'The database is up to date.\n', err: '' })
})

test('what is wrong outside is said in a sentence, without a trace', async () => {
  const terminal: Terminal = {
    out: () => {},
    err: text => {
      said += text
    },
    today: () => TODAY,
    openDatabase: () =>
      Promise.reject(Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' })),
  }
  let said = ''
  expect(await run(['migrate'], terminal)).toBe(1)
  expect(said).toBe('connect refused')
})

test('a fault of ours keeps its trace', async () => {
  const terminal: Terminal = {
    out: () => {},
    err: () => {},
    today: () => TODAY,
    openDatabase: () => Promise.reject(new TypeError('ours')),
  }
  await expect(run(['migrate'], terminal)).rejects.toThrow('ours')
})
