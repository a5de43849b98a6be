import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DEMONSTRATION_CAST } from '../seeds/cast'

const readme = readFileSync('README.md', 'utf8')
const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .map(path => join('docs', path)),
]

describe('the README', () => {
  const config = readFileSync('server/config.ts', 'utf8')
  const settings = new Set(
    [...config.matchAll(/environment\.([A-Z_]+)|environment, '([A-Z_]+)'|\{ ([A-Z_]+)\b/g)].map(
      ([, dotted, named, taken]) => (dotted ?? named ?? taken)!,
    ),
  )
  test.each([...settings])('lists the setting %s', name => {
    expect(readme).toContain(`| \`${name}\` |`)
  })

  test('lists no setting that is not read', () => {
    const table = readme.split('## Settings')[1]!.split('## ')[0]!
    const listed = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
    expect(listed.sort()).toEqual([...settings].sort())
  })

  const commands = readFileSync('server/commands/run.ts', 'utf8')
  const names = [...commands.matchAll(/^ {2}'?([a-z-]+)'?: \{ run:/gm)].map(([, name]) => name!)
  test.each(names)('tells of the command %s', name => {
    expect(readme).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'))
  })

  test.each(DEMONSTRATION_CAST.map(({ name }) => name))('introduces %s', name => {
    expect(readme).toContain(`| ${name} |`)
  })
})

test.each(pages)('every link of %s leads somewhere', path => {
  const text = readFileSync(path, 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!)
  const lost = links.filter(link => !existsSync(join(dirname(path), link)))
  expect(lost).toEqual([])
})

test.each(pages)('every file that %s names is there', path => {
  const text = readFileSync(path, 'utf8')
  const named = [...text.matchAll(/`([\w-]+\/[\w./-]+\.(?:ts|ejs|mjs|md|css))`/g)].map(
    ([, file]) => file!,
  )
  const lost = named.filter(file => !existsSync(file) && !existsSync(join('server', file)))
  expect(lost).toEqual([])
})

test('every decision is listed', () => {
  const list = readFileSync('docs/decisions/README.md', 'utf8')
  const decisions = readdirSync('docs/decisions').filter(file => file !== 'README.md')
  expect(decisions.filter(file => !list.includes(`](${file})`))).toEqual([])
})

test('every package is accounted for, and no other', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const all = Object.keys({ ...dependencies, ...devDependencies })
  const text = readFileSync('docs/dependencies.md', 'utf8')
  const tables = text.split('## Pinned')[0]!
  const listed = [...tables.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
  )
  const expected = all.filter(name => !name.startsWith('@types/')).sort()
  expect(listed.filter(name => name !== '@types/…').sort()).toEqual(expected)
})
