import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of package.json: views, static files and packages lie there, compiled code in dist/. */
export const projectRoot = nearestPackage(__dirname)

function nearestPackage(folder: string): string {
  const parent = dirname(folder)

  if (existsSync(join(folder, 'package.json'))) {
    return folder
  } else if (parent !== folder) {
    return nearestPackage(parent)
  } else {
    throw new Error(`No package.json in any folder above ${__dirname}`)
  }
}
