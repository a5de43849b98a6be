import type { BoroughPlan } from '../borough-plan'
import { DEMONSTRATION_CAST } from '../cast'
import { LIKE_AREAS } from '../kirkdale/benchmarks'
import { REASON_TEXTS } from '../kirkdale/reasons'
import { SALLOW_MEASURES } from './measures'

const TITLE = 'Sallow Together'

/** Kirkdale's neighbour, half its size: enough to be real, and none of Kirkdale's business. */
export const SALLOW: BoroughPlan = {
  slug: 'sallow',
  name: 'Sallow',
  organisations: [
    { code: 'SC', slug: 'sallow-council', name: 'Sallow Council', kind: 'council', duty: true },
    {
      code: 'SHT',
      slug: 'sallow-health-trust',
      name: 'Sallow Health Trust',
      kind: 'health',
      duty: true,
    },
    { code: 'SP', slug: 'sallow-police', name: 'Sallow Police', kind: 'police', duty: true },
    {
      code: 'SVC',
      slug: 'sallow-volunteer-centre',
      name: 'Sallow Volunteer Centre',
      kind: 'voluntary',
      duty: false,
    },
  ],
  people: [
    colleague('Edie Marlow', 'data-officer', 'SC'),
    colleague('Frank Toller', 'approver', 'SC'),
    colleague('Nora Blythe', 'data-officer', 'SHT'),
    colleague('Dr Amir Saleh', 'approver', 'SHT'),
    colleague('Ken Oxley', 'data-officer', 'SP'),
    colleague('Moira Fell', 'approver', 'SP'),
    ...DEMONSTRATION_CAST.filter(({ area }) => area === 'sallow'),
  ],
  partnerships: [
    {
      slug: 'sallow-together',
      name: TITLE,
      parent: null,
      class: 'partnership',
      reason: 'Four bodies take joint decisions on shared targets.',
      purpose: 'To make Sallow a good place to grow up and grow old.',
      lead: 'SC',
      chair: 'Cllr Joyce Renwick',
      stage: 'results',
      budget: 300_000,
      started: -2000,
      reviewedBy: 'Sam Pike',
      reviewed: -120,
      reviewDue: 245,
      members: ['SHT', 'SP', 'SVC'],
      scores: { SC: 3.9, SHT: 3.6, SP: 3.7, SVC: 3.1 },
    },
  ],
  agreement: {
    slug: 'sallow-plan',
    title: 'The Sallow Plan',
    fromYear: -1,
    toYear: 1,
    clauses: [
      {
        reference: '3',
        wording:
          'Any measure red in three periods running comes to the partnership’s next meeting.',
      },
    ],
    outcomes: [
      { reference: 'S1', title: 'People are safe', parent: null },
      { reference: 'S2', title: 'People are well', parent: null },
      { reference: 'S3', title: 'A good home in a clean place', parent: null },
      { reference: 'S4', title: 'A start in life and work', parent: null },
    ],
    priorities: [
      { reference: 'SC1', organisation: 'SC', title: 'Fewer homes flooded', outcome: 'S3' },
    ],
  },
  themes: [SALLOW_MEASURES],
  reasonTexts: REASON_TEXTS,
  breakdowns: [],
  forecasts: [
    { reference: 'env-03', optimism: 0, scatter: 1, width: 2 },
    { reference: 'hc-12', optimism: 1.5, scatter: 0.6, width: 1 },
  ],
  actions: [
    {
      reference: 'hc-12',
      organisation: 'SHT',
      title: 'Vaccine bus to the estates',
      owner: 'Director of Public Health',
      starts: -100,
      due: 50,
      effect: 1.5,
      status: 'under-way',
      progress: 'Out two days a week.',
    },
  ],
  risks: [
    {
      reference: 'hc-12',
      title: 'A rumour about the vaccine spreads',
      likelihood: 3,
      impact: 4,
      mitigation: 'Doctors speak at schools',
      owner: 'Director of Public Health',
      reviewed: -60,
    },
  ],
  links: [
    {
      from: 'hou-05',
      to: 'hc-07',
      kind: 'companion',
      sign: -1,
      strength: 'weak',
      lag: 0,
      evidence: 'Full care homes hold people in hospital.',
    },
  ],
  partnerLinks: [],
  assessments: [],
  budgets: [
    {
      reference: 'env-03',
      years: [
        [1_900_000, 1_870_000, 58],
        [1_950_000, 940_000, 57],
      ],
    },
  ],
  benchmarks: [{ reference: 'env-03', middle: 44, spread: 4 }],
  likeAreas: LIKE_AREAS,
  responsibilities: [
    {
      reference: 'hc-12',
      role: 'lead-officer',
      person: 'Nora Blythe',
      organisation: 'SHT',
      since: -300,
    },
  ],
  triggers: [],
  assumptions: [],
  scrutiny: {
    committees: [
      {
        slug: 'overview',
        name: 'Sallow Overview Committee',
        remit: 'Everything.',
        members: [['sam', 'chair']],
        partnerships: ['sallow-together'],
        meetings: [
          { held: -70, title: 'First quarter' },
          { held: 24, title: 'Second quarter' },
        ],
      },
    ],
    answers: [],
    recommendations: [],
    enquiry: null,
  },
}

function colleague(name: string, role: 'data-officer' | 'approver', organisation: string) {
  const mailbox = name.toLowerCase().replace(/^dr /, '').replace(/ /g, '.')
  return {
    handle: null,
    name,
    email: `${mailbox}@${organisation.toLowerCase()}.sallow.example`,
    roles: [role],
    organisation,
  }
}
