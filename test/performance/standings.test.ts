import { inScope } from '../../server/database/scope'
import type { Area } from '../../server/database/tables/people'
import type { Actual } from '../../server/database/tables/performance'
import { parsePeriod, periodStarts, shiftPeriod } from '../../server/domain/period'
import {
  approveActual,
  returnActual,
  submitActual,
} from '../../server/performance/actuals/approval'
import type { DueActual } from '../../server/performance/actuals/due'
import { recordActual } from '../../server/performance/actuals/entry'
import type { ActualForm } from '../../server/performance/actuals/forms'
import { publishActual, withdrawActual } from '../../server/performance/actuals/publication'
import {
  computeStandings,
  keepStandings,
  rebuildStandings,
} from '../../server/performance/standings/keep'
import { demonstrationDatabase } from '../support/database'
import { TODAY } from '../support/today'
import { addMeasure, calendar, LATEST, type Measure, type MeasurePlan } from './a-measure'
import { dice } from './dice'

const at = demonstrationDatabase()
/** Step by step through the commands, as people do; and in bulk, as imports and corrections do. */
const STEPS = 2_000
const BULK = 8_000
const SERIES = 40
const PERIODS = 5

type Trx = Parameters<Parameters<typeof at.inArea>[1]>[0]

let area: Area
let people: Record<'olive' | 'asha' | 'mo', { id: string; organisationId: string }>
let measures: Measure[]

beforeAll(async () => {
  measures = []
  for (let number = 0; number < SERIES; number += 1)
    measures.push(await addMeasure(at, planOf(number)))
  await at.inArea('kirkdale', async trx => {
    area = (await trx('areas').where({ slug: 'kirkdale' }).first())!
    const rows = await trx('users').whereIn('handle', ['olive', 'asha', 'mo'])
    const { organisationId } = measures[0]!
    people = Object.fromEntries(
      rows.map(({ handle, id }) => [handle, { id, organisationId }]),
    ) as typeof people
  })
}, 120_000)

/** Every polarity, shape and rule in turn. */
function planOf(number: number): MeasurePlan {
  const pick = <Item>(items: readonly Item[], step: number) =>
    items[Math.floor(number / step) % items.length]!
  const polarity = pick(
    ['higher-is-better', 'lower-is-better', 'range-is-better', 'context-only'] as const,
    1,
  )
  return {
    reference: `rnd-${number}`,
    values: number % 3 === 0 ? [] : [71, 69, 70, 72, 70, 68, 71, 70, 73],
    target: polarity === 'range-is-better' ? { low: 60, high: 75 } : number % 7 === 0 ? null : 70,
    rules: {
      polarity,
      shape: pick(['discrete', 'cumulative'] as const, 4),
      yearToDate: pick(['sum', 'mean', 'latest', 'ratio'] as const, 8),
      toleranceKind: pick(['relative', 'absolute'] as const, 2),
      decimals: number % 3,
    },
  }
}

/** One figure as its page would load it: only what the commands read. */
async function dueOf(trx: Trx, measure: Measure, back: number): Promise<DueActual> {
  const period = shiftPeriod(parsePeriod(LATEST, calendar, 'quarter')!, -back)
  const { areaId, seriesId } = measure
  const starts = periodStarts(period, calendar)
  const versions = await trx('actuals')
    .where({ areaId, seriesId, starts })
    .orderBy('version', 'desc')
  return {
    ...(await ruledBy(trx, measure)),
    area,
    calendar,
    period,
    starts,
    target: null,
    closed: false,
    open: versions.find(({ state }) => OPEN.includes(state)),
    published: versions.find(({ state }) => state === 'published'),
    versions: versions.filter(({ publishedAt }) => publishedAt !== null),
    before: [],
    withdrawals: [],
  }
}

type Ruled = Pick<DueActual, 'indicator' | 'series' | 'owner'>
const known = new Map<string, Ruled>()

async function ruledBy(trx: Trx, { areaId, indicatorId, seriesId, organisationId }: Measure) {
  const held = known.get(seriesId)
  if (held) return held

  const ruled: Ruled = {
    indicator: (await trx('indicators').where({ areaId, id: indicatorId }).first())!,
    series: (await trx('series').where({ areaId, id: seriesId }).first())!,
    owner: (await trx('organisations').where({ areaId, id: organisationId }).first())!,
  }
  known.set(seriesId, ruled)
  return ruled
}

const OPEN: readonly Actual['state'][] = ['draft', 'submitted', 'returned', 'approved']

function actor(handle: keyof typeof people) {
  return { ...people[handle], name: handle, roles: [] }
}

function formWith(roll: ReturnType<typeof dice>, edit: number): ActualForm {
  const counted = roll.one(4) === 0
  const absent = roll.one(12) === 0
  const numerator = counted ? roll.one(90) : null
  const denominator = counted ? 90 + roll.one(30) : null
  return {
    availability: absent ? (roll.one(2) === 0 ? 'not-applicable' : 'not-yet-available') : 'figure',
    value: absent ? null : counted ? (numerator! / denominator!) * 100 : 50 + roll.one(400) / 10,
    numerator: absent ? null : numerator,
    denominator: absent ? null : denominator,
    certainty: roll.one(3) === 0 ? 'provisional' : 'final',
    reasonCode: null,
    reasonText: '',
    availabilityNote: '',
    promisedOn: null,
    revisionReason: 'Counted again.',
    edit,
    step: 'save',
    foreseen:
      roll.one(3) === 0
        ? [
            {
              horizon: 'year-end',
              starts: '2027-01-01',
              value: 60 + roll.one(30),
              low: null,
              high: null,
            },
          ]
        : [],
  }
}

/** The next thing that may happen to a figure as it stands, or a change of what is wanted of it. */
async function writeOnce(trx: Trx, roll: ReturnType<typeof dice>): Promise<void> {
  const measure = roll.of(measures)
  if (roll.one(10) === 0) return changeTarget(trx, measure, roll)

  const due = await dueOf(trx, measure, roll.one(PERIODS))
  const { open, published } = due
  switch (open?.state) {
    case undefined:
      if (published && roll.one(4) === 0) {
        await withdrawActual(trx, actor('mo'), due, 'Wrong.')
      } else {
        await recordActual(trx, actor('olive'), due, formWith(roll, 0), TODAY)
      }
      return
    case 'submitted':
      if (roll.one(4) === 0) await returnActual(trx, actor('asha'), due, 'Look again.')
      else await approveActual(trx, actor('asha'), due)
      return
    case 'approved':
      await publishActual(trx, actor('mo'), due)
      return
    default:
      if (roll.one(3) === 0) {
        await recordActual(trx, actor('olive'), due, formWith(roll, open!.edit), TODAY)
      } else {
        await submitActual(trx, actor('olive'), due)
      }
  }
}

async function changeTarget(
  trx: Trx,
  { areaId, seriesId }: Measure,
  roll: ReturnType<typeof dice>,
) {
  const target = await trx('targets').where({ areaId, seriesId }).first()
  const value = 55 + roll.one(30)
  const bounds = target?.low ? { low: value - 8, high: value + 8 } : { value }
  await trx('targets').where({ areaId, seriesId }).update(bounds)
  await keepStandings(trx, area, [seriesId])
}

/** Figures put in place, taken away and corrected many at a time, their standings kept once for all. */
async function writeInBulk(trx: Trx, roll: ReturnType<typeof dice>, writes: number) {
  const touched = new Set<string>()
  for (let left = writes; left > 0; left -= 50) {
    const { areaId, seriesId, organisationId, indicatorId } = roll.of(measures)
    touched.add(seriesId)
    const starts = Array.from({ length: 50 }, (_, place) => startsOf(5 + place))
    const where = { areaId, seriesId, state: 'published' as const }
    await trx('actuals').where({ areaId, seriesId }).whereIn('starts', starts).delete()
    await trx('actuals').insert(
      starts
        .filter(() => roll.one(8) > 0)
        .map(each => ({
          ...where,
          organisationId,
          starts: each,
          version: 1,
          value: 50 + roll.one(400) / 10,
          certainty: 'final' as const,
          publishedAt: new Date('2026-10-01T10:00:00Z'),
        })),
    )
    if (roll.one(3) === 0) {
      const changed = { areaId, indicatorId, starts: startsOf(roll.one(40)), note: 'Counted anew' }
      await trx('breaks').insert(changed).onConflict(['areaId', 'indicatorId', 'starts']).ignore()
    }
  }
  await keepStandings(trx, area, [...touched])
}

function startsOf(back: number): string {
  return periodStarts(shiftPeriod(parsePeriod(LATEST, calendar, 'quarter')!, -back), calendar)
}

function keptAndComputed() {
  return at.inArea('kirkdale', async trx => {
    const ids = measures.map(({ seriesId }) => seriesId)
    const kept = await trx('standings').where({ areaId: area.id }).whereIn('seriesId', ids)
    const computed = await computeStandings(trx, area, ids)
    return {
      kept: Object.fromEntries(kept.map(({ seriesId, standing }) => [seriesId, standing])),
      computed: Object.fromEntries(
        computed.map(({ series, standing }) => [
          series.seriesId,
          JSON.parse(JSON.stringify(standing)),
        ]),
      ),
    }
  })
}

test('after 10,000 random writes the kept and the recomputed agree exactly', async () => {
  const roll = dice(20261123)
  for (let written = 0; written < STEPS; written += 100) {
    await at.inArea('kirkdale', async trx => {
      for (let each = 0; each < 100; each += 1) await writeOnce(trx, roll)
      await writeInBulk(trx, roll, (BULK / STEPS) * 100)
    })
  }
  const { kept, computed } = await keptAndComputed()
  expect(Object.keys(kept)).toHaveLength(SERIES)
  expect(kept).toEqual(computed)
  const statuses = new Set(Object.values(computed).map(({ status }) => status))
  expect([...statuses]).toEqual(expect.arrayContaining(['red', 'green', 'context-only']))
}, 600_000)

test('rebuilding changes nothing, and puts right what was spoilt', async () => {
  const { computed } = await keptAndComputed()
  const { seriesId } = measures[1]!
  await at.inArea('kirkdale', async trx => {
    await trx('standings').where({ areaId: area.id, seriesId }).delete()
    const all = await trx('series').where({ areaId: area.id })
    expect(await rebuildStandings(trx, area)).toBe(all.length)
  })
  expect((await keptAndComputed()).kept).toEqual(computed)
})

test('a write and its standing are undone together', async () => {
  const before = await keptAndComputed()
  const undone = inScope(at.db, { areaId: area.id, sight: 'all' }, async trx => {
    await changeTarget(trx, measures[2]!, dice(5))
    const { areaId, seriesId } = measures[2]!
    const now = await trx('standings').where({ areaId, seriesId }).first()
    expect(now!.standing).not.toEqual(before.kept[seriesId])
    throw new Error('undo this')
  })
  await expect(undone).rejects.toThrow('undo this')
  expect(await keptAndComputed()).toEqual(before)
})

test('two writers at once on one series agree with what was written', async () => {
  const measure = await addMeasure(at, { reference: 'rnd-two', values: [70, 71, 72] })
  measures.push(measure)
  const writes = Array.from({ length: 20 }, (_, at_) =>
    at.inArea('kirkdale', async trx => {
      const starts = at_ % 2 === 0 ? '2026-04-01' : '2026-01-01'
      const { areaId, seriesId } = measure
      await trx('series').where({ areaId, id: seriesId }).forUpdate()
      await trx('actuals')
        .where({ areaId, seriesId, starts })
        .update({ value: 60 + at_ })
      await keepStandings(trx, area, [seriesId])
    }),
  )
  await Promise.all(writes)
  const { kept, computed } = await keptAndComputed()
  expect(kept[measure.seriesId]).toEqual(computed[measure.seriesId])
})
