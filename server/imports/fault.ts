/** One thing wrong in a file, in a sentence for the person who sent it. */
export interface Fault {
  /** As a spreadsheet program counts rows: the header is row 1. */
  readonly row: number
  readonly column: string
  readonly sentence: string
}
