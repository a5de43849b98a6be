import type { BoroughPlan } from '../borough-plan'
import { BOROUGH_ACTIONS } from './actions-borough'
import { HEALTH_AND_CARE_ACTIONS } from './actions-health'
import { AGREEMENT } from './agreement'
import { ASSESSMENTS } from './assessments'
import { BENCHMARKS, LIKE_AREAS } from './benchmarks'
import { BREAKDOWNS } from './breakdowns'
import { FORECASTS } from './forecasts'
import { LINKS } from './links'
import { ADULTS } from './measures-adults'
import { CHILDREN } from './measures-children'
import { CRIME } from './measures-crime'
import { ECONOMY } from './measures-economy'
import { ENVIRONMENT } from './measures-environment'
import { HEALTH } from './measures-health'
import { HOMES } from './measures-homes'
import { SAFETY } from './measures-safety'
import { BUDGETS } from './money'
import { ORGANISATIONS, PEOPLE } from './organisations'
import { PARTNER_LINKS } from './partner-links'
import { PARTNERSHIPS } from './partnerships'
import { REASON_TEXTS } from './reasons'
import { RESPONSIBILITIES } from './responsibilities'
import { RISKS } from './risks'
import { SCRUTINY } from './scrutiny'
import { ASSUMPTIONS, TRIGGERS } from './triggers'

/** A borough of about 180,000 people and nine wards, with a market town in its middle. */
export const KIRKDALE: BoroughPlan = {
  slug: 'kirkdale',
  name: 'Kirkdale',
  organisations: ORGANISATIONS,
  people: PEOPLE,
  partnerships: PARTNERSHIPS,
  agreement: AGREEMENT,
  themes: [ENVIRONMENT, ECONOMY, HEALTH, CRIME, SAFETY, CHILDREN, HOMES, ADULTS],
  reasonTexts: REASON_TEXTS,
  breakdowns: BREAKDOWNS,
  forecasts: FORECASTS,
  actions: [...HEALTH_AND_CARE_ACTIONS, ...BOROUGH_ACTIONS],
  risks: RISKS,
  links: LINKS,
  partnerLinks: PARTNER_LINKS,
  assessments: ASSESSMENTS,
  budgets: BUDGETS,
  benchmarks: BENCHMARKS,
  likeAreas: LIKE_AREAS,
  responsibilities: RESPONSIBILITIES,
  triggers: TRIGGERS,
  assumptions: ASSUMPTIONS,
  scrutiny: SCRUTINY,
}
