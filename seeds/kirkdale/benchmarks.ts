import type { BenchmarkPlan } from '../borough-plan'

export const BENCHMARKS: readonly BenchmarkPlan[] = [
  { reference: 'hc-07', middle: 78, spread: 5 },
  { reference: 'hc-02', middle: 45, spread: 4 },
  { reference: 'hc-03', middle: 58, spread: 4 },
  { reference: 'saf-01', middle: 0.66, spread: 0.08 },
  { reference: 'saf-05', middle: 27, spread: 2.5 },
  { reference: 'env-02', middle: 7.8, spread: 1.8 },
  { reference: 'env-03', middle: 47, spread: 5 },
  { reference: 'eco-01', middle: 3.9, spread: 0.6 },
  { reference: 'cyp-01', middle: 68, spread: 2.5 },
  { reference: 'cyp-02', middle: 59, spread: 3 },
  { reference: 'cyp-04', middle: 7.9, spread: 0.9 },
  { reference: 'cyp-11', middle: 5.6, spread: 0.8 },
  { reference: 'hou-04', middle: 26, spread: 5 },
  { reference: 'adu-01', middle: 83, spread: 3 },
]

/** Boroughs of about the same size and wealth; none of them exists. */
export const LIKE_AREAS = [
  'Aldmoor',
  'Brackwell',
  'Cawdale',
  'Dunsby',
  'Eastmere',
  'Fenhallow',
  'Garthorne',
  'Hallowby',
  'Inglestone',
  'Keldmoor',
  'Larkwith',
  'Marshgate',
  'Netherfold',
  'Ormsby Vale',
  'Pellbrook',
  'Rawdyke',
]
