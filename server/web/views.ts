import { compile } from 'ejs'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { asset } from './assets'
import { attributes, describedBy, formGroup, messages, status, words } from './markup'
import { projectRoot } from './root'

export const viewsFolder = join(projectRoot, 'views')

/** What every view may call. Last in the locals, so that no page can put something else in its place. */
const given = { asset, attributes, describedBy, formGroup, messages, status, words }

type View = (locals: object) => string

const views = new Map<string, View>()

/** Renders a view by its name, like 'errors/missing'. Views read `it`, and nothing a page brings is an option. */
export function renderView(name: string, locals: object): string {
  return viewAt(join(viewsFolder, `${name}.ejs`))({ ...locals, ...given })
}

/** Compiled when first asked for, and kept. */
function viewAt(path: string): View {
  const known = views.get(path)
  if (known) return known

  const view = compileView(path)
  views.set(path, view)
  return view
}

function compileView(path: string): View {
  // EJS's own include looks for its file on the disk at every call; ours looks once.
  const text = readFileSync(path, 'utf8').replace(/\binclude\(/g, 'it.include(')
  const write = compile(text, {
    strict: true,
    _with: false,
    localsName: 'it',
    filename: path,
    rmWhitespace: true,
  })
  const found = new Map<string, View>()

  return locals => {
    const include = (name: string, more: object) => {
      let view = found.get(name)
      if (!view) {
        view = viewAt(pathOf(name, path))
        found.set(name, view)
      }
      return view({ ...locals, ...more })
    }
    return write({ ...locals, include })
  }
}

/** './item' and 'item' lie beside the view that names them, if there; all else below the views' folder. */
function pathOf(name: string, from: string): string {
  const beside = join(dirname(from), `${name}.ejs`)
  return existsSync(beside) ? beside : join(viewsFolder, `${name}.ejs`)
}
