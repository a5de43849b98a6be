import { capitalised, listOf } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, counted, sharpened, titled } from '../wording'
import { type BreakdownsElsewhere, findBreakdownsElsewhere } from './queries'

export const noBreakdown = evidence('W0', findBreakdownsElsewhere, showNoBreakdown)

export function showNoBreakdown(subject: Subject, held: BreakdownsElsewhere): Exhibit {
  const { places, groups, partners, sameLead } = held
  const example = sameLead[0]
  return exhibit({
    missing: true,
    finding: 'No figures by place, group or partner are held for this measure',
    sharpened: sharpened(
      [
        'No figures by place, group or partner are held for this.',
        example
          ? `${subject.lead.name} gives them for ${titled(example.title)}.`
          : places > 0
            ? `${capitalised(counted(places, 'other measure'))} in ${subject.area.name} ${places === 1 ? 'has' : 'have'} them by place.`
            : null,
      ],
      'Why don’t we know where?',
    ),
    facts: factsOf({
      'Measures here with figures by place': String(places),
      'By group': String(groups),
      'By partner': String(partners),
      [`${subject.lead.name} gives them by place for`]:
        sameLead.length > 0 && listOf(sameLead.slice(0, 4).map(({ title }) => title)),
    }),
    source: asHeld(subject, `the measures of ${subject.area.name}`),
  })
}
