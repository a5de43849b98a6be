import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const GOLDEN = join(__dirname, '../../../shared/golden')
const isHere = existsSync(GOLDEN)

/** Holds our figures to the reference packages' own, where their files lie beside the project. */
export const describeGolden = isHere
  ? describe
  : (title: string, body: () => void) =>
      describe.skip(`${title} (skipped: the reference files are not in ../shared/golden)`, body)

export interface GoldenFile {
  name: string
  content: unknown
}

/** Every JSON file of one golden folder; one empty stand-in where the folder is not there. */
export function goldenFiles(folder: string): GoldenFile[] {
  if (!isHere) return [{ name: 'absent', content: {} }]

  return readdirSync(join(GOLDEN, folder))
    .filter(name => name.endsWith('.json'))
    .map(name => ({ name, content: goldenFile(`${folder}/${name}`) }))
}

export function goldenFile(path: string): unknown {
  return isHere ? JSON.parse(readFileSync(join(GOLDEN, path), 'utf8')) : { cases: [] }
}

/** Whether two numbers agree to one part in so many, both null counting as agreement. */
export function expectNear(actual: number | null, expected: number | null, relative: number): void {
  if (expected === null || actual === null) {
    expect(actual).toBe(expected)
  } else {
    const allowed = relative * Math.max(Math.abs(expected), Math.abs(actual), Number.MIN_VALUE)
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(allowed)
  }
}
