import type { ReasonCode } from '../../server/domain/figure'

/** What officers write beside the code, in their own words. */
export const REASON_TEXTS: Readonly<Record<ReasonCode, readonly string[]>> = {
  staffing: [
    'Four of eleven posts were vacant for most of the period; agency cover came late.',
    'Sickness ran at twice the usual rate and two experienced staff left.',
    'Recruitment closed with no one to appoint. It is being run again.',
  ],
  demand: [
    'Demand was about a tenth higher than planned for.',
    'More people came, and more of them had several needs at once.',
    'Referrals rose again while capacity stayed as it was.',
  ],
  funding: [
    'The grant was confirmed three months late, so the work began late.',
    'One of two funders withdrew at the end of last year.',
  ],
  process: [
    'Cases wait between teams: half the time is spent in a queue.',
    'The new booking system sent people to the wrong place for five weeks.',
  ],
  partner: [
    'A partner’s part of the work was not in place until the last month.',
    'Information needed from another organisation came after the deadline.',
  ],
  supplier: [
    'The sorting plant turned loads away for nine weeks, and no other plant was under contract.',
    'The contractor changed rounds without notice; penalties have been applied.',
    'Materials were delivered late on two sites.',
  ],
  data: ['Two returns were missing when the figure was made up.'],
  'weather-or-season': [
    'The dark and wet months are always the worst of the year.',
    'Snow and ice for two weeks, which the target does not allow for.',
  ],
  'policy-change': [
    'The national rules changed in mid-year and more cases now count.',
    'A new charge took effect and people stayed away at first.',
  ],
  target: ['The target was set before the service was cut back and has not been looked at since.'],
  'one-off': [
    'A single serious event accounts for most of the difference.',
    'Three cases from one street, now resolved.',
  ],
  other: ['Several small causes, none of them large enough to name.'],
}
