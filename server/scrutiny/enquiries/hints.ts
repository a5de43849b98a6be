import type { PlannedQuestion } from '../../database/tables/scrutiny'
import { FRIEND_NAMES, FRIENDS } from '../../domain/friend'
import { listOf } from '../../domain/format'
import { questionOf, type QuestionId } from '../../domain/questions'
import type { Panel } from '../evidence/panel'

/** More than this takes longer than one measure is given at a meeting. */
const MOST = 8

/** What a practised member would say on reading the plan: a few plain hints, never a refusal. */
export function hintsFor(chosen: readonly PlannedQuestion[], panels: readonly Panel[]): string[] {
  if (chosen.length === 0) return []
  const ids = chosen.map(({ question }) => question)
  const has = (...wanted: string[]) => wanted.some(id => ids.includes(id))
  const hints = [
    !has('6', '6a') && 'Nobody is asked who is responsible (6).',
    !has('5', '5a') && 'Nobody is asked how it will get better (5).',
    !has('5b', '4') &&
      'Nothing asks for a date or a forecast (4 or 5b), so there will be nothing to check next time.',
    !has('8') && 'No question asks what decision is wanted from you (8).',
    chosen.length > MOST &&
      `${chosen.length} questions is a lot for one measure: ${MOST} or fewer leaves time for answers.`,
    repeatsHint(ids, panels),
    missedFriends(chosen),
  ]
  return hints.filter(hint => hint !== false)
}

/** A reason given again and again that no chosen question takes up. */
function repeatsHint(ids: readonly string[], panels: readonly Panel[]): string | false {
  const other = panels.find(({ question }) => question === '1b')
  const repeated = other?.notes.find(note => /too\b|again|same reason/i.test(note))
  return (
    repeated !== undefined &&
    !ids.includes('1b') &&
    `${repeated} Nobody asks what else could explain it (1b).`
  )
}

function missedFriends(chosen: readonly PlannedQuestion[]): string | false {
  const asked = new Set(chosen.map(({ question }) => questionOf(question as QuestionId).friend))
  const missed = FRIENDS.filter(friend => !asked.has(friend)).map(friend => FRIEND_NAMES[friend])
  return missed.length > 0 && missed.length < 6 && `Nothing is asked yet under ${listOf(missed)}.`
}
