import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importCommand } from '../../server/commands/import'
import { emptyDatabase } from '../support/database'
import { TODAY } from '../support/today'

const database = emptyDatabase()
const folder = mkdtempSync(join(tmpdir(), 'six-friends-import-'))

afterAll(() => rmSync(folder, { recursive: true }))

async function command(...argv: string[]) {
  const said = { out: [] as string[], err: [] as string[] }
  const code = await importCommand(argv, {
    out: text => said.out.push(text),
    err: text => said.err.push(text),
    today: () => TODAY,
    openDatabase: async () => ({ ...database.open, close: async () => {} }),
  })
  return { code, out: said.out.join('\n'), err: said.err.join('\n') }
}

function file(name: string, lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

const HEADER = 'indicator_code,partner_code,period,value,target,status_flag'
const good = () => file('good.csv', [HEADER, 'a,KC,2016/17 Q1,44,50,red', 'a,KC,2016/17 Q2,51,50,'])
const bad = () => file('bad.csv', [HEADER, 'a,KC,2016/17 Q3,44,50,', 'a,KC,sometime,lots,50,'])

const NEW = ['--area', 'Kirkdale', '--create', '--polarity', 'higher-is-better']

test('says how it is used', async () => {
  const { code, out } = await command('--help')
  expect(code).toBe(0)
  expect(out).toContain('Usage: six-friends import FILE --area NAME')
})

test.each([
  [[], 'Say which file to import'],
  [['x.csv'], 'Say which area to import into'],
  [['x.csv', '--area', ' '], 'Say which area to import into'],
  [['x.csv', '--area', 'Kirkdale', '--polarity', 'up'], '--polarity must be one of'],
  [['x.csv', '--area', 'Kirkdale', '--year-start', '13'], '--year-start must be a month'],
  [['x.csv', 'y.csv', '--area', 'Kirkdale'], 'There is too much here: y.csv.'],
  [['x.csv', '--nonsense'], '--nonsense'],
])('wrong usage is exit 2 and a sentence: %j', async (argv, sentence) => {
  const { code, err } = await command(...argv)
  expect(code).toBe(2)
  expect(err).toContain(sentence)
})

test('a file or an area that is not there is refused', async () => {
  const absent = await command('absent.csv', '--area', 'Kirkdale')
  expect(absent).toMatchObject({ code: 1, err: 'The file absent.csv cannot be read.' })
  const nowhere = await command(good(), '--area', 'Nowhere')
  expect(nowhere.code).toBe(1)
  expect(nowhere.err).toBe('There is no area “Nowhere”. Add --create to make it.')
})

test('a dry run says what would be done', async () => {
  const { code, out } = await command(good(), ...NEW, '--dry-run')
  expect(code).toBe(0)
  expect(out).toContain('Would make the area, 1 organisation, 1 measure.')
  expect(out).toContain('Nothing was loaded: this was a dry run.')
  expect(await database.db('areas')).toHaveLength(0)
})

test('a good file is loaded, and the rows add up', async () => {
  const { code, out } = await command(good(), ...NEW)
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    '2 rows read = 2 accepted (2 new, 0 changed) + 0 unchanged + 0 refused',
    '1 row carries a status colour: our rule agrees with 1 and differs from 0.',
    'Loaded into Kirkdale.',
    'Made the area, 1 organisation, 1 measure.',
  ])
  const again = await command(good(), '--area', 'kirkdale')
  expect(again.out).toContain(
    '2 rows read = 0 accepted (0 new, 0 changed) + 2 unchanged + 0 refused',
  )
  expect(again.out).toContain('There was nothing to load.')
})

test('a bad file is refused, each fault by row and column', async () => {
  const { code, out, err } = await command(bad(), '--area', 'Kirkdale')
  expect(code).toBe(1)
  expect(out).toContain('2 rows read = 1 accepted (1 new, 0 changed) + 0 unchanged + 1 refused')
  expect(out).toContain('Nothing was loaded.')
  expect(err).toContain('Row 3, value: “lots” is not a number.')

  const skipping = await command(bad(), '--area', 'Kirkdale', '--skip-refused')
  expect(skipping.code).toBe(0)
  expect(skipping.out).toContain('Loaded into Kirkdale.')
})

test('long lists stop after 50 unless all is asked for', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `m-${i},KC,2016/17,1,,`)
  const path = file('long.csv', [HEADER, ...rows])
  const short = await command(path, '--area', 'Kirkdale')
  expect(short.err.split('\n')).toHaveLength(51)
  expect(short.err).toContain('… and 10 more. Add --all to see them all.')
  expect((await command(path, '--area', 'Kirkdale', '--all')).err.split('\n')).toHaveLength(60)
})

test('definitions say what the new measures are', async () => {
  const definitions = file('definitions.csv', [
    'Indicator code,Title,Unit,Polarity,Frequency,Tolerance kind,Tolerance size,Lead code,Lead name',
    'b,Bins missed,per 1,lower-is-better,Quarter,absolute,2,KC,Kirkdale Council',
  ])
  const path = file('b.csv', [HEADER, 'B,,2016/17 Q1,44,42,amber', 'B,,2016/17 Q2,45,42,red'])
  const { code, out } = await command(
    path,
    '--area',
    'Sallow',
    '--create',
    '--definitions',
    definitions,
  )
  expect(code).toBe(0)
  expect(out).toContain('our rule agrees with 2 and differs from 0.')

  const wrong = file('wrong.csv', [
    'indicator_code,polarity,decimals,per,starts_on,title',
    'b,up,9,0,1 April,x',
    ',,,,,',
    'B,,,,,y',
    '!!,,,,,z',
  ])
  const refused = await command(path, '--area', 'Sallow', '--create', '--definitions', wrong)
  expect(refused.code).toBe(1)
  expect(refused.err.split('\n').map(line => line.slice(0, 50))).toEqual([
    expect.stringContaining('In the definitions file, row 2, polarity: “up” is'),
    expect.stringContaining('row 2, decimals: “9” is'),
    expect.stringContaining('row 2, per: “0” is'),
    expect.stringContaining('row 2, starts_on: “1 Apr'),
    expect.stringContaining('row 5, indicator_code: Th'),
    expect.stringContaining('row 4, indicator_code: Ro'),
  ])
})
