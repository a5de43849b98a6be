import { formatCount } from '../../../domain/format'
import { evidence, type Exhibit, exhibit, factsOf } from '../exhibit'
import type { Subject } from '../subject'
import { asHeld, closed, pounds, sharpened, titled, yearName } from '../wording'
import { findMoney, type Money } from './decision-queries'

export const moreMoney = evidence('7a', findMoney, showMoreMoney)

export function showMoreMoney(subject: Subject, { own, spare }: Money): Exhibit {
  const now = own.at(-1)
  const source = spare[0]
  const year = now && yearName(subject, now.year)

  return exhibit({
    missing: now === undefined,
    finding: findingFor(now, source, year),
    sharpened: sharpened(
      [
        now === undefined ? 'No budget is recorded for this measure.' : spendSentence(now, year!),
        source === undefined
          ? null
          : `${pounds(source.left)} is unspent on ${titled(source.title)}, which is green.`,
      ],
      now === undefined
        ? 'What does it cost now, what more would it take, and from where?'
        : 'What more money or people would it take, and from where?',
    ),
    facts: factsOf({
      Budget: now && `${pounds(now.budget)} in ${year}`,
      Spent: now && pounds(now.spend),
      'Cost of each case': now?.unitCost != null && pounds(now.unitCost),
      'Conditions on the money': now?.conditions && closed(now.conditions),
      'Green measures of the same board with money left': String(spare.length),
    }),
    table:
      spare.length === 0
        ? null
        : {
            caption: 'Money left on green measures of the same board',
            head: ['Measure', 'Left', 'Green periods of the last 12'],
            rows: spare
              .slice(0, 5)
              .map(({ title, reference, left, run }) => [
                `${title} (${reference})`,
                pounds(left),
                formatCount(run),
              ]),
            numeric: [1, 2],
          },
    source: asHeld(subject, 'the budgets'),
  })
}

type Budget = Money['own'][number]

function findingFor(
  now: Budget | undefined,
  source: Money['spare'][number] | undefined,
  year: string | undefined,
): string {
  if (now === undefined) return 'No budget is recorded for this measure'
  const own =
    now.spend > now.budget
      ? `Overspent by ${pounds(now.spend - now.budget)} in ${year}`
      : now.spend < now.budget
        ? `${pounds(now.budget - now.spend)} of its own budget is unspent in ${year}`
        : `The budget of ${year} is spent to the pound`
  return source === undefined
    ? own
    : `${own}; ${pounds(source.left)} is left on ${titled(source.title)}`
}

function spendSentence({ budget, spend }: Budget, year: string): string {
  if (spend > budget) return `It overspent by ${pounds(spend - budget)} in ${year}.`
  return `${pounds(spend)} of ${pounds(budget)} was spent in ${year}.`
}
