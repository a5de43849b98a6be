import { type CheerioAPI, load } from 'cheerio'
import { readFileSync } from 'node:fs'
import { renderView } from '../../server/web/views'

/** The components of GOV.UK Frontend that we have, by their own names. */
const COMPONENTS = [
  'back-link',
  'breadcrumbs',
  'button',
  'character-count',
  'checkboxes',
  'date-input',
  'details',
  'error-message',
  'error-summary',
  'fieldset',
  'file-upload',
  'hint',
  'inset-text',
  'input',
  'label',
  'notification-banner',
  'pagination',
  'panel',
  'password-input',
  'radios',
  'select',
  'service-navigation',
  'skip-link',
  'summary-list',
  'table',
  'tabs',
  'tag',
  'task-list',
  'textarea',
  'warning-text',
]

interface Fixture {
  name: string
  options: object
  html: string
}

type Nodes = ReturnType<ReturnType<CheerioAPI['root']>['contents']>

type Tree = string | { name: string; attributes: Record<string, string>; children: Tree[] }

describe.each(COMPONENTS)('%s', component => {
  test.each(fixturesOf(component))('$name', ({ options, html }) => {
    const ours = renderView(`components/${component}`, { params: options })
    expect(treeOf(ours)).toEqual(treeOf(html))
  })
})

function fixturesOf(component: string): Fixture[] {
  const path = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  return JSON.parse(readFileSync(path, 'utf8')).fixtures
}

/** What the browser would see: elements, attributes in any order, text with its spaces collapsed. */
function treeOf(html: string): Tree[] {
  const $ = load(html, null, false)
  return branches($.root().contents())

  function branches(nodes: Nodes): Tree[] {
    return nodes.toArray().flatMap((node): Tree | Tree[] => {
      if (node.type === 'text') {
        return node.data.trim() === '' ? [] : node.data.replace(/\s+/g, ' ').trim()
      } else if (node.type === 'tag') {
        const { name, attribs } = node
        return { name, attributes: tidied(attribs), children: branches($(node).contents()) }
      } else {
        return []
      }
    })
  }
}

function tidied({ ...attributes }: Record<string, string>): Record<string, string> {
  if (attributes.class !== undefined) {
    attributes.class = attributes.class.replace(/\s+/g, ' ').trim()
  }
  return attributes
}
