#!/usr/bin/env node
// Builds what has changed since the last build, then hands over to the compiled program.
const { spawnSync } = require('node:child_process')
const { existsSync, readdirSync, statSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
const stamp = join(root, 'dist', '.built')
const sources = ['server', 'db', 'seeds'].map(folder => join(root, folder))

if (!existsSync(stamp) || sources.some(isNewerThan(statSync(stamp).mtimeMs))) build()
require(join(root, 'dist', 'server', 'main.js'))

function isNewerThan(time) {
  return function newer(path) {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) return false
    return (
      found.mtimeMs > time ||
      (found.isDirectory() && readdirSync(path).some(name => newer(join(path, name))))
    )
  }
}

function build() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  if (!existsSync(compiler)) {
    if (existsSync(stamp)) return
    console.error('Six Friends has not been built yet. Run: npm ci && npm run build')
    process.exit(1)
  }
  const { status } = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  if (status !== 0) process.exit(1)
  writeFileSync(stamp, '')
}
