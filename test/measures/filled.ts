import type { Fields, ReadPage } from '../support/browser'

/** What a browser would send if somebody pressed the button now: every field of the form as it stands. */
export function filled({ page }: ReadPage, form: string): Fields {
  const fields: Record<string, string[]> = {}
  for (const { name, value } of page(form).serializeArray()) {
    fields[name] = [...(fields[name] ?? []), value]
  }
  return fields
}
