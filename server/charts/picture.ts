/** A picture that stands alone: one `<svg>` element, its words, and its numbers for a table beside. */
export interface Picture {
  readonly svg: string
  readonly alt: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
