import { rebuildCommand } from '../../server/commands/rebuild'
import { demonstrationDatabase } from '../support/database'
import { TODAY } from '../support/today'

const at = demonstrationDatabase()

async function command(...argv: string[]) {
  const said = { out: [] as string[], err: [] as string[] }
  const code = await rebuildCommand(argv, {
    out: text => said.out.push(text),
    err: text => said.err.push(text),
    today: () => TODAY,
    openDatabase: async () => ({ ...at.open, close: async () => {} }),
  })
  return { code, out: said.out.join('\n'), err: said.err.join('\n') }
}

function standings() {
  return at.inArea('kirkdale', trx => trx('standings').orderBy('seriesId'))
}

test('says how it is used', async () => {
  const { code, out } = await command('--help')
  expect(code).toBe(0)
  expect(out).toContain('Usage: six-friends rebuild [--area NAME]')
})

test('wrong usage is exit 2 and a sentence', async () => {
  const { code, err } = await command('--everything')
  expect(code).toBe(2)
  expect(err).toContain('--everything')
})

test('works every standing out afresh, and comes to the same', async () => {
  const before = await standings()
  await at.inArea('kirkdale', async trx => {
    await trx('standings').where({ headline: false }).delete()
    await trx('standings').update({ standing: '{}' as never })
  })

  const { code, out } = await command('--area', 'Kirkdale')

  expect({ code, out }).toEqual({
    code: 0,
    out: `Kirkdale: ${before.length} standings rebuilt.`,
  })
  expect(await standings()).toEqual(before)
})

test('of all areas where none is named', async () => {
  const { code, out } = await command()
  expect(code).toBe(0)
  expect(out).toMatch(/^Kirkdale: \d+ standings rebuilt\.\nSallow: \d+ standings rebuilt\.$/)
})

test('an area that is not there is refused', async () => {
  expect(await command('--area', 'Nowhere')).toEqual({
    code: 1,
    out: '',
    err: 'There is no area called "Nowhere".',
  })
})
