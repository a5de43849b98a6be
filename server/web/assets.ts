import { type RequestHandler, Router } from 'express'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from './root'
import { themed } from './theme'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** In the order they are laid over each other. */
const STYLES = [
  'base',
  'layout',
  'words',
  'scorecard',
  'pictures',
  'register',
  'worklist',
  'walk',
  'forms',
  'print',
]

/** A year, in seconds: an address changes whenever anything under it does. */
const FOREVER = 'public, max-age=31536000, immutable'

interface Asset {
  type: string
  plain: Buffer
  gzip: Buffer
}

const files = readFiles()
const stamp = stampOf(files)
const packed = new Map<string, Asset>()

/** The address of a static file: `asset('six.css')` is `/static/5f2a…/six.css`. */
export function asset(name: string): string {
  if (!files.has(name)) throw new Error(`There is no static file called ${name}`)
  return `/static/${stamp}/${name}`
}

/** Serves every static file from memory, and nothing else. */
export function assets(): Router {
  const router = Router()
  router.get('/static/:stamp/:name', serve)
  return router
}

const serve: RequestHandler<{ stamp: string; name: string }> = (req, res, next) => {
  const bytes = files.get(req.params.name)
  if (!bytes) {
    next()
    return
  }
  const { type, plain, gzip } = pack(req.params.name, bytes)
  const zipped = req.acceptsEncodings('gzip', 'identity') === 'gzip' && gzip.length < plain.length

  res.set('Content-Type', type)
  res.set('Cache-Control', req.params.stamp === stamp ? FOREVER : 'no-cache')
  res.vary('Accept-Encoding')
  if (zipped) res.set('Content-Encoding', 'gzip')
  res.send(zipped ? gzip : plain)
}

/** Zipped once, when first asked for. */
function pack(name: string, plain: Buffer): Asset {
  const known = packed.get(name)
  if (known) return known

  const made = { type: TYPES[extname(name)]!, plain, gzip: gzipSync(plain, { level: 9 }) }
  packed.set(name, made)
  return made
}

function readFiles(): Map<string, Buffer> {
  return new Map([
    ['six.css', stylesheet()],
    ['govuk-frontend.min.js', packaged('govuk-frontend/dist/govuk/govuk-frontend.min.js')],
    ['chart.js', packaged('chart.js/dist/chart.umd.min.js')],
    [
      'chartjs-plugin-annotation.js',
      packaged('chartjs-plugin-annotation/dist/chartjs-plugin-annotation.min.js'),
    ],
    ...[400, 600, 700].map(font),
    ...ours('js'),
    ...ours('images'),
  ])
}

function stylesheet(): Buffer {
  const govuk = themed(packaged('govuk-frontend/dist/govuk/govuk-frontend.min.css').toString())
  const own = STYLES.map(name => readFileSync(join(projectRoot, `static/css/${name}.css`), 'utf8'))
  return Buffer.from([govuk, ...own].join('\n'))
}

function font(weight: number): [string, Buffer] {
  const name = `source-sans-3-latin-${weight}-normal.woff2`
  return [name, packaged(`@fontsource/source-sans-3/files/${name}`)]
}

function ours(folder: string): [string, Buffer][] {
  const path = join(projectRoot, 'static', folder)
  return readdirSync(path)
    .filter(name => extname(name) in TYPES)
    .map(name => [name, readFileSync(join(path, name))])
}

/** Maps are not served, so the line that names one would only be a 404 in the browser's console. */
function packaged(path: string): Buffer {
  const bytes = readFileSync(join(projectRoot, 'node_modules', path))
  const isText = extname(path) !== '.woff2'
  return isText ? Buffer.from(bytes.toString().replace(/\/\/# sourceMappingURL=.*\s*$/, '')) : bytes
}

function stampOf(all: Map<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of all) hash.update(name).update(bytes)
  return hash.digest('hex').slice(0, 12)
}
