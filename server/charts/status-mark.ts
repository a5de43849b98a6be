import type { Status } from '../domain/status'
import { tag } from './svg-markup'
import { TONES } from './tones'

/** The service's four signs, 11 pixels across: disc, triangle, diamond, and a dashed ring for the rest. */
export function statusMark(x: number, y: number, status: Status): string {
  switch (status) {
    case 'green':
      return tag('circle', { cx: x, cy: y, r: 5.5, fill: TONES.green })
    case 'amber':
      return tag('path', { d: `M${x} ${y - 6}l6 11h-12Z`, fill: TONES.amberInk })
    case 'red':
      return tag('path', { d: `M${x} ${y - 6}l6 6l-6 6l-6 -6Z`, fill: TONES.red })
    default:
      return tag('circle', {
        cx: x,
        cy: y,
        r: 4.5,
        fill: 'none',
        stroke: TONES.none,
        'stroke-width': 2,
        'stroke-dasharray': '3 2',
      })
  }
}
