import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analyseCommand } from '../../server/commands/analyse'
import { TODAY } from '../support/today'

const folder = mkdtempSync(join(tmpdir(), 'six-friends-analyse-'))

afterAll(() => rmSync(folder, { recursive: true }))

async function command(...argv: string[]) {
  const said = { out: [] as string[], err: [] as string[] }
  const code = await analyseCommand(argv, {
    out: text => said.out.push(text),
    err: text => said.err.push(text),
    today: () => TODAY,
    openDatabase: () => Promise.reject(new Error('An analysis needs no database.')),
  })
  return { code, out: said.out.join('\n'), err: said.err.join('\n') }
}

function file(text: string): string {
  const path = join(folder, 'series.csv')
  writeFileSync(path, text)
  return path
}

const VALUES = [40, 44, 41, 45, 42, 46, 43, 44, 41, 45, 42, 46, 20]
const SERIES = `period,value\n${VALUES.map((value, i) => `${2001 + i}/${String(i + 2).padStart(2, '0')},${value}`).join('\n')}\n`

test('says how it is used', async () => {
  const { code, out } = await command('--help')
  expect(code).toBe(0)
  expect(out).toContain('Usage: six-friends analyse FILE')
})

test('prints what it finds as JSON, and only that', async () => {
  const { code, out } = await command(
    file(SERIES),
    '--polarity',
    'higher-is-better',
    '--target',
    '60',
  )
  const found = JSON.parse(out)
  expect(code).toBe(0)
  expect(Object.keys(found)).toEqual([
    'mean',
    'lower',
    'upper',
    'drawn',
    'trial',
    'points',
    'variation',
    'assurance',
    'sentence',
  ])
  expect(found).toMatchObject({
    variation: 'concern',
    assurance: 'fail',
    drawn: true,
    trial: false,
  })
  expect(found.points).toHaveLength(13)
  expect(found.points[12]).toEqual({ value: 20, flag: 'outside', meaning: 'concern' })
})

test('takes the choices it is given', async () => {
  const found = async (...argv: string[]) => JSON.parse((await command(file(SERIES), ...argv)).out)
  const plain = await found('--polarity', 'lower-is-better')
  expect(plain.variation).toBe('improvement')
  expect((await found('--no-screening')).upper).toBeGreaterThan(plain.upper)
  expect((await found('--preset', 'making-data-count')).upper).toBeGreaterThan(plain.upper)
  expect((await found('--rebase', '13')).mean).toBe(20)
  expect((await found('--fix-after', '12')).mean).toBe(43.25)
})

test.each([
  ['-5', -5],
  ['−5', -5],
  ['+5', 5],
  ['-.5', -0.5],
  ['-£5', -5],
])('takes a target of %s', async (written, target) => {
  const below = SERIES.replace(/,(\d+)$/gm, (_, value) => `,${Number(value) / 10 - 5}`)
  const apart = await command(file(below), '--polarity', 'higher-is-better', '--target', written)
  const tied = await command(file(below), '--polarity', 'higher-is-better', `--target=${target}`)
  expect(apart).toEqual(tied)
  expect(apart).toMatchObject({ code: 0, err: '' })
})

test.each([
  [[], 'Say which file to analyse'],
  [['--polarity', 'up'], 'up'],
  [['--preset', 'best'], 'best'],
  [['--target', 'high'], 'high'],
  [['--fix-after', '11'], '12'],
  [['--nonsense'], 'There is no option --nonsense.'],
  [['-x'], 'There is no option -x.'],
  [['--target'], 'The option --target needs a value after it.'],
  [['--target', '--no-screening'], '--no-screening” is neither a number'],
  [['--target', '1e5'], '“1e5” is neither a number nor a range'],
  [['--no-screening=yes'], 'The option --no-screening takes no value.'],
  [['another.csv'], 'There is too much here: another.csv.'],
])('wrong usage is exit 2 and a sentence: %j', async (argv, sentence) => {
  const { code, err, out } = await command(...(argv.length > 0 ? [file(SERIES)] : []), ...argv)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
  expect(out).toBe('')
})

test.each([
  ['period,value\n2001/02,lots\n', 'lots'],
  ['', 'empty'],
])('a file that cannot be analysed is exit 1 and a sentence: %j', async (text, sentence) => {
  const { code, err } = await command(file(text))
  expect(code).toBe(1)
  expect(err).toContain(sentence)
})

test('a file that is not there is refused', async () => {
  expect(await command('absent.csv')).toEqual({
    code: 1,
    out: '',
    err: 'The file absent.csv cannot be read.',
  })
})

test('reads standard input for -', async () => {
  const { out } = await command(file(SERIES))
  const script = `require('./server/commands/analyse').analyseCommand(['-'],
    { out: console.log, err: console.error }).then(code => { process.exitCode = code })`
  const piped = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    cwd: join(__dirname, '../..'),
    input: SERIES,
    encoding: 'utf8',
  })
  expect(piped.stdout.trim()).toBe(out)
  expect(piped.status).toBe(0)
})
