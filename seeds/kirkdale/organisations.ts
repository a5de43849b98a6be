import { DEMONSTRATION_CAST, type PersonPlan } from '../cast'
import type { OrganisationPlan } from '../borough-plan'

export const ORGANISATIONS: readonly OrganisationPlan[] = [
  { code: 'KC', slug: 'kirkdale-council', name: 'Kirkdale Council', kind: 'council', duty: true },
  {
    code: 'KHT',
    slug: 'kirkdale-health-trust',
    name: 'Kirkdale Health Trust',
    kind: 'health',
    duty: true,
  },
  { code: 'KP', slug: 'kirkdale-police', name: 'Kirkdale Police', kind: 'police', duty: true },
  {
    code: 'KFR',
    slug: 'kirkdale-fire-and-rescue',
    name: 'Kirkdale Fire and Rescue',
    kind: 'fire',
    duty: true,
  },
  {
    code: 'KPS',
    slug: 'kirkdale-probation',
    name: 'Kirkdale Probation',
    kind: 'probation',
    duty: true,
  },
  { code: 'KCO', slug: 'kirkdale-college', name: 'Kirkdale College', kind: 'college', duty: false },
  { code: 'KH', slug: 'kirkdale-homes', name: 'Kirkdale Homes', kind: 'housing', duty: false },
  {
    code: 'KVA',
    slug: 'kirkdale-voluntary-action',
    name: 'Kirkdale Voluntary Action',
    kind: 'voluntary',
    duty: false,
  },
  {
    code: 'AHP',
    slug: 'ash-hill-project',
    name: 'Ash Hill Project',
    kind: 'voluntary',
    duty: false,
  },
  {
    code: 'KCC',
    slug: 'kirkdale-chamber-of-commerce',
    name: 'Kirkdale Chamber of Commerce',
    kind: 'business',
    duty: false,
  },
  { code: 'DB', slug: 'dale-buses', name: 'Dale Buses', kind: 'transport', duty: false },
  {
    code: 'BH',
    slug: 'beckside-homes',
    name: 'Beckside Homes',
    kind: 'housing',
    duty: false,
    ended: -880,
    successor: 'KH',
  },
]

/** Those who enter and sign off the partners' figures, besides the cast. */
const COLLEAGUES: readonly (readonly [
  name: string,
  role: 'data-officer' | 'approver',
  code: string,
])[] = [
  ['Joan Tranter', 'approver', 'KP'],
  ['Grace Adair', 'data-officer', 'KHT'],
  ['Dr Hema Patel', 'approver', 'KHT'],
  ['Liam Drury', 'data-officer', 'KFR'],
  ['Carol Stead', 'approver', 'KFR'],
  ['Nadia Hussain', 'data-officer', 'KPS'],
  ['Peter Lund', 'approver', 'KPS'],
  ['Wendy Marsh', 'data-officer', 'KCO'],
  ['Idris Vaughan', 'approver', 'KCO'],
  ['Tom Bexley', 'data-officer', 'KH'],
  ['Sandra Kyle', 'approver', 'KH'],
  ['Maya Lindley', 'data-officer', 'KVA'],
  ['George Otway', 'approver', 'KVA'],
  ['Ffion Reece', 'data-officer', 'AHP'],
  ['Martin Sowden', 'approver', 'AHP'],
  ['Zara Iqbal', 'data-officer', 'KCC'],
  ['Hugh Dallow', 'approver', 'KCC'],
  ['Neil Garside', 'data-officer', 'DB'],
  ['Anne Thwaite', 'approver', 'DB'],
  ['Bev Cartwright', 'data-officer', 'BH'],
  ['Roy Hepburn', 'approver', 'BH'],
  ['Ruth Calder', 'data-officer', 'KC'],
]

export const PEOPLE: readonly PersonPlan[] = [
  ...DEMONSTRATION_CAST.filter(({ area }) => area === 'kirkdale'),
  ...COLLEAGUES.map(([name, role, organisation]) => ({
    handle: null,
    name,
    email: `${name.toLowerCase().replace(/^dr /, '').replace(/ /g, '.')}@${organisation.toLowerCase()}.kirkdale.example`,
    roles: [role],
    organisation,
  })),
]
