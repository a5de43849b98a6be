interface Node {
  id: string
  parentId: string | null
}

export type Branch<Body> = { body: Body; below: Branch<Body>[] }

/** Bodies under the body they belong to; one whose parent is not here stands at the top. */
export function treeOf<Body extends Node>(bodies: readonly Body[]): Branch<Body>[] {
  const known = new Set(bodies.map(({ id }) => id))
  const under = (parent: string | null): Branch<Body>[] =>
    bodies
      .filter(
        ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent,
      )
      .map(body => ({ body, below: under(body.id) }))
  return under(null)
}

/** A body and all that stand below it. */
export function withAllBelow<Body>({ body, below }: Branch<Body>): Body[] {
  return [body, ...below.flatMap(withAllBelow)]
}
