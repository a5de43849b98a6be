import ejs, { type Data } from 'ejs'
import { join } from 'node:path'
import { asset } from './assets'
import { attributes, describedBy, formGroup, messages, status, words } from './markup'
import { projectRoot } from './root'

export const viewsFolder = join(projectRoot, 'views')

/** What every view may call. Last in the locals, so that no page can put something else in its place. */
const given = { asset, attributes, describedBy, formGroup, messages, status, words }

type Done = (error: Error | null, html?: string) => void

/** For `app.engine('ejs', …)`. Views read `it`; what is in it can never become an option of EJS. */
export function viewEngine(production: boolean) {
  const options = optionsOf(production)

  return (path: string, locals: object, done: Done): void => {
    ejs.renderFile(path, { ...locals, ...given } as Data, options, done)
  }
}

/** Renders a view by its name, like 'errors/missing', outside any request. */
export function renderView(name: string, locals: object): Promise<string> {
  return ejs.renderFile(
    join(viewsFolder, `${name}.ejs`),
    { ...locals, ...given } as Data,
    optionsOf(true),
  )
}

function optionsOf(cache: boolean) {
  return { strict: true, _with: false, localsName: 'it', cache, views: [viewsFolder] }
}
