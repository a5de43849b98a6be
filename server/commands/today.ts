/** The day it is in the United Kingdom, whatever clock the server keeps. */
export function todayByClock(): string {
  return DAY.format(new Date())
}

const DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
