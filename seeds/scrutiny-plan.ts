import type { z } from 'zod'
import type {
  answers,
  committeeMembers,
  plannedQuestions,
  recommendations,
  responses,
} from '../server/database/tables/scrutiny'

type Days = number

interface CommitteePlan {
  readonly slug: string
  readonly name: string
  readonly remit: string
  /** Handles. */
  readonly members: readonly (readonly [string, z.infer<typeof committeeMembers>['seat']])[]
  readonly partnerships: readonly string[]
  readonly meetings: readonly { readonly held: Days; readonly title: string }[]
}

export interface AnswerPlan {
  readonly reference: string
  /** The committee's slug and the meeting's place among its meetings. */
  readonly meeting: readonly [string, number]
  /** The question was about the period so far back. */
  readonly back: number
  readonly question: string
  readonly wording: string
  readonly answer: string
  readonly by: string
  readonly verdict: z.infer<typeof answers>['verdict']
  readonly due?: Days
  readonly settled?: Days
  readonly promisedValue?: number
  readonly promisedFor?: Days
}

export interface RecommendationPlan {
  readonly reference: string
  readonly meeting: readonly [string, number]
  readonly to: string
  readonly wording: string
  readonly duty: z.infer<typeof recommendations>['duty']
  readonly received: Days
  readonly state: z.infer<typeof recommendations>['state']
  readonly closed?: Days
  readonly response?: {
    readonly decision: z.infer<typeof responses>['decision']
    readonly reasons: string
    readonly owner: string
    readonly responded: Days
    readonly actBy?: Days
  }
}

interface EnquiryPlan {
  /** The handle of the councillor whose private work this is. */
  readonly by: string
  readonly reference: string
  readonly opened: Days
  readonly questions: readonly {
    readonly question: string
    readonly choice: z.infer<typeof plannedQuestions>['choice']
    readonly wording?: string
    readonly note?: string
    readonly followUp?: string
    readonly givenTo?: string
  }[]
}

export interface ScrutinyPlan {
  readonly committees: readonly CommitteePlan[]
  readonly answers: readonly AnswerPlan[]
  readonly recommendations: readonly RecommendationPlan[]
  readonly enquiry: EnquiryPlan | null
}
