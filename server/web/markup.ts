/** What a view may say about an attribute: a list is joined by spaces, false and nothing leave it out. */
type Own = Record<string, string | number | boolean | null | undefined | readonly Classes[]>
type Classes = string | false | null | undefined

/** Attributes given as a component's option, in GOV.UK's form. */
type Given = Record<string, Plain | { value?: Plain; optional?: boolean }>
type Plain = string | number | boolean | null | undefined

interface Words {
  html?: string
  text?: string | number
}

interface Described {
  describedBy?: string
  hint?: object
  errorMessage?: object
}

interface Field extends Described {
  formGroup?: { classes?: string; attributes?: Given }
}

/** Judged statuses have a shape of their own; every other is a dashed ring. */
const SHAPES = new Set(['green', 'amber', 'red'])

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: unknown): string {
  return String(text ?? '').replace(/[&<>"']/g, character => ENTITIES[character]!)
}

/** Writes attributes, each with a space before it and every value escaped: a component's own, then its `attributes` option. */
export function attributes(own: Own, given?: Given | null): string {
  let written = ''
  for (const [name, value] of Object.entries(own)) written += ownAttribute(name, value)
  for (const [name, value] of Object.entries(given ?? {})) written += givenAttribute(name, value)
  return written
}

/** A component's words: its `html` option as it stands, else its `text` option escaped. */
export function words(params: Words | null | undefined, otherwise = ''): string {
  return params?.html ? String(params.html) : escapeHtml(params?.text || otherwise)
}

/** The ids of what describes a field: what it was given, its hint, its error. */
export function describedBy(id: string, params: Described, given = params.describedBy): string {
  const hint = params.hint && `${id}-hint`
  const error = params.errorMessage && `${id}-error`
  return [given, hint, error].filter(Boolean).join(' ')
}

/** The attributes of the group around a field, which carries the red bar when there is an error. */
export function formGroup({ formGroup: group, errorMessage }: Field): string {
  const error = errorMessage && 'govuk-form-group--error'
  return attributes({ class: ['govuk-form-group', error, group?.classes] }, group?.attributes)
}

/** Words for the browser's scripts: one message, or one for each plural form. */
export function messages(key: string, given: string | Record<string, string> | undefined): Own {
  if (typeof given === 'string') {
    return { [`data-i18n.${key}`]: given }
  } else {
    const forms = Object.entries(given ?? {})
    return Object.fromEntries(forms.map(([form, text]) => [`data-i18n.${key}.${form}`, text]))
  }
}

/** A status by shape, word and colour; the shapes themselves are drawn once, by the layout. */
export function status(code: string, word: string): string {
  const kind = SHAPES.has(code) ? code : 'none'
  const shape = `<svg aria-hidden="true"><use href="#shape-${kind}"/></svg>`
  return `<span class="st st--${kind}">${shape}${escapeHtml(word)}</span>`
}

function ownAttribute(name: string, value: Own[string]): string {
  const text = Array.isArray(value) ? value.filter(Boolean).join(' ') : value

  if (text === true) {
    return ` ${name}`
  } else if (text === false || text === null || text === undefined || text === '') {
    return ''
  } else {
    return ` ${name}="${escapeHtml(text)}"`
  }
}

function givenAttribute(name: string, option: Given[string]): string {
  const { value, optional } = isOptions(option) ? option : { value: option, optional: false }

  if (optional && value === true) {
    return ` ${escapeHtml(name)}`
  } else if (optional && (value === false || value === null || value === undefined)) {
    return ''
  } else {
    return ` ${escapeHtml(name)}="${escapeHtml(value)}"`
  }
}

function isOptions(option: Given[string]): option is { value?: Plain; optional?: boolean } {
  return typeof option === 'object' && option !== null
}
