/** A code as it stands in addresses: 'CS02a' → 'cs02a', 'AE 4hr/RJZ' → 'ae-4hr-rjz'. */
export function referenceOf(code: string): string {
  return code
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
