import type { AssessmentPlan } from '../borough-plan'

export const ASSESSMENTS: readonly AssessmentPlan[] = [
  {
    reference: 'hc-07',
    kind: 'equalities',
    assessed: -760,
    finding: 'Older people wait longest. No count by disability has ever been made.',
    assessor: 'Health trust equalities lead',
  },
  {
    reference: 'hc-07',
    kind: 'efficiency',
    assessed: -210,
    finding:
      'Cost per person seen has risen 15% in three years while the share seen in time has not moved.',
    assessor: 'Health trust finance',
  },
  {
    reference: 'env-03',
    kind: 'sustainability',
    assessed: -140,
    finding: 'Each point of recycling lost puts some 730 tonnes a year into the incinerator.',
    assessor: 'Climate officer',
  },
  {
    reference: 'env-03',
    kind: 'efficiency',
    assessed: -140,
    finding:
      'Sorting costs less than burning until loads are turned away; then it costs twice as much.',
    assessor: 'Council finance',
  },
  {
    reference: 'saf-02',
    kind: 'equalities',
    assessed: -500,
    finding: 'Tenants are burgled twice as often as owners.',
    assessor: 'Police equality officer',
  },
  {
    reference: 'cyp-04',
    kind: 'equalities',
    assessed: -95,
    finding: 'Gypsy and Traveller pupils are three times as likely to be often absent.',
    assessor: 'Council equalities team',
  },
  {
    reference: 'cyp-11',
    kind: 'equalities',
    assessed: -60,
    finding:
      'Young people from mixed and Black backgrounds are over-represented; numbers are small.',
    assessor: 'Council equalities team',
  },
  {
    reference: 'hou-02',
    kind: 'equalities',
    assessed: -45,
    finding: 'Six placements in ten are families with children.',
    assessor: 'Council equalities team',
  },
  {
    reference: 'hou-02',
    kind: 'efficiency',
    assessed: -45,
    finding: 'A hotel room costs three times a leased home.',
    assessor: 'Council finance',
  },
  {
    reference: 'hou-06',
    kind: 'sustainability',
    assessed: -230,
    finding: 'Saves about 1.1 tonnes of carbon a home each year.',
    assessor: 'Climate officer',
  },
  {
    reference: 'adu-03',
    kind: 'efficiency',
    assessed: -120,
    finding: 'Eight step-down beds would pay for themselves in five months.',
    assessor: 'Health trust finance',
  },
]
