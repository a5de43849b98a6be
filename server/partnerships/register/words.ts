import type { Partnership } from '../../database/tables/partnerships'

export const CLASS_WORDS: Record<Partnership['governanceClass'], string> = {
  partnership: 'Partnership',
  network: 'Network',
  'working-group': 'Working group',
  'contract-or-grant': 'Contract or grant',
}

export const STAGE_WORDS: Record<Partnership['stage'], string> = {
  forming: 'Forming: finding out what each is there for',
  frustration: 'Frustration: work has begun and results are slow to come',
  results: 'Results: joint work pays off',
  maturity: 'Maturity: joint work has become the usual way',
  'winding-down': 'Winding down: the work is done, or passed on',
}
