const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment as people here write it: 23 November 2026 at 09:05. */
export function momentOf(time: Date): string {
  return MOMENT.format(time)
}
