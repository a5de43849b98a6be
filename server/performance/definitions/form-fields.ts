import type { Entered, FieldErrors } from '../../web/forms'

/** A field as its component takes it; the view only sets one under the other. */
export interface FormField {
  component: 'input' | 'textarea' | 'select' | 'radios' | 'checkboxes'
  params: Record<string, unknown>
}

export interface Option {
  value: string
  text: string
}

interface Asked {
  name: string
  label: string
  hint?: string | undefined
}

/** Fields of one form, holding what was entered and what is wrong with it. */
export function fieldsOf(entered: Entered, errors: FieldErrors) {
  const enteredFor = (name: string) => entered[name] ?? ''
  const about = ({ name, hint }: Asked) => ({
    name,
    ...(hint !== undefined && { hint: { text: hint } }),
    ...(errors[name] !== undefined && { errorMessage: { text: errors[name] } }),
  })
  const labelled = (asked: Asked) => ({
    ...about(asked),
    id: asked.name,
    label: { text: asked.label, classes: 'govuk-label--s' },
    value: enteredFor(asked.name),
  })
  const framed = (asked: Asked) => ({
    ...about(asked),
    idPrefix: asked.name,
    fieldset: { legend: { text: asked.label, classes: 'govuk-fieldset__legend--s' } },
  })

  return {
    line: (asked: Asked, classes = ''): FormField => ({
      component: 'input',
      params: { ...labelled(asked), classes, autocomplete: 'off' },
    }),
    number: (asked: Asked): FormField => ({
      component: 'input',
      params: {
        ...labelled(asked),
        classes: 'govuk-input--width-10',
        inputmode: 'decimal',
        autocomplete: 'off',
      },
    }),
    day: (asked: Asked): FormField => ({
      component: 'input',
      params: { ...labelled(asked), type: 'date', classes: 'govuk-input--width-10' },
    }),
    text: (asked: Asked, rows = 3): FormField => ({
      component: 'textarea',
      params: { ...labelled(asked), rows },
    }),
    select: (asked: Asked, items: readonly Option[]): FormField => ({
      component: 'select',
      params: { ...labelled(asked), items },
    }),
    radios: (asked: Asked, words: Record<string, string>): FormField => ({
      component: 'radios',
      params: {
        ...framed(asked),
        classes: 'govuk-radios--small',
        value: enteredFor(asked.name),
        items: Object.entries(words).map(([value, text]) => ({ value, text })),
      },
    }),
    tick: ({ name, label }: Asked): FormField => ({
      component: 'checkboxes',
      params: {
        name,
        idPrefix: name,
        classes: 'govuk-checkboxes--small',
        values: [enteredFor(name)],
        items: [{ value: 'yes', text: label }],
      },
    }),
  }
}
