import type { XmrOptions } from './spc'

export interface AnalysisOptions extends XmrOptions {
  /** What one point is called in the sentence: "quarter", "month"; "point" unless known. */
  period?: string
}

export interface AnalysisInput {
  values: (number | null)[]
  labels: string[]
  options: AnalysisOptions
  /** What was taken for granted or left out, in sentences for whoever runs it. */
  notes: string[]
}
