import type { BreakdownPlan, PartPlan } from '../borough-plan'

type Ward = readonly [key: string, label: string, share: number]

/** Share of the borough's people. */
const WARDS: readonly Ward[] = [
  ['ashbeck', 'Ashbeck', 13],
  ['beckside', 'Beckside', 12],
  ['castle-rise', 'Castle Rise', 10],
  ['dyers-green', 'Dyer’s Green', 12],
  ['fellgate', 'Fellgate', 9],
  ['highmoor', 'Highmoor', 8],
  ['kirk-cross', 'Kirk Cross', 15],
  ['mill-bank', 'Mill Bank', 11],
  ['northway', 'Northway', 10],
]

/** Spending and staff that follow old habits more than need: see where the shortfall is. */
const BY_HABIT = {
  ashbeck: [310, 6],
  beckside: [120, 2],
  'castle-rise': [340, 7],
  'dyers-green': [260, 5],
  fellgate: [230, 4.5],
  highmoor: [290, 6],
  'kirk-cross': [90, 2],
  'mill-bank': [210, 4],
  northway: [180, 3.5],
} as const

const AGES: readonly PartPlan[] = [
  { key: 'under-16', label: 'Under 16', share: 22, tilt: 1.14 },
  { key: '16-64', label: '16 to 64', share: 47, tilt: 1.03 },
  { key: '65-and-over', label: '65 and over', share: 31, tilt: 0.85 },
]

const BACKGROUNDS: readonly PartPlan[] = [
  { key: 'white', label: 'White', share: 79, tilt: 0.94 },
  { key: 'asian', label: 'Asian', share: 14, tilt: 1.05 },
  { key: 'black', label: 'Black', share: 3, tilt: 1.4 },
  { key: 'mixed', label: 'Mixed', share: 3.4, tilt: 1.5 },
  { key: 'traveller', label: 'Gypsy or Traveller', share: 0.6, tilt: 3.1 },
]

export const BREAKDOWNS: readonly BreakdownPlan[] = [
  { reference: 'env-02', kind: 'place', parts: byWard([0.8, 1.5, 0.6, 1, 0.7, 0.6, 1.7, 1, 0.8]) },
  {
    reference: 'env-03',
    kind: 'place',
    parts: byWard([1.08, 0.86, 1.1, 1.02, 1.05, 1.12, 0.78, 1.04, 1.06]),
    spending: BY_HABIT,
  },
  {
    reference: 'hc-07',
    kind: 'place',
    parts: byWard([1.04, 0.9, 1.12, 1.02, 1.05, 1.14, 0.85, 0.98, 1]),
    spending: BY_HABIT,
  },
  { reference: 'hc-07', kind: 'group', parts: AGES },
  {
    reference: 'hc-01',
    kind: 'partner',
    parts: [
      { key: 'KHT', label: 'Kirkdale Health Trust', share: 80, tilt: 1, organisation: 'KHT' },
      { key: 'KVA', label: 'Kirkdale Voluntary Action', share: 20, tilt: 1, organisation: 'KVA' },
    ],
  },
  {
    reference: 'hc-09',
    kind: 'partner',
    parts: [
      { key: 'KHT', label: 'Kirkdale Health Trust', share: 52, tilt: 1.08, organisation: 'KHT' },
      { key: 'KPS', label: 'Kirkdale Probation', share: 25, tilt: 0.76, organisation: 'KPS' },
      { key: 'AHP', label: 'Ash Hill Project', share: 23, tilt: 1.08, organisation: 'AHP' },
    ],
  },
  {
    reference: 'saf-02',
    kind: 'place',
    parts: byWard([0.7, 1.6, 0.5, 0.9, 0.8, 0.5, 1.8, 1, 0.8]),
    spending: BY_HABIT,
  },
  {
    reference: 'saf-06',
    kind: 'place',
    parts: byWard([1, 1.1, 0.7, 0.9, 1.2, 1.3, 1.4, 0.9, 0.7]),
  },
  {
    reference: 'saf-06',
    kind: 'group',
    parts: [
      { key: 'on-foot', label: 'On foot', share: 34, tilt: 1 },
      { key: 'cycling', label: 'Cycling', share: 17, tilt: 1 },
      { key: 'motorcycle', label: 'On a motorcycle', share: 19, tilt: 1 },
      { key: 'in-a-car', label: 'In a car', share: 30, tilt: 1 },
    ],
  },
  {
    reference: 'saf-09',
    kind: 'place',
    parts: byWard([0.8, 1.4, 0.6, 1, 0.9, 0.5, 1.6, 1.1, 0.8]),
  },
  { reference: 'cyp-04', kind: 'place', parts: byWard([0.8, 1.4, 0.7, 1, 0.9, 0.6, 1.5, 1, 0.9]) },
  { reference: 'cyp-04', kind: 'group', parts: BACKGROUNDS },
  {
    reference: 'cyp-11',
    kind: 'place',
    parts: byWard([0.8, 1.5, 0.5, 1, 0.9, 0.5, 1.7, 1.1, 0.7]),
  },
  { reference: 'cyp-11', kind: 'group', parts: BACKGROUNDS },
  {
    reference: 'hou-02',
    kind: 'group',
    parts: [
      { key: 'with-children', label: 'With children', share: 58, tilt: 1 },
      { key: 'couples', label: 'Couples without children', share: 9, tilt: 1 },
      { key: 'single', label: 'Single people', share: 32, tilt: 1 },
      { key: 'sixteen-or-seventeen', label: 'Aged 16 or 17', share: 1.4, tilt: 1 },
    ],
  },
  {
    reference: 'hou-03',
    kind: 'partner',
    parts: [
      { key: 'KH', label: 'Kirkdale Homes', share: 74, tilt: 1.02, organisation: 'KH' },
      { key: 'BH', label: 'Beckside Homes', share: 26, tilt: 0.94, organisation: 'BH', until: 10 },
    ],
  },
  {
    reference: 'adu-03',
    kind: 'partner',
    parts: [
      { key: 'KHT', label: 'Kirkdale Health Trust', share: 50, tilt: 0.86, organisation: 'KHT' },
      { key: 'KC', label: 'Kirkdale Council', share: 50, tilt: 1.14, organisation: 'KC' },
    ],
  },
  {
    reference: 'adu-05',
    kind: 'group',
    parts: [
      { key: 'under-25', label: 'Carers under 25', share: 8, tilt: 0.7 },
      { key: '25-64', label: 'Carers of 25 to 64', share: 58, tilt: 0.98 },
      { key: '65-and-over', label: 'Carers of 65 and over', share: 34, tilt: 1.1 },
    ],
  },
]

function byWard(tilts: readonly number[]): PartPlan[] {
  return WARDS.map(([key, label, share], at) => ({ key, label, share, tilt: tilts[at]! }))
}
