/** Kipling's six honest serving-men; their use for scrutiny questions is Pete Franklin's of Bristol City Council. */
export const FRIENDS = ['what', 'why', 'when', 'how', 'where', 'who'] as const
export type Friend = (typeof FRIENDS)[number]

export const FRIEND_NAMES: Record<Friend, string> = {
  what: 'What',
  why: 'Why',
  when: 'When',
  how: 'How',
  where: 'Where',
  who: 'Who',
}
