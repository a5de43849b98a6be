import { formatNumber, plural } from '../domain/format'
import type { Change } from './differences'
import type { Fault } from './fault'
import { flagSentence } from './flags'
import type { ImportReport } from './import'

export interface Printed {
  /** What was done. */
  readonly out: string[]
  /** What was refused, and why. */
  readonly err: string[]
}

const SHOWN = 50

/** What an import did, in plain sentences. Long lists stop after 50 unless all is asked for. */
export function describeImport(
  report: ImportReport,
  { area, all }: { area: string; all: boolean },
): Printed {
  const most = all ? Number.POSITIVE_INFINITY : SHOWN
  const definitionFaults = report.definitionFaults.map(
    fault => `In the definitions file, ${faultSentence(fault)}`,
  )
  const faults = report.faults.map(fault => capital(faultSentence(fault)))

  return {
    out: [
      ...(report.outcome === 'unreadable' ? [] : [countsSentence(report)]),
      ...flagSentences(report, most),
      ...(report.outcome === 'compared' ? firstOf(report.changes.map(changeSentence), most) : []),
      ...report.notes,
      ...outcomeSentences(report, area),
    ],
    err: firstOf([...definitionFaults, ...faults], most),
  }
}

/** Always adds up: rows read = accepted + unchanged + refused. */
export function countsSentence({ read, fresh, changed, unchanged, refused }: ImportReport): string {
  const accepted = `${count(fresh + changed)} accepted (${count(fresh)} new, ${count(changed)} changed)`
  const rows = read === 1 ? 'row' : 'rows'
  return `${count(read)} ${rows} read = ${accepted} + ${count(unchanged)} unchanged + ${count(refused)} refused`
}

function faultSentence({ row, column, sentence }: Fault): string {
  return `row ${row}${column === '' ? '' : `, ${column}`}: ${sentence}`
}

function changeSentence({ row, reference, period, what, from, to }: Change): string {
  return `Row ${row}: ${reference}, ${period}, ${what}: ${from} → ${to}`
}

function flagSentences({ flags }: ImportReport, most: number): string[] {
  const total = flags.agree + flags.differ.length
  if (total === 0) return []
  const sum = `${count(total)} ${total === 1 ? 'row carries' : 'rows carry'} a status colour`
  const split = `our rule agrees with ${count(flags.agree)} and differs from ${count(flags.differ.length)}.`
  return [`${sum}: ${split}`, ...firstOf(flags.differ.map(flagSentence), most)]
}

function outcomeSentences({ outcome, made, fresh, changed }: ImportReport, area: string): string[] {
  switch (outcome) {
    case 'loaded':
      return [
        fresh + changed > 0 ? `Loaded into ${area}.` : 'There was nothing to load.',
        ...madeSentence(made, 'Made'),
      ]
    case 'compared':
      return [...madeSentence(made, 'Would make'), 'Nothing was loaded: this was a dry run.']
    default:
      return ['Nothing was loaded.']
  }
}

function madeSentence({ area, organisations, indicators }: ImportReport['made'], verb: string) {
  const parts = [
    ...(area ? ['the area'] : []),
    ...(organisations > 0 ? [plural(organisations, 'organisation')] : []),
    ...(indicators > 0 ? [plural(indicators, 'measure')] : []),
  ]
  return parts.length === 0 ? [] : [`${verb} ${parts.join(', ')}.`]
}

function firstOf(sentences: readonly string[], most: number): string[] {
  const more = sentences.length - most
  return more > 0
    ? [...sentences.slice(0, most), `… and ${count(more)} more. Add --all to see them all.`]
    : [...sentences]
}

function count(value: number): string {
  return formatNumber(value, 0)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
