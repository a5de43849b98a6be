import type { AssumptionPlan, TriggerPlan } from '../borough-plan'

export const TRIGGERS: readonly TriggerPlan[] = [
  {
    reference: 'hc-07',
    condition: 'Below 75% in four quarters running',
    consequence: 'The board calls a review under clause 7 of the agreement.',
  },
  {
    reference: 'hc-07',
    condition: 'Below 65% in any quarter',
    consequence: 'The chief executives of the trust and the council meet within two weeks.',
    pulled: -1130,
  },
  {
    reference: 'saf-02',
    condition: 'No figure for two quarters',
    consequence: 'The board’s chair writes to the police and crime lead.',
  },
  {
    reference: 'env-03',
    condition: 'Below 46% in a quarter',
    consequence: 'The contract with the sorting plant is opened again.',
  },
  {
    reference: 'cyp-08',
    condition: 'Over 55 days in two quarters running',
    consequence: 'The board moves £150,000 from its reserve.',
  },
  {
    reference: 'hou-02',
    condition: 'Over 220 households in two quarters running',
    consequence: 'The executive receives a report at its next meeting.',
    pulled: -60,
  },
  {
    reference: 'cyp-05',
    condition: 'Below 90% in three months running',
    consequence: 'Agency cover is bought without further authority.',
    pulled: -410,
  },
]

export const ASSUMPTIONS: readonly AssumptionPlan[] = [
  {
    reference: 'hc-07',
    statement: 'Arrivals grow by no more than 2% a year.',
    owner: 'Director of Operations',
    test: 'Compare with the monthly count of arrivals.',
  },
  {
    reference: 'hc-07',
    statement: 'All five sites send their sample in full.',
    owner: 'Grace Adair',
    test: 'Count the returns before the figure is made up.',
  },
  { reference: 'hc-07', statement: 'Late discharges do not rise.', owner: '', test: '' },
  {
    reference: 'env-03',
    statement: 'The sorting plant takes every load.',
    owner: 'Waste Services Manager',
    test: 'Loads turned away, each week.',
  },
  {
    reference: 'env-03',
    statement: 'Three homes in four use the food waste round.',
    owner: 'Waste Services Manager',
    test: 'Bins put out in a sample of twelve streets.',
  },
  {
    reference: 'saf-02',
    statement: 'Gates move burglary away rather than round the corner.',
    owner: 'Inspector Colin Reeve',
    test: 'Compare gated streets with those beside them.',
  },
  {
    reference: 'cyp-04',
    statement: 'Calls at ten bring half of the absent back next day.',
    owner: 'Head of Education Welfare',
    test: 'Registers of the first 31 schools.',
  },
  { reference: 'cyp-08', statement: 'Referrals level off.', owner: '', test: 'Referrals a week.' },
  {
    reference: 'hou-02',
    statement: 'Homes can still be bought for £145,000.',
    owner: 'Head of Housing Strategy',
    test: 'Last ten purchases.',
  },
  {
    reference: 'adu-03',
    statement: 'Two of the eight beds stay free for weekends.',
    owner: 'Head of Adult Care',
    test: 'Bed use by day of the week.',
  },
]
