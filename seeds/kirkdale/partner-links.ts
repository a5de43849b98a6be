import type { PartnerLinkPlan } from '../borough-plan'

export const PARTNER_LINKS: readonly PartnerLinkPlan[] = [
  {
    reference: 'hc-07',
    organisation: 'KFR',
    effect: 'Crews wait with patients when ambulances cannot unload.',
    lastContact: -190,
  },
  {
    reference: 'hc-07',
    organisation: 'KC',
    effect: 'Late discharges hold the beds that A&E needs.',
    lastContact: -24,
  },
  {
    reference: 'hc-07',
    organisation: 'KVA',
    effect: 'Drivers who take people home are not called before eight in the evening.',
    lastContact: null,
  },
  {
    reference: 'saf-02',
    organisation: 'KH',
    effect: 'Repairs to doors and windows cost £210,000 a year.',
    lastContact: -65,
  },
  {
    reference: 'saf-02',
    organisation: 'KCC',
    effect: 'Insurance rises for shops in the same streets.',
    lastContact: null,
  },
  {
    reference: 'env-03',
    organisation: 'KH',
    effect: 'Flats have nowhere to sort waste.',
    lastContact: -400,
  },
  {
    reference: 'env-03',
    organisation: 'KCO',
    effect: 'The college’s apprentices lose placements at the plant.',
    lastContact: -120,
  },
  {
    reference: 'cyp-04',
    organisation: 'KP',
    effect: 'Officers meet absent pupils in the town centre by day.',
    lastContact: -48,
  },
  {
    reference: 'cyp-08',
    organisation: 'KC',
    effect: 'Schools exclude children who are waiting for help.',
    lastContact: -30,
  },
  {
    reference: 'hou-02',
    organisation: 'AHP',
    effect: 'The night shelter is full of people with nowhere to move to.',
    lastContact: -14,
  },
  {
    reference: 'adu-03',
    organisation: 'KVA',
    effect: 'Home-from-hospital visits stand idle for want of referrals.',
    lastContact: -210,
  },
]
