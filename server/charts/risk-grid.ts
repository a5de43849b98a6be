import { plural } from '../domain/format'
import type { Picture } from './picture'
import { drawing, label, pixel, TEXT, tag } from './svg-markup'
import { TONES } from './tones'

export interface GridRisk {
  readonly title: string
  /** 1 (rare) to 5 (almost certain) */
  readonly likelihood: number
  /** 1 (slight) to 5 (severe) */
  readonly impact: number
}

const LEVELS = 5
const CELL = { width: 62, height: 36 }
const LEFT = 30
const TOP = 6
/** Likelihood times impact from which a risk is high; and from which it is middling. */
const HIGH = 15
const MIDDLING = 8

/** Risks counted on a five by five grid; darker and ringed where likelihood times impact is high. */
export function riskGrid(title: string, risks: readonly GridRisk[]): Picture {
  const sorted = [...risks].sort((a, b) => scoreOf(b) - scoreOf(a))
  const alt = altOf(title, sorted)
  const size = { width: LEFT + LEVELS * CELL.width + 4, height: TOP + LEVELS * CELL.height + 40 }
  return {
    svg: drawing(size, title, alt, [cells(risks), axes(size.height)]),
    alt,
    head: ['Risk', 'Likelihood', 'Impact', 'Score'],
    rows: sorted.map(risk => [
      risk.title,
      `${risk.likelihood} of ${LEVELS}`,
      `${risk.impact} of ${LEVELS}`,
      String(scoreOf(risk)),
    ]),
  }
}

const scoreOf = (risk: GridRisk) => risk.likelihood * risk.impact

function cells(risks: readonly GridRisk[]): string {
  let out = ''
  for (let likelihood = 1; likelihood <= LEVELS; likelihood++) {
    for (let impact = 1; impact <= LEVELS; impact++) {
      const here = risks.filter(one => one.likelihood === likelihood && one.impact === impact)
      out += cell(likelihood, impact, here.length)
    }
  }
  return out
}

function cell(likelihood: number, impact: number, count: number): string {
  const score = likelihood * impact
  const x = LEFT + (impact - 1) * CELL.width
  const y = TOP + (LEVELS - likelihood) * CELL.height
  const fill = score >= HIGH ? SHADES.high : score >= MIDDLING ? SHADES.middling : SHADES.low
  const box = { x, y, width: CELL.width, height: CELL.height, fill, stroke: TONES.paper }
  if (count === 0) return tag('rect', { ...box, 'stroke-width': 2 })
  const middle = { x: x + CELL.width / 2, y: y + CELL.height / 2 }
  return (
    tag('rect', { ...box, 'stroke-width': 2 }) +
    tag('circle', { cx: middle.x, cy: middle.y, r: 13, fill: TONES.paper, stroke: TONES.ink }) +
    label(middle.x, pixel(middle.y + 5), String(count), {
      'text-anchor': 'middle',
      'font-weight': 700,
      fill: TONES.ink,
    })
  )
}

const SHADES = { low: '#e3e9f1', middling: '#b4c2d6', high: '#5f7ba3' } as const

function axes(height: number): string {
  const numbers = Array.from({ length: LEVELS }, (_, index) => {
    const x = LEFT + (index + 0.5) * CELL.width
    const y = TOP + (LEVELS - index - 0.5) * CELL.height
    return (
      label(x, TOP + LEVELS * CELL.height + TEXT + 3, String(index + 1), {
        'text-anchor': 'middle',
      }) + label(LEFT - 6, y + 4.5, String(index + 1), { 'text-anchor': 'end' })
    )
  })
  const middle = TOP + (LEVELS * CELL.height) / 2
  return (
    numbers.join('') +
    label(LEFT + (LEVELS * CELL.width) / 2, height - 6, 'impact, slight to severe', {
      'text-anchor': 'middle',
    }) +
    label(12, middle, 'likelihood', {
      'text-anchor': 'middle',
      transform: `rotate(-90 12 ${middle})`,
    })
  )
}

function altOf(title: string, sorted: readonly GridRisk[]): string {
  const first = sorted[0]
  if (first === undefined) return `${title}: no risks are listed.`
  const high = sorted.filter(risk => scoreOf(risk) >= HIGH).length
  const worst = `likelihood ${first.likelihood} of ${LEVELS}, impact ${first.impact} of ${LEVELS}`
  return `${title}: ${plural(sorted.length, 'risk')}, ${high} of them high. The highest is ${first.title}, ${worst}.`
}
