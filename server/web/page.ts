/** A link in the navigation or the trail of pages above this one. */
export interface PageLink {
  text: string
  href?: string
  current?: boolean
}

/** What a page brings to the layout; everything else in it belongs to its own view. */
export interface Page {
  title: string
  /** Sentences by the id of the field they are about, in the order of the fields. */
  errors?: Record<string, string>
  area?: { slug: string; name: string } | null
  user?: { name: string } | null
  navigation?: readonly PageLink[]
  /** The pages above this one, highest first. */
  trail?: readonly PageLink[]
  /** Good news from the page before. */
  flash?: string | null
  /** Names of scripts in static/js, like 'charts', which brings Chart.js with it. */
  scripts?: readonly string[]
  demonstration?: boolean
  printable?: boolean
}

/** A page as the layout reads it, everything said. */
export interface Layout extends Required<Page> {
  errorList: { text: string; href: string }[]
  /** Files in the order they must be loaded. */
  scriptFiles: string[]
}

/** What must be loaded before one of our own scripts. */
const LIBRARIES: Record<string, readonly string[]> = {
  charts: ['chart.js', 'chartjs-plugin-annotation.js'],
}

/** The page with everything the layout reads, said or not. */
export function layoutOf<Given extends Page>(page: Given): Given & Layout {
  const silent = {
    errors: {},
    area: null,
    user: null,
    navigation: [],
    trail: [],
    flash: null,
    scripts: [],
    demonstration: false,
    printable: false,
  }
  const errors = Object.entries(page.errors ?? {})

  return {
    ...silent,
    ...page,
    errorList: errors.map(([id, text]) => ({ text, href: `#${id}` })),
    scriptFiles: (page.scripts ?? []).flatMap(name => [...(LIBRARIES[name] ?? []), `${name}.js`]),
  }
}
