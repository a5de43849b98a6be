import { momentOf } from '../moment'
import { type Event, MOST } from './queries'

export function auditPage(events: readonly Event[], about: string, action: string) {
  return {
    title: 'Audit trail',
    about,
    action,
    summary: summaryOf(events.length, about),
    events: events.map(({ happenedAt, name, organisation, action: done, subject }) => ({
      when: momentOf(happenedAt),
      who: name ?? 'The service',
      organisation: organisation ?? '',
      what: wordsOf(done),
      subject,
    })),
  }
}

function summaryOf(count: number, about: string): string {
  const which = about === '' ? '' : ` about “${about}”`
  if (count === 0) return `Nothing has been recorded${which}.`
  if (count === MOST) return `The latest ${MOST} changes${which}.`
  return count === 1 ? `One change${which}.` : `${count} changes${which}.`
}

/** Nouns that pages call something else. */
const NOUNS: Record<string, string> = { actual: 'figure', indicator: 'measure' }

const PHRASES: Record<string, string> = {
  'session.started': 'Signed in',
  'session.ended': 'Signed out',
  'sessions.ended': 'Signed out everywhere',
  'person.disabled': 'Person shut out',
  'person.enabled': 'Person let in again',
}

/** 'actual.published' → 'Figure published'. */
function wordsOf(action: string): string {
  const phrase = PHRASES[action]
  if (phrase) return phrase
  const [noun = '', verb = ''] = action.split('.')
  const words = `${NOUNS[noun] ?? noun} ${verb}`.replace(/-/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
