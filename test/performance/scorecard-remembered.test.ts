import type { Database } from '../../server/database/database'
import { newId } from '../../server/database/id'
import { inScope } from '../../server/database/scope'
import type { Area } from '../../server/database/tables/people'
import { keepStandings } from '../../server/performance/standings/keep'
import { choiceOf } from '../../server/performance/scorecard/choice'
import { findCards, findStamp } from '../../server/performance/scorecard/queries'
import { rememberedPage } from '../../server/performance/scorecard/remembered'
import { demonstrationDatabase } from '../support/database'
import { TODAY } from '../support/today'

const at = demonstrationDatabase()
const everything = choiceOf({})

/** Kirkdale's scorecard as its page gets it, and how often its rows had to be fetched. */
async function scorecard(choice = everything, changes: { today?: string; here?: string } = {}) {
  const area = await at.db('areas').where({ slug: 'kirkdale' }).first()
  const place = {
    area: area!,
    calendar: { yearStart: 4 },
    today: TODAY,
    here: '/kirkdale/scorecard',
    partnership: null,
    seesSmall: false,
    ...changes,
  }
  let fetched = 0
  const page = await inScope(at.db, { areaId: area!.id }, trx =>
    rememberedPage(choice, place, {
      stamp: () => findStamp(trx, area!.id),
      cards: () => {
        fetched += 1
        return findCards(trx, area!.id, null)
      },
    }),
  )
  return { page, fetched, area: area! }
}

function lines(page: Awaited<ReturnType<typeof scorecard>>['page']) {
  return page.groups.flatMap(group => group.lines)
}

async function change(work: (trx: Database, area: Area) => Promise<unknown>) {
  const { area } = await scorecard()
  await inScope(at.db, { areaId: area.id, sight: 'all' }, trx => work(trx, area))
}

async function firstMeasure(trx: Database, area: Area) {
  const found = await trx('indicators').where({ areaId: area.id, retiredOn: null }).first()
  return found!
}

test('a scorecard is worked out once for as long as nothing of it changes', async () => {
  const first = await scorecard()
  const again = await scorecard(choiceOf({}))
  expect(first.page.total).toBeGreaterThan(50)
  expect(again.page).toBe(first.page)
  expect(again.fetched).toBe(0)
})

const CHANGES: Record<string, (trx: Database, area: Area) => Promise<unknown>> = {
  'a standing kept anew': async (trx, area) => {
    const series = await trx('series').where({ areaId: area.id, kind: 'headline' }).first()
    await keepStandings(trx, area, [series!.id])
  },
  'a measure renamed': async (trx, area) => {
    const { id } = await firstMeasure(trx, area)
    await trx('indicators').where({ areaId: area.id, id }).update({ title: 'Renamed measure' })
  },
  'a measure retired': async (trx, area) => {
    const { id } = await firstMeasure(trx, area)
    await trx('indicators').where({ areaId: area.id, id }).update({ retiredOn: TODAY })
  },
  'an organisation renamed': async (trx, area) => {
    const { leadOrganisationId: id } = await firstMeasure(trx, area)
    await trx('organisations').where({ areaId: area.id, id }).update({ name: 'Renamed body' })
  },
  'an outcome renamed': async (trx, area) => {
    const measure = await trx('indicators')
      .where({ areaId: area.id, retiredOn: null })
      .whereNotNull('outcomeId')
      .first()
    await trx('outcomes')
      .where({ areaId: area.id, id: measure!.outcomeId! })
      .update({ title: 'Renamed outcome' })
  },
  'a standing gone': async (trx, area) => {
    const kept = await trx('standings').where({ areaId: area.id, headline: true }).first()
    await trx('standings').where({ areaId: area.id, seriesId: kept!.seriesId }).delete()
  },
}

test.each(Object.entries(CHANGES))('%s is on the next page that is asked for', async (_, work) => {
  const before = await scorecard()
  await change(work)
  const after = await scorecard()
  expect(after.fetched).toBe(1)
  expect(after.page).not.toBe(before.page)
  expect((await scorecard()).fetched).toBe(0)
})

test('a change that is rolled back has never been', async () => {
  const before = await scorecard()
  const undone = change(async (trx, area) => {
    await CHANGES['a measure renamed']!(trx, area)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect((await scorecard()).page).toBe(before.page)
})

test('what happens in another area changes nothing here', async () => {
  const before = await scorecard()
  const sallow = await at.db('areas').where({ slug: 'sallow' }).first()
  await inScope(at.db, { areaId: sallow!.id, sight: 'all' }, trx =>
    trx('organisations').where({ areaId: sallow!.id }).update({ kind: 'council' }),
  )
  expect((await scorecard()).page).toBe(before.page)
})

test('a new name is printed', async () => {
  const title = `Renamed ${newId()}`
  await change(async (trx, area) => {
    const { id } = await firstMeasure(trx, area)
    await trx('indicators').where({ areaId: area.id, id }).update({ title })
  })
  expect(lines((await scorecard()).page).map(line => line.title)).toContain(title)
})

test('measures turn overdue with the day, though nothing was written', async () => {
  const overdue = async (today: string) =>
    lines((await scorecard(everything, { today })).page).filter(line => line.status === 'overdue')
  const now = await overdue(TODAY)
  expect((await overdue('2031-01-01')).length).toBeGreaterThan(now.length)
})

test('what one reader chose is not shown to another', async () => {
  const red = await scorecard(choiceOf({ status: 'red' }))
  const green = await scorecard(choiceOf({ status: 'green' }))
  expect(new Set(lines(red.page).map(({ status }) => status))).toEqual(new Set(['red']))
  expect(new Set(lines(green.page).map(({ status }) => status))).toEqual(new Set(['green']))
})

test('pages asked for long ago make room', async () => {
  await scorecard()
  for (let n = 0; n < 60; n++) await scorecard(choiceOf({ partner: `nobody-${n}` }))
  expect((await scorecard()).fetched).toBe(1)
})
