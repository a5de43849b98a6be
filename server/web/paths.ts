/** Every address in the service, written once. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signInAs: '/sign-in/as/:handle',
  signOut: '/sign-out',
  account: '/account',
  accountPassword: '/account/password',
  accountSession: '/account/sessions/:session/end',
  invitation: '/invitations/:token',
  healthz: '/healthz',
  readyz: '/readyz',

  area: '/:area',
  glossary: '/:area/help/glossary',
  people: '/:area/people',
  person: '/:area/people/:person',
  personRoles: '/:area/people/:person/roles',
  personInvitation: '/:area/people/:person/invitation',
  personSessions: '/:area/people/:person/sessions/end',
  personDisabling: '/:area/people/:person/disabling',
  personEnabling: '/:area/people/:person/enabling',
  audit: '/:area/audit',

  partnerships: '/:area/partnerships',
  partnership: '/:area/partnerships/:partnership',
  partnershipScorecard: '/:area/partnerships/:partnership/scorecard',
  scorecard: '/:area/scorecard',
  scorecardCsv: '/:area/scorecard.csv',
  partnershipScorecardCsv: '/:area/partnerships/:partnership/scorecard.csv',

  agreements: '/:area/agreements',
  agreement: '/:area/agreements/:agreement',
  agreementOutcomes: '/:area/agreements/:agreement/outcomes',
  agreementMeasures: '/:area/agreements/:agreement/measures',

  newIndicator: '/:area/indicators/new',
  indicator: '/:area/indicators/:reference',
  indicatorCsv: '/:area/indicators/:reference.csv',
  definition: '/:area/indicators/:reference/definition',
  editDefinition: '/:area/indicators/:reference/definition/edit',
  breakdowns: '/:area/indicators/:reference/definition/breakdowns',
  breakdown: '/:area/indicators/:reference/definition/breakdowns/:line',
  breakdownRetirement: '/:area/indicators/:reference/definition/breakdowns/:line/retirement',
  targets: '/:area/indicators/:reference/targets',
  indicatorHistory: '/:area/indicators/:reference/history',

  actual: '/:area/indicators/:reference/actuals/:period',
  actualSubmission: '/:area/indicators/:reference/actuals/:period/submission',
  actualApproval: '/:area/indicators/:reference/actuals/:period/approval',
  actualReturn: '/:area/indicators/:reference/actuals/:period/return',
  actualPublication: '/:area/indicators/:reference/actuals/:period/publication',
  actualWithdrawal: '/:area/indicators/:reference/actuals/:period/withdrawal',
  actualRemoval: '/:area/indicators/:reference/actuals/:period/removal',
  returns: '/:area/returns',

  worklist: '/:area/scrutiny',
  worklistCsv: '/:area/scrutiny.csv',
  enquiry: '/:area/scrutiny/enquiries/:reference/:period',
  plan: '/:area/scrutiny/enquiries/:reference/:period/plan',
  planOrder: '/:area/scrutiny/enquiries/:reference/:period/plan/order',
  planQuestion: '/:area/scrutiny/enquiries/:reference/:period/plan/questions/:question',
  friend: '/:area/scrutiny/enquiries/:reference/:period/:friend',
  friendQuestion: '/:area/scrutiny/enquiries/:reference/:period/:friend/questions/:question',
} as const

/** Puts values into an address: `to(paths.indicator, { area: 'kirkdale', reference: 'env-03' })`. */
export function to(path: string, values: Record<string, string> = {}, query?: Query): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name]!))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') asked.set(name, value)
  }
  const text = asked.toString()
  return text === '' ? filled : `${filled}?${text}`
}

type Query = Record<string, string | undefined>
