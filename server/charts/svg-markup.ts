import { FONT, TONES } from './tones'

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** One SVG element with presentation attributes only, for the page's policy forbids inline style. */
export function tag(name: string, attributes: Attributes, children = ''): string {
  let out = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue
    out += ` ${key}="${typeof value === 'number' ? pixel(value) : escapeText(value)}"`
  }
  return children === '' ? `${out}/>` : `${out}>${children}</${name}>`
}

/** A picture with its name and description inside, so that no ids can clash on a page. */
export function drawing(size: Size, title: string, description: string, parts: string[]): string {
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      viewBox: `0 0 ${pixel(size.width)} ${pixel(size.height)}`,
      width: '100%',
      'font-family': FONT,
      'font-size': TEXT,
      fill: TONES.soft,
    },
    words('title', title) + words('desc', description) + parts.join(''),
  )
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of all lettering in pictures, in pixels at full width; never below 12. */
export const TEXT = 13

export function label(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return text === '' ? '' : tag('text', { x, y, ...attributes }, escapeText(text))
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes) {
  return tag('line', { x1, y1, x2, y2, ...attributes })
}

const words = (name: string, text: string) => tag(name, {}, escapeText(text))

/** Coordinates to a tenth of a pixel: finer is invisible and only makes pages heavier. */
export function pixel(value: number): number {
  const rounded = Math.round(value * 10) / 10
  return rounded === 0 ? 0 : rounded
}

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A cautious guess at the width of a line of text, in pixels; wide enough for fallback fonts. */
export function textWidth(text: string, size = TEXT): number {
  let ems = 0
  for (const letter of text) {
    if (" .,:;|!iljtf()'".includes(letter)) ems += 0.31
    else if ('mwMW%@–—'.includes(letter)) ems += 0.86
    else if (letter >= 'A' && letter <= 'Z') ems += 0.64
    else ems += 0.54
  }
  return ems * size
}

/** Words broken into lines no wider than `width` pixels; a word too long for a line is cut with …. */
export function wrap(text: string, width: number, size = TEXT): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    const joined = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`
    if (lines.length > 0 && textWidth(joined, size) <= width) lines[lines.length - 1] = joined
    else lines.push(cut(word, width, size))
  }
  return lines
}

export function cut(text: string, width: number, size = TEXT): string {
  if (textWidth(text, size) <= width) return text
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
