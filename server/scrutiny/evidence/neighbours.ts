import { numberWord } from '../../domain/format'
import { DIRECTION_WORDS } from '../../domain/direction'
import { STATUS_WORDS } from '../../domain/status'
import type { ExhibitTable } from './exhibit'
import type { Neighbour } from './neighbour-queries'

/** Other measures with where they stand now. */
export function neighbourTable(caption: string, neighbours: readonly Neighbour[]): ExhibitTable {
  return {
    caption,
    head: ['Measure', 'Status', 'Since the period before'],
    rows: neighbours.map(({ reference, title, status, direction }) => [
      `${title} (${reference})`,
      status === null ? 'No figure' : STATUS_WORDS[status],
      direction === null ? '–' : DIRECTION_WORDS[direction],
    ]),
  }
}

export function tallyOf(neighbours: readonly Neighbour[]): { red: number; amber: number } {
  return {
    red: neighbours.filter(({ status }) => status === 'red').length,
    amber: neighbours.filter(({ status }) => status === 'amber').length,
  }
}

/** 'three red, one amber', 'none red or amber'. */
export function tallyWords(neighbours: readonly Neighbour[]): string {
  const { red, amber } = tallyOf(neighbours)
  const parts = [red > 0 && `${numberWord(red)} red`, amber > 0 && `${numberWord(amber)} amber`]
  const said = parts.filter(part => part !== false)
  return said.length === 0 ? 'none red or amber' : said.join(', ')
}
