import { z } from 'zod'
import type { Period } from '../../domain/period'
import type { Choices } from './choices'

export function breakFields({ periods }: Choices) {
  return {
    breakFrom: z
      .string()
      .default('')
      .refine(given => given === '' || periods.some(({ slug }) => slug === given), {
        error: 'Select the first period that is counted the new way from the list',
      }),
  }
}

export function readBreak(
  { breakFrom }: { breakFrom: string },
  { periods }: Choices,
): Period | null {
  return periods.find(({ slug }) => slug === breakFrom)?.period ?? null
}
