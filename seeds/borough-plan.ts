import type { tables } from '../server/database/tables'
import type { ReasonCode } from '../server/domain/figure'
import type { PersonPlan } from './cast'
import type { ThemePlan } from './measure-plan'
import type { ScrutinyPlan } from './scrutiny-plan'

type Choice<Table extends keyof typeof tables, Column extends string> =
  (typeof tables)[Table]['shape'] extends Record<Column, { _output: infer Value }> ? Value : never

/** Days from today: negative has been, positive is to come. */
export type Days = number

export interface OrganisationPlan {
  readonly code: string
  readonly slug: string
  readonly name: string
  readonly kind: string
  readonly duty: boolean
  readonly ended?: Days
  readonly successor?: string
}

export interface PartnershipPlan {
  readonly slug: string
  readonly name: string
  readonly parent: string | null
  readonly class: Choice<'partnerships', 'governanceClass'>
  readonly reason: string
  readonly purpose: string
  readonly lead: string
  readonly chair: string
  readonly stage: Choice<'partnerships', 'stage'>
  readonly budget: number | null
  readonly started: Days
  readonly ends?: Days
  readonly reviewedBy?: string
  readonly reviewed?: Days
  readonly reviewDue?: Days
  /** The lead is a member anyway. */
  readonly members: readonly string[]
  readonly contributors?: readonly string[]
  /** Members who scored it, and how kindly: around so many of five. */
  readonly scores?: Readonly<Record<string, number>>
}

export interface AgreementPlan {
  readonly slug: string
  readonly title: string
  /** Years of the area before (negative) or after the present one; the end is included. */
  readonly fromYear: number
  readonly toYear: number
  readonly clauses: readonly { reference: string; wording: string; lastUsed?: Days }[]
  readonly outcomes: readonly { reference: string; title: string; parent: string | null }[]
  readonly priorities: readonly {
    reference: string
    organisation: string
    title: string
    outcome: string | null
  }[]
}

export interface PartPlan {
  readonly key: string
  readonly label: string
  /** Of the cases; need not add up to 1. */
  readonly share: number
  /** How its rate stands to the whole's: 1 is the same. */
  readonly tilt: number
  /** Who sends it, if not the lead. */
  readonly organisation?: string
  /** The last period it had a part in. */
  readonly until?: number
}

export interface BreakdownPlan {
  readonly reference: string
  readonly kind: 'place' | 'group' | 'partner'
  readonly parts: readonly PartPlan[]
  /** Yearly spending by part, in thousands of pounds, for those who keep it. */
  readonly spending?: Readonly<Record<string, readonly [spend: number, staff: number]>>
}

/** Forecasts that came out too good by `optimism`, give or take `scatter`, with `width` either way. */
export interface ForecastPlan {
  readonly reference: string
  readonly optimism: number
  readonly scatter: number
  readonly width: number
  readonly made?: number
}

export interface ActionPlan {
  readonly reference: string
  readonly organisation: string
  readonly title: string
  readonly owner: string
  readonly starts: Days
  readonly due: Days
  readonly done?: Days
  readonly effect: number | null
  readonly status: Choice<'actions', 'status'>
  readonly progress: string
  readonly promised?: true
  /** Title, first due, due now, done. */
  readonly milestones?: readonly (readonly [string, Days, Days, Days?])[]
}

export interface RiskPlan {
  readonly reference: string
  readonly title: string
  readonly likelihood: number
  readonly impact: number
  readonly mitigation: string
  readonly owner: string
  readonly reviewed: Days | null
  readonly closed?: Days
}

export interface LinkPlan {
  readonly from: string
  readonly to: string
  readonly kind: Choice<'links', 'kind'>
  readonly sign: 1 | -1
  readonly strength: Choice<'links', 'strength'>
  readonly lag: number
  readonly evidence: string
}

export interface PartnerLinkPlan {
  readonly reference: string
  readonly organisation: string
  readonly effect: string
  readonly lastContact: Days | null
}

export interface AssessmentPlan {
  readonly reference: string
  readonly kind: Choice<'assessments', 'kind'>
  readonly assessed: Days
  readonly finding: string
  readonly assessor: string
}

/** Years end with the present one. Money in pounds. */
export interface BudgetPlan {
  readonly reference: string
  readonly conditions?: string
  readonly years: readonly (readonly [budget: number, spend: number, unitCost: number | null])[]
}

/** How sixteen like areas stand to this one: their middle and their spread, in the measure's unit. */
export interface BenchmarkPlan {
  readonly reference: string
  readonly middle: number
  readonly spread: number
}

export interface ResponsibilityPlan {
  readonly reference: string
  readonly role: Choice<'responsibilities', 'role'>
  /** Empty where the post is vacant. */
  readonly person: string
  readonly organisation: string
  readonly since: Days
}

export interface TriggerPlan {
  readonly reference: string
  readonly condition: string
  readonly consequence: string
  readonly pulled?: Days
}

export interface AssumptionPlan {
  readonly reference: string
  readonly statement: string
  readonly owner: string
  readonly test: string
}

/** All that is made up about one area. */
export interface BoroughPlan {
  readonly slug: 'kirkdale' | 'sallow'
  readonly name: string
  readonly organisations: readonly OrganisationPlan[]
  readonly people: readonly PersonPlan[]
  readonly partnerships: readonly PartnershipPlan[]
  readonly agreement: AgreementPlan
  readonly themes: readonly ThemePlan[]
  readonly reasonTexts: Readonly<Record<ReasonCode, readonly string[]>>
  readonly breakdowns: readonly BreakdownPlan[]
  readonly forecasts: readonly ForecastPlan[]
  readonly actions: readonly ActionPlan[]
  readonly risks: readonly RiskPlan[]
  readonly links: readonly LinkPlan[]
  readonly partnerLinks: readonly PartnerLinkPlan[]
  readonly assessments: readonly AssessmentPlan[]
  readonly budgets: readonly BudgetPlan[]
  readonly benchmarks: readonly BenchmarkPlan[]
  readonly likeAreas: readonly string[]
  readonly responsibilities: readonly ResponsibilityPlan[]
  readonly triggers: readonly TriggerPlan[]
  readonly assumptions: readonly AssumptionPlan[]
  readonly scrutiny: ScrutinyPlan
}
