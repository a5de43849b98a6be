import { z } from 'zod'
import { isDate } from '../domain/calendar'
import { writtenNumber } from '../domain/written-number'

export type Entered = Record<string, unknown>
export type FieldErrors = Record<string, string>

export type Submission<Form> =
  | { ok: true; form: Form; entered: Entered }
  | { ok: false; entered: Entered; errors: FieldErrors }

/** Reads a submitted form, or hands back what was entered and the first thing wrong with each field. */
export function submit<Form>(schema: z.ZodType<Form>, body: unknown): Submission<Form> {
  const entered = onlyTexts(body)
  const result = schema.safeParse(entered)

  return result.success
    ? { ok: true, form: result.data, entered }
    : { ok: false, entered, errors: firstPerField(result.error) }
}

/** Lists and objects where a text belongs are somebody's experiment: they are dropped, and so found missing. */
function onlyTexts(body: unknown): Entered {
  return Object.fromEntries(
    Object.entries((body ?? {}) as Entered).filter(
      ([, value]) => typeof value === 'string' || isListOfTexts(value),
    ),
  )
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string')
}

function firstPerField({ issues }: z.ZodError): FieldErrors {
  const errors: FieldErrors = {}
  for (const { path, message } of issues) errors[path.join('-')] ??= message
  return errors
}

interface NumberMessages {
  missing: string
  wrong: string
}

/** A number as people type it: 1,284 or 77.4% or £3.50 or −5 (with a true minus). */
export function decimal({ missing, wrong }: NumberMessages) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .refine(text => writtenNumber(text) !== null, { error: wrong, abort: true })
    .transform(text => writtenNumber(text)!)
}

/** The same, but it may be left empty. */
export function optionalDecimal(wrong: string) {
  return z
    .string()
    .trim()
    .optional()
    .default('')
    .refine(text => text === '' || writtenNumber(text) !== null, { error: wrong, abort: true })
    .transform(text => (text === '' ? null : writtenNumber(text)))
}

/** A version or edit that a form carries along; what could be none was never seen. */
export function carriedCount() {
  return z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .catch(0)
}

export function choice<const Option extends string>(options: readonly Option[], missing: string) {
  return z.enum(options, { error: missing })
}

export function shortText(max: number, { missing, tooLong }: { missing: string; tooLong: string }) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .max(max, { error: tooLong })
}

export function longText(max: number, tooLong: string) {
  return z.string().trim().max(max, { error: tooLong }).default('')
}

/** A day as a date field gives it, 2026-10-14, or nothing. */
export function optionalDate(wrong: string) {
  return z
    .string()
    .trim()
    .optional()
    .default('')
    .refine(text => text === '' || isDate(text), { error: wrong })
    .transform(text => (text === '' ? null : text))
}
