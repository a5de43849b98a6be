import { figureValue } from '../../server/domain/figure'
import { round } from '../../server/domain/number'
import { seededBorough } from './borough'

const borough = seededBorough()

interface Figure {
  reference: string
  kind: string
  starts: string
  value: number
  numerator: number | null
  denominator: number | null
  per: number
}

const PUBLISHED = `select i.reference, s.kind, a.starts, a.value, a.numerator, a.denominator, i.per
  from actuals a join series s on s.id = a.series_id join indicators i on i.id = s.indicator_id
  where a.availability = 'figure'`

describe('the figures of the demonstration', () => {
  test('cover more than sixty measures and five years', async () => {
    expect(
      await borough.count('select count(*) from indicators where retired_on is null'),
    ).toBeGreaterThan(62)
    const [span] = await borough.ask(
      `select min(starts)::text as first, max(starts)::text as last from actuals`,
    )
    expect(span).toEqual({ first: '2021-04-01', last: '2026-10-01' })
  })

  test('are what their counts come to, with some counts in halves', async () => {
    const rows = await borough.ask<Figure>(`${PUBLISHED} and a.numerator is not null`)
    expect(rows.length).toBeGreaterThan(2000)
    for (const row of rows) expect(row.value).toBe(figureValue(row, row.per))
    expect(rows.some(({ numerator }) => numerator! % 1 === 0.5)).toBe(true)
    expect(
      rows.every(({ per, numerator, denominator }) => per !== 100 || numerator! <= denominator!),
    ).toBe(true)
  })

  test('add up from their parts to the headline in every period', async () => {
    const rows = await borough.ask<Figure>(`${PUBLISHED} and a.state = 'published'`)
    const heads = new Map(
      rows
        .filter(({ kind }) => kind === 'headline')
        .map(row => [`${row.reference} ${row.starts}`, row]),
    )
    const sums = new Map<
      string,
      { reference: string; value: number; numerator: number; denominator: number }
    >()
    for (const { reference, kind, starts, value, numerator, denominator } of rows) {
      if (kind === 'headline') continue
      const key = `${reference} ${starts} ${kind}`
      const sum = sums.get(key) ?? { reference, value: 0, numerator: 0, denominator: 0 }
      sum.value += value
      sum.numerator += numerator ?? 0
      sum.denominator += denominator ?? 0
      sums.set(key, sum)
    }

    expect(
      new Set([...sums.values()].map(({ reference }) => reference)).size,
    ).toBeGreaterThanOrEqual(12)
    for (const [key, sum] of sums) {
      const head = heads.get(key.split(' ').slice(0, 2).join(' '))!
      const amounts = {
        key,
        numerator: sum.numerator || null,
        denominator: sum.denominator || null,
      }
      expect(amounts).toEqual({ key, numerator: head.numerator, denominator: head.denominator })
      if (head.numerator === null) expect(round(sum.value, 6)).toBe(head.value)
    }
  })

  test('have parts too small to be shown to everybody', async () => {
    expect(
      await borough.count(
        `select count(*) from actuals a join series s on s.id = a.series_id
         where s.kind <> 'headline' and coalesce(a.numerator, a.value) between 1 and 4`,
      ),
    ).toBeGreaterThan(20)
  })

  test('never fall within a year when they are running totals', async () => {
    expect(
      await borough.count(
        `select count(*) from (
           select a.value - lag(a.value) over (partition by a.series_id order by a.starts) as step,
             extract(month from a.starts) as month
           from actuals a join series s on s.id = a.series_id join indicators i on i.id = s.indicator_id
           where i.shape = 'cumulative' and i.year_to_date = 'sum' and a.state = 'published') as steps
         where step < 0 and month <> 4`,
      ),
    ).toBe(0)
  })

  test('keep what was first reported beside each revision, with its reason', async () => {
    const rows = await borough.ask<{ state: string; reason: string }>(
      `select a.state, b.revision_reason as reason from actuals a
         join actuals b on b.series_id = a.series_id and b.starts = a.starts and b.version = 2
       where a.version = 1 and a.value <> b.value`,
    )
    expect(rows.map(({ state }) => state).sort()).toEqual([
      'published',
      'superseded',
      'superseded',
      'superseded',
      'withdrawn',
    ])
    expect(rows.every(({ reason }) => reason !== '')).toBe(true)
  })

  test('are aimed at targets of every kind, one of them changed in mid-year', async () => {
    expect(
      await borough.count('select count(*) from targets where low is not null'),
    ).toBeGreaterThan(0)
    expect(
      await borough.count('select count(*) from annual_targets where profile is not null'),
    ).toBeGreaterThan(0)
    expect(
      await borough.count('select count(*) from annual_targets where reward_grant > 0'),
    ).toBeGreaterThan(2)
    expect(
      await borough.ask(
        `select c.reason <> '' as reasoned, (c.before->>'value')::numeric as before, t.value as after
         from target_changes c join targets t on t.series_id = c.series_id
           and t.starts = '2026-07-01' where c.period = '2026-07'`,
      ),
    ).toEqual([{ reasoned: true, before: 92, after: 94 }])
    expect(
      await borough.count(
        `select count(*) from indicators i join series s on s.indicator_id = i.id and s.kind = 'headline'
         where i.polarity <> 'context-only'
           and not exists (select 1 from targets t where t.series_id = s.id)`,
      ),
    ).toBeGreaterThan(0)
  })

  test('have forecasts of two dozen measures, eight or more of each, some always hopeful', async () => {
    const rows = await borough.ask<{ reference: string; scored: number; error: number }>(
      `select i.reference, count(*) as scored, avg(f.value - a.value) as error
       from forecasts f join series s on s.id = f.series_id join indicators i on i.id = s.indicator_id
         join actuals a on a.series_id = f.series_id and a.starts = f.starts and a.state = 'published'
       where f.horizon = 'period' and f.frozen_at is not null group by i.reference`,
    )
    expect(rows.filter(({ scored }) => scored >= 8).length).toBeGreaterThanOrEqual(20)
    expect(rows.find(({ reference }) => reference === 'hc-07')!.error).toBeGreaterThan(2)
    expect(await borough.count('select count(*) from forecasts where frozen_at is null')).toBe(2)
    expect(await borough.count('select count(*) from forecasts where made_in >= starts')).toBe(0)
  })
})
