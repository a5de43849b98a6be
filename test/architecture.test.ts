import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

/** Lowest first. A file may import from its own folder, and from folders on lower rows. */
const LAYERS = [
  ['domain'],
  ['database', 'web', 'charts', 'documents', 'mail'],
  ['people'],
  ['partnerships'],
  ['measures'],
  ['performance'],
  ['scrutiny'],
  ['publishing', 'imports', 'api', 'jobs', 'home'],
  ['app.ts', 'routes.ts', 'main.ts', 'config.ts', 'commands'],
]

const LONGEST = 250

const files = sourcesIn('server')
const imports = new Map(files.map(({ path, text }) => [path, importsIn(path, text)]))
/** A migration is left alone: it is history once it has been run, however long. */
const others = ['db', 'seeds']
  .flatMap(folder =>
    sourcesIn(folder).map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
  )
  .filter(({ path }) => !path.startsWith('db/migrations/'))

describe.each(files)('server/$path', ({ path, text }) => {
  test('stands on a layer', () => {
    expect(layerOf(path)).toBeGreaterThanOrEqual(0)
  })

  test('imports only from below', () => {
    const tooHigh = imports
      .get(path)!
      .filter(other => folderOf(other) !== folderOf(path) && !isBelow(other, path))
    expect(tooHigh).toEqual([])
  })

  test('does not import itself by a roundabout way', () => {
    expect(reachableFrom(path)).not.toContain(path)
  })

  test('leaves SQL to the queries', () => {
    if (!path.endsWith('queries.ts') && !path.startsWith('database/')) {
      expect(text).not.toMatch(/\b(db|trx)(<\w+>)?\('|\.raw\(/)
    }
  })

  test('is called for what it is about', () => {
    expect(path).not.toMatch(/\b(utils?|helpers?|common|shared|lib)(\/|\.ts)/)
  })

  test('gives its names by name', () => {
    expect(text).not.toMatch(/^export default|^export \* from/m)
  })
})

describe('domain', () => {
  const domain = files.filter(({ path }) => path.startsWith('domain/'))

  test.each(domain)(
    'server/$path is pure: no I/O, no clock, no chance, no framework',
    ({ text }) => {
      const modules = [...text.matchAll(/from '([^']+)'/g)].map(([, module]) => module!)
      expect(modules.filter(module => !module.startsWith('./'))).toEqual([])
      expect(text).not.toMatch(
        /Date\.now|new Date\(\)|Math\.random|process\.(env|argv|exit|hrtime|cwd|std)|console\./,
      )
    },
  )
})

test.each(files.filter(({ path }) => /\/(page|forms)\.ts$/.test(path)))(
  'server/$path asks the database nothing',
  ({ path }) => {
    const asked = imports.get(path)!.filter(other => other.startsWith('database/'))
    expect(asked.filter(other => !other.startsWith('database/tables/'))).toEqual([])
  },
)

test.each(files.filter(({ path }) => !/^(app|main|routes)\.ts|^(web|commands)\//.test(path)))(
  'server/$path knows nothing of Express, except at the gate',
  ({ path, text }) => {
    if (path !== 'people/gate.ts') expect(text).not.toMatch(/from 'express'/)
  },
)

describe.each([...files.map(each => ({ ...each, path: `server/${each.path}` })), ...others])(
  '$path',
  ({ text }) => {
    test('is short enough to read in one sitting', () => {
      expect(text.split('\n').length - 1).toBeLessThanOrEqual(LONGEST)
    })

    test('switches no checks off and leaves nothing for later', () => {
      const switches = ['@ts-', 'eslint-', 'biome-'].map(
        start => `${start}(ignore|expect|nocheck|disable)`,
      )
      const later = ['TO', 'FIX'].map((start, at) => `\\b${start}${['DO', 'ME'][at]}\\b`)
      expect(text).not.toMatch(new RegExp([...switches, ...later, 'jest\\.mock\\('].join('|')))
    })
  },
)

describe('views', () => {
  const source = files.map(({ text }) => text).join('\n')
  const views = readdirSync('views', { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ejs'))
    .map(path => ({
      path: path.replace(/\.ejs$/, ''),
      text: readFileSync(join('views', path), 'utf8'),
    }))
  const everyView = views.map(({ text }) => text).join('\n')

  /** Kept whole and checked against its fixtures, whether or not a page needs all of it yet. */
  const isGovuk = ({ path }: { path: string }) =>
    existsSync(path.replace('components/', 'node_modules/govuk-frontend/dist/govuk/components/'))

  test.each(views.filter(view => !isGovuk(view)))('$path is named by somebody', ({ path }) => {
    const isNamed = source.includes(`'${path}'`)
    const relative = path.split('/').pop()!
    const isIncluded = [path, `./${relative}`].some(name => everyView.includes(`include('${name}'`))
    expect(isNamed || isIncluded).toBe(true)
  })

  test('every view that is named is there', () => {
    const named = [
      ...source.matchAll(
        /(?:page|refusedForm)\(\s*'([\w/-]+)'|\b(?:VIEW|view\w*)[^=\n]* = '([\w/-]+)'/g,
      ),
    ]
    for (const [, inline, constant] of named) {
      expect(existsSync(`views/${inline ?? constant}.ejs`)).toBe(true)
    }
    expect(named.length).toBeGreaterThan(10)
  })
})

describe('addresses', () => {
  const table = readFileSync('server/web/paths.ts', 'utf8')
  const paths = [...table.matchAll(/^ {2}(\w+): '([^']+)'/gm)].map(([, name, path]) => ({
    name: name!,
    path: path!,
  }))
  const source = files
    .filter(({ path }) => path !== 'web/paths.ts')
    .map(({ text }) => text)
    .join('\n')

  test.each(paths)('$path is somewhere to go', ({ name }) => {
    // Not toContain, which would print all of the source when it is missing.
    expect(source.includes(`paths.${name}`)).toBe(true)
  })
})

test('every route is walked, by everybody: the list it is served from is the list the walk reads', () => {
  expect(readFileSync('server/app.ts', 'utf8')).toMatch(/of routes\(/)
  expect(readFileSync('test/people/permissions.test.ts', 'utf8')).toMatch(/= routes\(/)
  const registered = files.filter(
    ({ path, text }) => path !== 'app.ts' && /\bapp\.(get|post|use)\(/.test(text),
  )
  expect(registered).toEqual([])
})

function sourcesIn(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

function importsIn(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)]
    .map(([, target]) => join(dirname(path), target!))
    .filter(module => !module.startsWith('..'))
    .map(module => (existsSync(`server/${module}.ts`) ? `${module}.ts` : `${module}/index.ts`))
}

function reachableFrom(start: string): Set<string> {
  const reached = new Set<string>()
  const queue = [...imports.get(start)!]
  for (const path of queue) {
    if (!reached.has(path)) {
      reached.add(path)
      queue.push(...(imports.get(path) ?? []))
    }
  }
  return reached
}

/** Files at the top may use one another; everything else looks strictly down. */
function isBelow(other: string, path: string): boolean {
  const isTop = layerOf(path) === LAYERS.length - 1
  return isTop ? layerOf(other) <= layerOf(path) : layerOf(other) < layerOf(path)
}

function folderOf(path: string): string {
  return path.split('/')[0]!
}

function layerOf(path: string): number {
  return LAYERS.findIndex(folders => folders.includes(folderOf(path)))
}
