import type { PlannedQuestion } from '../../database/tables/scrutiny'
import { type Friend, FRIEND_NAMES } from '../../domain/friend'
import { periodLabel, periodSlug } from '../../domain/period'
import { QUESTION_CREDIT, questionsOf } from '../../domain/questions'
import { STATUS_WORDS, type Status } from '../../domain/status'
import type { Visit } from '../../people/visit'
import type { Page } from '../../web/page'
import { paths, to } from '../../web/paths'
import type { Subject } from '../evidence/subject'
import { whyThisOrder } from './order'
import { isChosen } from './planning'

interface Tile {
  name: string
  words: string
  href: string
  current: boolean
  done: boolean
}

/** What stands at the head of every page of a walk. */
export interface WalkPage extends Page {
  heading: string
  sub: string
  stands: { status: Status; word: string }
  headline: string
  tiles: Tile[]
  plan: { href: string; count: number }
}

export interface EnquiryPage extends WalkPage {
  order: { friend: string; href: string; words: string; why: string }[]
  begin: { href: string; text: string }
  reasons: string[]
  signal: string
  credit: typeof QUESTION_CREDIT
}

export function walkPage(
  visit: Visit,
  subject: Subject,
  planned: readonly PlannedQuestion[],
  here: Friend | null,
): WalkPage {
  const { indicator, standing } = subject
  const values = valuesOf(visit, subject)
  return {
    title: here ? `${FRIEND_NAMES[here]}: ${indicator.title}` : indicator.title,
    scripts: [],
    trail: [
      { text: 'Scrutiny', href: to(paths.worklist, values) },
      ...(here ? [{ text: indicator.title, href: to(paths.enquiry, values) }] : []),
    ],
    heading: indicator.title,
    sub: `${indicator.reference} · ${subject.lead.name} · ${periodLabel(subject.period, subject.calendar)}`,
    stands: { status: standing.status, word: STATUS_WORDS[standing.status] },
    headline: standing.headline,
    tiles: standing.leads.map(friend => tileOf(friend, planned, values, here)),
    plan: { href: to(paths.plan, values), count: planned.filter(isChosen).length },
  }
}

export function enquiryPage(
  visit: Visit,
  subject: Subject,
  planned: readonly PlannedQuestion[],
): EnquiryPage {
  const { standing } = subject
  const values = valuesOf(visit, subject)
  const started = planned.some(({ choice }) => choice !== 'undecided')
  const next =
    standing.leads.find(friend => doneOf(friend, planned).decided === 0) ?? standing.leads[0]!
  const tiles = walkPage(visit, subject, planned, null)
  return {
    ...tiles,
    order: standing.leads.map((friend, index) => ({
      friend: FRIEND_NAMES[friend],
      href: to(paths.friend, { ...values, friend }),
      words: tiles.tiles[index]!.words,
      why: whyThisOrder(friend, index, standing),
    })),
    begin: {
      href: to(paths.friend, { ...values, friend: next }),
      text: `${started ? 'Go on' : 'Start'} with ${FRIEND_NAMES[next]}`,
    },
    reasons: standing.reasons.map(({ sentence }) => sentence),
    signal: standing.signalSentence,
    credit: QUESTION_CREDIT,
  }
}

export function valuesOf({ area }: Visit, { indicator, period, calendar }: Subject) {
  return {
    area: area.slug,
    reference: indicator.reference,
    period: periodSlug(period, calendar),
  }
}

function tileOf(
  friend: Friend,
  planned: readonly PlannedQuestion[],
  values: Record<string, string>,
  here: Friend | null,
): Tile {
  const { chosen, decided, total } = doneOf(friend, planned)
  return {
    name: FRIEND_NAMES[friend],
    words: wordsOf(chosen, decided, total),
    href: to(paths.friend, { ...values, friend }),
    current: friend === here,
    done: decided >= total,
  }
}

function wordsOf(chosen: number, decided: number, total: number): string {
  if (decided === 0) return `${total} questions`
  return chosen === 0 ? 'none chosen' : `${chosen} of ${total} chosen`
}

function doneOf(friend: Friend, planned: readonly PlannedQuestion[]) {
  const ids = questionsOf(friend).map(({ id }) => id as string)
  const mine = planned.filter(({ question }) => ids.includes(question))
  // Where no breakdown is held one question stands for another, so one fewer is asked.
  const total = friend === 'where' ? ids.length - 1 : ids.length
  return {
    chosen: mine.filter(isChosen).length,
    decided: mine.filter(({ choice }) => choice !== 'undecided').length,
    total,
  }
}
