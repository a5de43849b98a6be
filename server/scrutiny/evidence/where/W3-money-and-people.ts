import { formatCount, listOf } from '../../../domain/format'
import { slicesOf } from '../breakdown'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, figure, percent, pounds, sharpened, size, yearName } from '../wording'
import { findPlaceMoney, type PlaceMoney } from './queries'

export const moneyAndPeople = evidence('W3', findPlaceMoney, showMoneyAndPeople)

interface Place {
  label: string
  spend: number
  staff: number | null
  /** Cases short where they are held, else the gap in the measure's unit; null where hidden. */
  short: number | null
  value: number | null
  gap: number | null
}

export function showMoneyAndPeople(subject: Subject, rows: readonly PlaceMoney[]): Exhibit {
  const places = placesOf(subject, rows)
  const year = rows.find(row => row.year !== null)?.year ?? null
  const spent = places.reduce((total, { spend }) => total + spend, 0)
  const source = asHeld(subject, 'the amounts by place')
  if (year === null || places.length === 0 || spent <= 0) {
    return exhibit({
      missing: true,
      finding: 'What is spent in each place is not recorded',
      sharpened: sharpened(
        ['What is spent in each place is not recorded.'],
        'Where do the money and people go, and is that where the problem is?',
      ),
      facts: factsOf({ 'Amounts by place': 'none' }),
      source,
    })
  }

  const worst = worstOf(places)
  const share = worst === null ? null : shareOf(worst, places, spent)
  const most = [...places].sort((a, b) => b.spend - a.spend)[0]!
  return exhibit({
    finding:
      share === null || worst === null
        ? `${percent(most.spend / spent)} of the money goes to ${most.label}`
        : `${listOf(worst.map(({ label }) => label))} ${worst.length === 1 ? 'has' : 'have'} ${percent(share.short)} of the shortfall and ${percent(share.spend)} of the money`,
    sharpened: sharpened(
      [
        share === null || worst === null
          ? `${most.label} has ${percent(most.spend / spent)} of the ${pounds(spent)} spent in ${yearName(subject, year)}.`
          : `${percent(share.short)} of the shortfall is in ${listOf(worst.map(({ label }) => label))}, with ${percent(share.spend)} of the spending.`,
      ],
      questionFor(share),
    ),
    facts: factsOf({
      [`Spent by place in ${yearName(subject, year)}`]: pounds(spent),
      'Most spent in': `${most.label}, ${pounds(most.spend)}`,
      'Places that miss the target': `${places.filter(({ gap }) => gap !== null).length} of ${places.length}`,
    }),
    table: {
      caption: 'Money and people by place',
      head: ['Place', 'Spent', 'Share', 'Staff', 'Figure', 'Misses by'],
      rows: places.map(({ label, spend, staff, value, gap }) => [
        label,
        pounds(spend),
        percent(spend / spent),
        staff === null ? '–' : formatCount(staff),
        value === null ? 'not shown' : figure(subject, value),
        gap === null ? '–' : size(subject, gap),
      ]),
      numeric: [1, 2, 3, 4, 5],
    },
    source,
  })
}

function questionFor(share: { short: number; spend: number } | null): string {
  if (share === null) return 'Is that where the problem is?'
  return share.spend < share.short
    ? 'Why is the money not where the problem is?'
    : 'Why is the money that goes there not telling?'
}

function placesOf(subject: Subject, rows: readonly PlaceMoney[]): Place[] {
  const slices = slicesOf(subject, rows, 'place')
  return slices.flatMap(slice => {
    const row = rows.find(({ label }) => label === slice.label)
    if (row?.spend == null) return []
    return [
      {
        label: slice.label,
        spend: row.spend,
        staff: row.staff,
        short: slice.casesShort ?? slice.short,
        value: slice.value,
        gap: slice.short,
      },
    ]
  })
}

/** The fewest places that hold half the shortfall, where they are not nearly all of them. */
function worstOf(places: readonly Place[]): Place[] | null {
  const short = places.filter(place => place.short !== null).sort((a, b) => b.short! - a.short!)
  const whole = short.reduce((total, place) => total + place.short!, 0)
  const worst: Place[] = []
  let held = 0
  for (const place of short) {
    if (held * 2 >= whole) break
    worst.push(place)
    held += place.short!
  }
  return worst.length === 0 || worst.length * 2 > places.length ? null : worst
}

function shareOf(worst: readonly Place[], places: readonly Place[], spent: number) {
  const sum = (among: readonly Place[], of: (place: Place) => number) =>
    among.reduce((total, place) => total + of(place), 0)
  const short = sum(places, place => place.short ?? 0)
  return {
    short: sum(worst, place => place.short ?? 0) / short,
    spend: sum(worst, ({ spend }) => spend) / spent,
  }
}
