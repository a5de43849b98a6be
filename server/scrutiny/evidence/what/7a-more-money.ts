import { formatCount } from '../../../domain/format'
import { daysBetween, periodStarts } from '../../../domain/period'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, closed, percent, pounds, sharpened, titled, yearName } from '../wording'
import { type Budget, findMoney, type Money } from './decision-queries'

export const moreMoney = evidence('7a', findMoney, showMoreMoney)

export function showMoreMoney(subject: Subject, { own, green }: Money): Exhibit {
  const now = own.at(-1)
  const spare = green
    .map(each => ({ ...each, left: leftSoFar(subject, each) }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
  const source = spare[0]

  return exhibit({
    missing: now === undefined,
    finding:
      now === undefined ? 'No budget is recorded for this measure' : spendWords(subject, now),
    sharpened: sharpened(
      [
        now === undefined
          ? 'No budget is recorded for this measure.'
          : `${spendWords(subject, now)}.`,
        source === undefined
          ? null
          : `${titled(source.title)}, which is green, is ${pounds(source.left)} under budget${isOver(subject, source.year) ? '' : ' so far'}.`,
      ],
      now === undefined
        ? 'What does it cost now, what more would it take, and from where?'
        : 'What more money or people would it take, and from where?',
    ),
    facts: factsOf({
      Budget: now ? `${pounds(now.budget)} in ${yearName(subject, now.year)}` : 'none recorded',
      Spent: now && pounds(now.spend),
      'Cost of each case': now?.unitCost != null && pounds(now.unitCost),
      'Conditions on the money': now?.conditions && closed(now.conditions),
      'Green measures of the same board under budget':
        subject.indicator.partnership !== null && String(spare.length),
    }),
    table:
      spare.length === 0
        ? null
        : {
            caption: 'Green measures of the same board that are under budget',
            head: ['Measure', 'Under budget by', 'Green periods of the last 12'],
            rows: spare
              .slice(0, 5)
              .map(({ title, reference, left, run }) => [
                `${title} (${reference})`,
                pounds(left),
                formatCount(run),
              ]),
            numeric: [1, 2],
          },
    notes:
      spare.length > 0
        ? ['While a year runs, spending is held against an even share of the budget.']
        : [],
    source: asHeld(subject, 'the budgets'),
  })
}

/** '57% of the budget for 2026/27 is spent, with 65% of the year gone' */
function spendWords(subject: Subject, { year, budget, spend }: Budget): string {
  const name = yearName(subject, year)
  if (budget > 0 && !isOver(subject, year)) {
    return `${percent(spend / budget)} of the budget for ${name} is spent, with ${percent(goneOf(subject, year))} of the year gone`
  } else if (spend > budget) {
    return `It overspent by ${pounds(spend - budget)} in ${name}`
  } else if (spend < budget) {
    return `It underspent by ${pounds(budget - spend)} in ${name}`
  } else {
    return `The budget of ${pounds(budget)} for ${name} is spent to the pound`
  }
}

function leftSoFar(subject: Subject, { year, budget, spend }: Money['green'][number]): number {
  return budget * goneOf(subject, year) - spend
}

function isOver(subject: Subject, year: number): boolean {
  return goneOf(subject, year) === 1
}

/** The share of a year that has gone by today, from 0 to 1. */
function goneOf({ calendar, today }: Subject, year: number): number {
  const opens = periodStarts({ frequency: 'year', year, number: 1 }, calendar)
  const closes = periodStarts({ frequency: 'year', year: year + 1, number: 1 }, calendar)
  return Math.min(1, Math.max(0, daysBetween(opens, today) / daysBetween(opens, closes)))
}
