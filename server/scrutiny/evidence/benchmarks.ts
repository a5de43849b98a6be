import type { IsoDate } from '../../domain/period'
import { tidy } from '../../domain/number'

export interface PeerFigure {
  readonly starts: IsoDate
  readonly groupName: string
  readonly value: number
}

export interface Group {
  readonly starts: IsoDate
  readonly name: string
  readonly areas: number
  readonly median: number
}

/** The like areas in the latest period for which they are held, or null. */
export function groupAt(peers: readonly PeerFigure[]): Group | null {
  const starts = peers
    .map(peer => peer.starts)
    .sort()
    .at(-1)
  const values = peers.filter(peer => peer.starts === starts).map(({ value }) => value)
  return starts === undefined
    ? null
    : {
        starts,
        name: peers.find(peer => peer.starts === starts)!.groupName,
        areas: values.length,
        median: medianOf(values),
      }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : tidy((sorted[middle - 1]! + sorted[middle]!) / 2)
}
