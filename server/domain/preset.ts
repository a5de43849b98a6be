/** Two schools of reading a process chart (method.md 1): screened ranges, or none. */
export const PRESETS = ['plot-the-dots', 'making-data-count'] as const
export type Preset = (typeof PRESETS)[number]
