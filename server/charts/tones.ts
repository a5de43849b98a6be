/** The colours of every picture; each is doubled by a dash or a shape, so greyscale loses nothing. */
export const TONES = {
  ink: '#16233b',
  soft: '#56627a',
  rule: '#cfd6df',
  paper: '#ffffff',
  brand: '#22406b',
  band: '#e3e9f1',
  target: '#b3132b',
  better: '#0a6ebd',
  worse: '#b8480b',
  green: '#0b6b3a',
  amber: '#d58a1c',
  amberInk: '#9a5b00',
  red: '#b3132b',
  none: '#5b667a',
} as const

/** Presentation attributes and canvas both take this list; the first is bundled. */
export const FONT = "'Source Sans 3', system-ui, sans-serif"

export const TARGET_DASH = '7 4'
export const LIMIT_DASH = '2 3'
export const FORECAST_DASH = '5 4'
