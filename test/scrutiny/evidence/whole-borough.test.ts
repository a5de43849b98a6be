import type { Database } from '../../../server/database/database'
import { inScope } from '../../../server/database/scope'
import type { Area } from '../../../server/database/tables/people'
import { FRIENDS } from '../../../server/domain/friend'
import { periodSlug, periodStarting } from '../../../server/domain/period'
import { questionsAskedOf } from '../../../server/domain/questions'
import type { Standing } from '../../../server/domain/standing'
import { gatherEvidence } from '../../../server/scrutiny/evidence/gather'
import type { Panel } from '../../../server/scrutiny/evidence/panel'
import { loadSubject, type Subject } from '../../../server/scrutiny/evidence/subject'
import { demonstrationDatabase } from '../../support/database'
import { expectSpeakable, TODAY } from './invented'

const database = demonstrationDatabase()

async function findArea(db: Database, slug: string): Promise<Area> {
  return (await db('areas').where({ slug }).first())!
}

/** The measure and the period that a worklist would lead to. */
async function findSubjects(trx: Database, area: Area, only: (standing: Standing) => boolean) {
  const calendar = { yearStart: area.yearStart }
  const rows = await trx('standings as k')
    .join('indicators as i', join => join.on('i.areaId', 'k.areaId').andOn('i.id', 'k.indicatorId'))
    .where({ 'k.areaId': area.id, 'k.headline': true })
    .orderBy('i.reference')
    .select('i.reference', 'i.frequency', 'k.standing')
  const subjects: Subject[] = []
  for (const { reference, frequency, standing: kept } of rows) {
    const standing = kept as unknown as Standing
    if (!only(standing)) continue
    const isLate = standing.nextDueOn !== null && standing.nextDueOn < TODAY
    const starts = isLate ? standing.nextStarts : (standing.starts ?? standing.nextStarts)
    if (starts === null) continue
    const slug = periodSlug(periodStarting(starts, frequency, calendar), calendar)
    subjects.push(await loadSubject(trx, area, reference, slug, TODAY))
  }
  return subjects
}

function expectShowable(panel: Panel) {
  const { picture, narrow, table, ...words } = panel
  const text = JSON.stringify([words, table ?? '', picture ?? '', narrow ?? ''])
  expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/)
  expect(panel.finding).toMatch(/^\S.*[^.\s]$/)
  expect(panel.source).toMatch(/\S\.$/)
  expect(panel.facts.length > 0 || panel.table !== null).toBe(true)
  for (const { label, value } of panel.facts)
    expect([label, value.trim() === '']).toEqual([label, false])
  for (const row of panel.table?.rows ?? []) expect(row).toHaveLength(panel.table!.head.length)
  expectSpeakable(panel.sharpened)
}

describe.each(['kirkdale', 'sallow'])('the evidence of %s', slug => {
  it('is put up for every question on every measure, in words fit to be read out', async () => {
    const area = await findArea(database.db, slug)
    await inScope(database.db, { areaId: area.id }, async trx => {
      const subjects = await findSubjects(trx, area, () => true)
      expect(subjects.length).toBeGreaterThan(10)
      for (const subject of subjects) {
        for (const friend of FRIENDS) {
          const panels = await gatherEvidence(trx, subject, friend)
          const asked = questionsAskedOf(friend, subject).map(({ id }) => id)
          expect(panels.map(({ question }) => question)).toEqual(asked)
          for (const panel of panels) expectShowable(panel)
        }
      }
    })
  })
})

it('costs one query a panel at most, and two for the measure', async () => {
  const area = await findArea(database.db, 'kirkdale')
  await inScope(database.db, { areaId: area.id }, async trx => {
    const queries: string[] = []
    trx.on('query', ({ sql }: { sql: string }) => queries.push(sql))

    const subject = await loadSubject(trx, area, 'hc-07', '2026-27-q2', TODAY)
    expect(queries).toHaveLength(2)
    for (const friend of FRIENDS) {
      queries.length = 0
      const panels = await gatherEvidence(trx, subject, friend)
      expect(queries.length).toBeLessThanOrEqual(panels.length)
      expect(queries.length).toBeGreaterThan(0)
    }
  })
})

it('holds no figure that is not published', async () => {
  const area = await findArea(database.db, 'kirkdale')
  await inScope(database.db, { areaId: area.id, sight: 'all' }, async trx => {
    const unpublished = await trx('actuals as a')
      .join('series as s', join => join.on('s.areaId', 'a.areaId').andOn('s.id', 'a.seriesId'))
      .join('indicators as i', join =>
        join.on('i.areaId', 's.areaId').andOn('i.id', 's.indicatorId'),
      )
      .where({ 'a.areaId': area.id, 's.kind': 'headline', 'a.state': 'submitted', 'a.version': 1 })
      .whereNotNull('a.value')
      .select('i.reference', 'i.frequency', 'a.starts')
    expect(unpublished.length).toBeGreaterThan(0)
    for (const { reference, frequency, starts } of unpublished) {
      const calendar = { yearStart: area.yearStart }
      const slug = periodSlug(periodStarting(starts, frequency, calendar), calendar)
      const subject = await loadSubject(trx, area, reference, slug, TODAY)
      expect(subject.absence).not.toBeNull()
      expect(subject.figures.map(figure => figure.starts)).not.toContain(starts)
    }
  })
})

it('knows no measure that there is not, and no period of another kind', async () => {
  const area = await findArea(database.db, 'kirkdale')
  await inScope(database.db, { areaId: area.id }, async trx => {
    const load = (reference: string, period: string) =>
      loadSubject(trx, area, reference, period, TODAY)
    await expect(load('no-such', '2026-27-q2')).rejects.toThrow('Measure not found')
    await expect(load('hc-07', '2026-27')).rejects.toThrow('Measure not found')
  })
})
