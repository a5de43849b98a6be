import { barPicture } from '../../../charts/bars'
import { formatCount, listOf } from '../../../domain/format'
import { type Group, groupAt } from '../benchmarks'
import { hasSharedTarget, kindsIn, shown, slicesOf } from '../breakdown'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, figure, labelOf, sharpened } from '../wording'
import { type DoneBetter, findDoneBetter } from './queries'

export const doneBetter = evidence('W2', findDoneBetter, showDoneBetter)

export function showDoneBetter(subject: Subject, { peers, parts }: DoneBetter): Exhibit {
  const { latest } = subject
  const group = groupAt(peers)
  const best = bestPart(subject, parts)
  const inGroup = peers.filter(({ starts }) => starts === group?.starts)
  const better = latest ? inGroup.filter(({ value }) => isBetter(subject, value, latest.value)) : []
  const top = [...better].sort((a, b) => (isBetter(subject, a.value, b.value) ? -1 : 1))
  const missing = group === null && best === null

  return exhibit({
    missing,
    finding:
      group === null
        ? best === null
          ? 'No figures of like areas are held'
          : `Best inside ${subject.area.name}: ${best.label}, ${figure(subject, best.value)}`
        : better.length === 0
          ? `None of ${formatCount(group.areas)} like areas does better`
          : `${better.length === group.areas ? 'All' : `${formatCount(better.length)} of`} ${formatCount(group.areas)} like areas ${better.length === 1 ? 'does' : 'do'} better; their median is ${figure(subject, group.median)}`,
    sharpened: sharpened(
      [
        group === null
          ? 'No figures of like areas are held.'
          : `The median of ${formatCount(group.areas)} like areas is ${figure(subject, group.median)}${latest ? `, ours ${figure(subject, latest.value)}` : ''}.`,
        top[0] ? `${top[0].peer} reaches ${figure(subject, top[0].value)}.` : null,
        best && latest && isBetter(subject, best.value, latest.value)
          ? `${best.label} reaches ${figure(subject, best.value)} here.`
          : null,
      ],
      missing
        ? 'Where has it been done better, and whom did you ask?'
        : 'Whom did you ask how they do it?',
    ),
    ...pictureOf(subject, inGroup, group?.median ?? null),
    facts: factsOf({
      Ours: latest ? `${figure(subject, latest.value)} in ${latest.label}` : 'none yet',
      'Median of like areas':
        group && `${figure(subject, group.median)} in ${labelOf(subject, group.starts)}`,
      'The group': group?.name,
      'Doing better':
        group &&
        (better.length === 0
          ? 'none'
          : listOf(top.slice(0, 3).map(({ peer, value }) => `${peer} ${figure(subject, value)}`))),
      [`Best in ${subject.area.name}`]: best && `${best.label}, ${figure(subject, best.value)}`,
    }),
    notes: notesOn(subject, group),
    source: asHeld(subject, inGroup[0] ? inGroup[0].source : 'the figures of like areas'),
  })
}

function isBetter({ indicator }: Subject, a: number, b: number): boolean {
  return indicator.polarity === 'lower-is-better' ? a < b : a > b
}

function notesOn(subject: Subject, group: Group | null): string[] {
  if (group === null) return []
  const notes: string[] = []
  if (group.areas > 6) notes.push('The picture shows the three best and those next to us.')
  if (subject.latest && group.starts !== subject.latest.starts) {
    notes.push(
      `The like areas are those of ${labelOf(subject, group.starts)}, the last held; our figure is of ${subject.latest.label}.`,
    )
  }
  return notes
}

/** The best part of this area that may be shown. */
function bestPart(
  subject: Subject,
  parts: DoneBetter['parts'],
): { label: string; value: number } | null {
  const [kind] = kindsIn(parts)
  return kind && hasSharedTarget(subject)
    ? (shown(slicesOf(subject, parts, kind)).at(-1) ?? null)
    : null
}

function pictureOf(subject: Subject, peers: DoneBetter['peers'], median: number | null) {
  const { indicator, latest, area } = subject
  if (peers.length === 0 || median === null || !latest) return { picture: null, narrow: null }

  const sign = indicator.polarity === 'lower-is-better' ? 1 : -1
  const ours = { label: area.name, value: latest.value, note: 'ours' }
  const rows = [...peers.map(({ peer, value }) => ({ label: peer, value })), ours].sort(
    (a, b) => sign * (a.value - b.value),
  )
  const bars = {
    title: `${indicator.title} in like areas`,
    unit: indicator.unit,
    decimals: indicator.decimals,
    target: median,
    targetName: 'median',
    rows: around(rows, ours),
  }
  return { picture: barPicture(bars).svg, narrow: barPicture(bars, 320).svg }
}

/** The three best, ours and its neighbours: a phone has no room for sixteen. */
function around<Row>(rows: readonly Row[], ours: Row): Row[] {
  const place = rows.indexOf(ours)
  return rows.filter((_, at) => at < 3 || Math.abs(at - place) <= 2)
}
