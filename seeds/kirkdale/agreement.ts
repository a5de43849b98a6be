import type { AgreementPlan } from '../borough-plan'

export const AGREEMENT: AgreementPlan = {
  slug: 'local-area-agreement',
  title: 'Kirkdale Local Area Agreement',
  fromYear: -1,
  toYear: 1,
  clauses: [
    {
      reference: '4.2',
      wording:
        'Each partner sends its figures within the days set for the measure, and names a person who answers for them.',
    },
    {
      reference: '5.1',
      wording:
        'Reward is paid in proportion once 60% of the agreed stretch has been reached, and not below that.',
    },
    {
      reference: '7',
      wording:
        'The board may call a review of any measure that is red in four periods running. The lead partner takes part and meets half the cost.',
      lastUsed: -620,
    },
    {
      reference: '7.3',
      wording: 'After a review the board may move the lead to another partner for a year.',
    },
    {
      reference: '9',
      wording: 'A partner that leaves gives six months’ notice and hands over its records.',
      lastUsed: -1060,
    },
  ],
  outcomes: [
    { reference: 'CYP', title: 'Children and young people', parent: null },
    {
      reference: 'CYP1',
      title: 'Children and young people learn and go on to work',
      parent: 'CYP',
    },
    { reference: 'CYP2', title: 'Children are safe and have a home that lasts', parent: 'CYP' },
    {
      reference: 'CYP3',
      title: 'Children are well, and no child is held back by being poor',
      parent: 'CYP',
    },
    { reference: 'SSC', title: 'Safer and stronger communities', parent: null },
    { reference: 'SSC1', title: 'People are safe, and feel it', parent: 'SSC' },
    { reference: 'SSC2', title: 'Fewer people offend, and fewer offend again', parent: 'SSC' },
    { reference: 'SSC3', title: 'Fewer people are hurt on the roads and in fires', parent: 'SSC' },
    { reference: 'HCO', title: 'Healthier communities and older people', parent: null },
    { reference: 'HCO1', title: 'People live longer and in better health', parent: 'HCO' },
    {
      reference: 'HCO2',
      title: 'Care comes when it is needed, at home where it can',
      parent: 'HCO',
    },
    { reference: 'HCO3', title: 'Everyone has a decent home', parent: 'HCO' },
    { reference: 'EDE', title: 'Economic development and environment', parent: null },
    { reference: 'EDE1', title: 'Businesses start, stay and grow', parent: 'EDE' },
    { reference: 'EDE2', title: 'People have the skills that local work asks for', parent: 'EDE' },
    { reference: 'EDE3', title: 'Kirkdale is clean, green and easy to get about', parent: 'EDE' },
  ],
  priorities: [
    {
      reference: 'KC1',
      organisation: 'KC',
      title: 'Homes and help for those with least',
      outcome: 'HCO3',
    },
    {
      reference: 'KC2',
      organisation: 'KC',
      title: 'A town centre worth the journey',
      outcome: 'EDE1',
    },
    { reference: 'KC3', organisation: 'KC', title: 'Clean streets, less waste', outcome: 'EDE3' },
    {
      reference: 'KC4',
      organisation: 'KC',
      title: 'Every child ready for the next step',
      outcome: 'CYP1',
    },
    {
      reference: 'KHT1',
      organisation: 'KHT',
      title: 'Close the gap in life span between wards',
      outcome: 'HCO1',
    },
    {
      reference: 'KHT2',
      organisation: 'KHT',
      title: 'Nobody waits longer than is safe',
      outcome: 'HCO2',
    },
    { reference: 'KP1', organisation: 'KP', title: 'Fewer victims', outcome: 'SSC1' },
    { reference: 'KFR1', organisation: 'KFR', title: 'No deaths in house fires', outcome: 'SSC3' },
    {
      reference: 'KCO1',
      organisation: 'KCO',
      title: 'A first qualification for everybody',
      outcome: 'EDE2',
    },
    {
      reference: 'KH1',
      organisation: 'KH',
      title: 'Two hundred new homes a year',
      outcome: 'HCO3',
    },
    { reference: 'KCC1', organisation: 'KCC', title: 'Fewer empty shops', outcome: 'EDE1' },
    {
      reference: 'KVA1',
      organisation: 'KVA',
      title: 'A voluntary seat on every board',
      outcome: null,
    },
  ],
}
