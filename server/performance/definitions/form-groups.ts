import { POLARITY_WORDS } from '../../domain/polarity'
import {
  FREQUENCY_WORDS,
  LEVEL_WORDS,
  QUALITY_WORDS,
  SHAPE_WORDS,
  TOLERANCE_WORDS,
  YEAR_TO_DATE_WORDS,
} from '../../measures/definitions/words'
import type { Entered, FieldErrors } from '../../web/forms'
import type { Choices } from './choices'
import { MOST_CONTRIBUTORS } from './contribution-fields'
import { fieldsOf, type FormField } from './form-fields'

export interface FormGroup {
  title: string
  lead?: string
  fields: FormField[]
}

interface Asking {
  entered: Entered
  errors: FieldErrors
  choices: Choices
  /** Figures have been entered, so what they are made of stands still. */
  isFixed: boolean
  isNew: boolean
}

/** The whole definition, in the order in which somebody would explain a measure. */
export function formGroups(asking: Asking): FormGroup[] {
  const fields = fieldsOf(asking.entered, asking.errors)
  return [
    whatItMeasures(fields, asking),
    howItIsJudged(fields),
    howItIsReported(fields, asking),
    whoIsResponsible(fields, asking),
    contributors(fields, asking),
    reliability(fields),
  ]
}

type Fields = ReturnType<typeof fieldsOf>

function whatItMeasures({ line, text, number, radios }: Fields, { isNew }: Asking): FormGroup {
  const reference = line(
    {
      name: 'reference',
      label: 'Reference',
      hint: 'Short, like env-03. It stands in addresses and files, so it cannot be changed later.',
    },
    'govuk-input--width-10',
  )
  return {
    title: 'What it measures',
    fields: [
      ...(isNew ? [reference] : []),
      line({ name: 'title', label: 'Title', hint: 'As the public would say it.' }),
      text({ name: 'definition', label: 'What it counts' }),
      text({ name: 'rationale', label: 'Why it matters' }),
      text({ name: 'goodLooksLike', label: 'What good looks like' }),
      line(
        {
          name: 'unit',
          label: 'Unit',
          hint: 'Like %, £, days or per 1,000 homes. Empty for a plain number.',
        },
        'govuk-input--width-10',
      ),
      number({
        name: 'decimals',
        label: 'Decimal places',
        hint: 'Figures and targets are rounded to these before they are judged.',
      }),
      line({
        name: 'numeratorLabel',
        label: 'What is counted',
        hint: 'If two counts are divided, the upper one: people seen within 4 hours.',
      }),
      line({ name: 'denominatorLabel', label: 'Out of', hint: 'The lower one: people who came.' }),
      number({
        name: 'per',
        label: 'Multiplied by',
        hint: '100 for a percentage, 1,000 for a rate per 1,000, 1 otherwise.',
      }),
      radios(
        {
          name: 'countsPeople',
          label: 'Is each figure itself a number of people or cases?',
          hint: 'If it is, 1 to 4 are shown to the public and to councillors as fewer than 5. Left open, the unit decides.',
        },
        { yes: 'Yes', no: 'No' },
      ),
      radios({ name: 'level', label: 'What kind of thing is it?' }, LEVEL_WORDS),
    ],
  }
}

function howItIsJudged({ radios, number }: Fields): FormGroup {
  return {
    title: 'How it is judged',
    lead: 'A change here judges every earlier figure again too.',
    fields: [
      radios({ name: 'polarity', label: 'Which way is better?' }, POLARITY_WORDS),
      radios({ name: 'toleranceKind', label: 'How is the tolerance counted?' }, TOLERANCE_WORDS),
      number({
        name: 'toleranceSize',
        label: 'Tolerance',
        hint: 'Off target by no more than this is amber; by more is red.',
      }),
    ],
  }
}

const FIXED = 'Cannot be changed, because figures have been entered.'

function howItIsReported(
  { radios, number, tick, day }: Fields,
  { isFixed, isNew }: Asking,
): FormGroup {
  const hint = isFixed ? FIXED : undefined
  return {
    title: 'How it is reported',
    fields: [
      radios({ name: 'frequency', label: 'How often?', hint }, FREQUENCY_WORDS),
      radios({ name: 'shape', label: 'What does a figure cover?', hint }, SHAPE_WORDS),
      radios(
        { name: 'yearToDate', label: 'How is the year to date put together?' },
        YEAR_TO_DATE_WORDS,
      ),
      number({
        name: 'lagDays',
        label: 'Days until figures are due',
        hint: 'Counted from the end of the period.',
      }),
      tick({ name: 'seasonal', label: 'It follows the seasons' }),
      tick({ name: 'neverZero', label: 'It can never be 0' }),
      day({ name: 'startsOn', label: 'In use from' }),
      ...(isNew
        ? []
        : [day({ name: 'retiredOn', label: 'Retired on', hint: 'Its figures stay on record.' })]),
    ],
  }
}

function whoIsResponsible({ select, line }: Fields, { choices }: Asking): FormGroup {
  const organisations = choices.organisations.map(({ slug, name }) => ({ value: slug, text: name }))
  const partnerships = choices.partnerships.map(({ slug, name }) => ({ value: slug, text: name }))
  const outcomes = choices.outcomes.map(({ reference, title, agreement }) => ({
    value: reference,
    text: `${reference} ${title} (${agreement})`,
  }))
  return {
    title: 'Who is responsible',
    fields: [
      select(
        { name: 'leadOrganisationId', label: 'Lead organisation', hint: 'It owes the figures.' },
        [{ value: '', text: 'Select an organisation' }, ...organisations],
      ),
      line({ name: 'owner', label: 'Owner', hint: 'The post that answers for it.' }),
      select({ name: 'partnershipId', label: 'Partnership' }, [
        { value: '', text: 'None' },
        ...partnerships,
      ]),
      select({ name: 'outcomeId', label: 'Outcome' }, [{ value: '', text: 'None' }, ...outcomes]),
    ],
  }
}

function contributors({ select, number }: Fields, { entered, choices }: Asking): FormGroup {
  const organisations = [
    { value: '', text: 'Nobody' },
    ...choices.organisations.map(({ slug, name }) => ({ value: slug, text: name })),
  ]
  const rows = Array.from({ length: rowsShown(entered) }, (_, index) => index + 1)
  return {
    title: 'Who contributes',
    lead: 'Partners whose work moves the figure, with their share in % if it is known.',
    fields: rows.flatMap(place => [
      select({ name: `contributor-${place}`, label: `Contributor ${place}` }, organisations),
      number({ name: `share-${place}`, label: `Share of contributor ${place}, in %` }),
    ]),
  }
}

/** Those there are, and room for two more. */
function rowsShown(entered: Entered): number {
  const used = Array.from({ length: MOST_CONTRIBUTORS }, (_, index) => index + 1).filter(
    place => entered[`contributor-${place}`] || entered[`share-${place}`],
  )
  return Math.min(MOST_CONTRIBUTORS, (used.at(-1) ?? 0) + 2)
}

function reliability({ text, radios, day }: Fields): FormGroup {
  return {
    title: 'How far the figures can be relied on',
    fields: [
      text({ name: 'source', label: 'Source' }, 2),
      radios({ name: 'qualityRating', label: 'Quality of the figures' }, QUALITY_WORDS),
      day({ name: 'reviewedOn', label: 'Last reviewed' }),
      day({ name: 'reviewDueOn', label: 'Next review due' }),
    ],
  }
}
