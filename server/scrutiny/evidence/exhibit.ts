import type { Database } from '../../database/database'
import type { QuestionId } from '../../domain/questions'
import type { Subject } from './subject'

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface ExhibitTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Places of the columns that hold numbers. */
  readonly numeric?: readonly number[]
}

/** What is put up before a question is asked. */
export interface Exhibit {
  /** The heading: what the evidence says, in words with real numbers. */
  readonly finding: string
  /** A drawing with its own words in it, and one for narrow screens. */
  readonly picture: string | null
  readonly narrow: string | null
  readonly facts: readonly Fact[]
  readonly table: ExhibitTable | null
  /** Further sentences. */
  readonly notes: readonly string[]
  /** Where it comes from, and of what date. */
  readonly source: string
  /** Nothing is held, so that the question is turned on the gap. */
  readonly missing: boolean
  /** The question with the real numbers in it. */
  readonly sharpened: string
}

/** How the evidence for one question is come by: at most one query, then decisions. */
export interface Evidence {
  readonly question: QuestionId
  gather(db: Database, subject: Subject): Promise<Exhibit>
}

type Needed = Pick<Exhibit, 'finding' | 'sharpened' | 'source'>

/** An exhibit, with nothing where nothing is said. */
export function exhibit(parts: Needed & Partial<Exhibit>): Exhibit {
  const nothing = { picture: null, narrow: null, facts: [], table: null, notes: [], missing: false }
  return { ...nothing, ...parts }
}

export function evidence<Held>(
  question: QuestionId,
  load: (db: Database, subject: Subject) => Promise<Held>,
  show: (subject: Subject, held: Held) => Exhibit,
): Evidence {
  return { question, gather: async (db, subject) => show(subject, await load(db, subject)) }
}

/** Facts with something to say. */
export function factsOf(facts: Record<string, string | null | undefined | false>): Fact[] {
  return Object.entries(facts).flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
