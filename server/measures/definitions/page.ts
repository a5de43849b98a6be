import { formatDate } from '../../domain/format'
import { periodLabel, periodStarting } from '../../domain/period'
import { may } from '../../domain/permissions'
import type { Visit } from '../../people/visit'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import { type Names, SECTIONS } from './fields'
import type { DefinitionRecord } from './queries'
import { snapshotOf } from './snapshot'

const NOT_SAID = 'Not said yet'

/** Left out altogether where there is nothing to say: their absence says nothing is missing. */
const ONLY_IF_SAID = new Set(['Counted', 'Out of', 'Multiplied by', 'In use from', 'Retired'])

export function definitionPage(
  { area, calendar, actor, today }: Visit,
  record: DefinitionRecord,
  names: Names,
) {
  const values = { area: area.slug, reference: record.reference }
  const snapshot = snapshotOf(record, record.contributors)

  return {
    title: `Definition: ${record.title}`,
    trail: [
      { text: area.name, href: to(paths.scorecard, values) },
      { text: record.title, href: to(paths.indicator, values) },
      { text: 'Definition' },
    ],
    heading: record.title,
    sub: `${record.reference} · version ${record.version} of the definition`,
    review: reviewOf(record, today),
    sections: SECTIONS.map(({ title, fields }) => ({
      title,
      facts: fields
        .map(({ label, say }) => ({ label, text: say(snapshot, names) ?? '' }))
        .filter(({ label, text }) => label !== 'Title' && (text !== '' || !ONLY_IF_SAID.has(label)))
        .map(({ label, text }) => ({ label, text: text || NOT_SAID, isSaid: text !== '' })),
    })),
    breaks: record.breaks.map(({ starts, note }) => ({
      label: periodLabel(periodStarting(starts, record.frequency, calendar), calendar),
      note,
    })),
    edit: may(actor, 'indicators.edit') ? to(paths.editDefinition, values) : null,
    links: [
      { text: 'Figures', href: to(paths.indicator, values) },
      ...(may(actor, 'register.read')
        ? [{ text: 'Targets', href: to(paths.targets, values) }]
        : []),
      ...(may(actor, 'indicators.edit')
        ? [{ text: 'Breakdowns', href: to(paths.breakdowns, values) }]
        : []),
      { text: 'History of changes', href: to(paths.indicatorHistory, values) },
    ],
  } satisfies Page & Record<string, unknown>
}

function reviewOf({ reviewDueOn, retiredOn }: DefinitionRecord, today: string): string | null {
  if (retiredOn !== null && retiredOn <= today) {
    return `This measure was retired on ${formatDate(retiredOn)}. Its figures stay on record.`
  }
  if (reviewDueOn === null || reviewDueOn >= today) return null
  return `This definition was due to be reviewed by ${formatDate(reviewDueOn)}.`
}
