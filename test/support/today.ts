/** The day on which every test takes place. */
export const TODAY = '2026-11-23'
