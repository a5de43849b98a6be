import { type Browser, browserFor, type Fields } from '../support/browser'
import { demonstrationDatabase } from '../support/database'
import { filled } from './filled'

const at = demonstrationDatabase()

const DEFINITION = '/kirkdale/indicators/env-02/definition'
const EDIT = `${DEFINITION}/edit`
const HISTORY = '/kirkdale/indicators/env-02/history'

let mo: Browser

beforeAll(async () => {
  mo = await browserFor('mo', at.db)
})

/** The form as it opens, with some of it changed. */
async function changed(changes: Fields, edit = EDIT) {
  return { ...filled(await mo.open(edit), 'form.form'), ...changes }
}

function held(reference: string) {
  return at.inArea('kirkdale', async trx => {
    const indicator = (await trx('indicators').where({ reference }).first())!
    const series = await trx('series').where({ indicatorId: indicator.id })
    const { areaId } = indicator
    return {
      indicator,
      series,
      versions: await trx('indicatorVersions').where({ areaId, indicatorId: indicator.id }),
      breaks: await trx('breaks').where({ areaId, indicatorId: indicator.id }),
      contributors: await trx('indicatorContributors').where({ indicatorId: indicator.id }),
      standings: await trx('standings').where({ indicatorId: indicator.id }),
      audits: await trx('auditEvents').where({ action: 'indicator.revised', subject: reference }),
    }
  })
}

describe('the partnership manager', () => {
  test('changes a definition with a reason, and the history tells it', async () => {
    const before = await held('env-02')
    const sent = await mo.send(
      EDIT,
      await changed({ goodLooksLike: 'Nobody treads in any.', reason: 'Residents asked for it' }),
    )
    expect(sent.goesTo).toBe(DEFINITION)

    const after = await held('env-02')
    expect(after.indicator.version).toBe(before.indicator.version + 1)
    expect(after.versions).toHaveLength(before.versions.length + 1)
    expect(after.audits).toHaveLength(1)
    expect(after.contributors).toHaveLength(before.contributors.length)

    const shown = await mo.open(DEFINITION)
    expect(shown.flash).toBe(`Saved as version ${after.indicator.version} of the definition`)
    expect(shown.main).toContain('Nobody treads in any.')
    const history = await mo.open(HISTORY)
    expect(history.main).toContain('became “Nobody treads in any.”')
    expect(history.main).toContain('Residents asked for it')
    expect(history.main).toContain('Mo Rahman')
  })

  test('changes the tolerance, and every figure is judged again at once', async () => {
    const before = await held('env-03')
    const headline = before.series.find(({ kind }) => kind === 'headline')!
    const statusOf = ({ standings }: typeof before) =>
      (standings.find(({ seriesId }) => seriesId === headline.id)!.standing as { status: string })
        .status
    expect(statusOf(before)).toBe('amber')

    const edit = '/kirkdale/indicators/env-03/definition/edit'
    const form = await changed(
      { toleranceSize: '0', reason: 'The council no longer allows any' },
      edit,
    )
    expect((await mo.send(edit, form)).status).toBe(303)
    expect(statusOf(await held('env-03'))).toBe('red')
  })

  test('breaks the line where figures are counted another way from then on', async () => {
    const form = await changed({
      source: 'A new survey',
      reason: 'Surveyed by another firm',
      breakFrom: '2026-27-q1',
    })
    expect((await mo.send(EDIT, form)).status).toBe(303)
    expect((await held('env-02')).breaks).toContainEqual(
      expect.objectContaining({ starts: '2026-04-01', note: 'Surveyed by another firm' }),
    )
    expect((await mo.open(DEFINITION)).main).toContain('From 2026/27 Q1Surveyed by another firm')
  })

  test('names who contributes, with shares', async () => {
    const form = await changed({
      'contributor-1': 'kirkdale-police',
      'share-1': '30',
      'contributor-2': 'kirkdale-homes',
      'share-2': '',
      'contributor-3': '',
      'share-3': '',
      reason: 'Agreed at the board',
    })
    expect((await mo.send(EDIT, form)).status).toBe(303)
    expect((await mo.open(DEFINITION)).main).toContain('Kirkdale Homes and Kirkdale Police (30%)')
  })

  test('sends the same change twice, and makes one version of it', async () => {
    const form = await changed({ rationale: 'Litter draws litter.', reason: 'Said better' })
    await mo.send(EDIT, form)
    const once = (await held('env-02')).indicator.version
    expect((await mo.send(EDIT, form)).status).toBe(303)
    expect((await held('env-02')).indicator.version).toBe(once)
  })

  test('hands a measure to another organisation, which owes its figures from then on', async () => {
    const edit = '/kirkdale/indicators/env-08/definition/edit'
    const before = await held('env-08')
    const form = await changed(
      { leadOrganisationId: 'kirkdale-homes', reason: 'The estate teams took it on' },
      edit,
    )
    expect((await mo.send(edit, form)).status).toBe(303)

    const after = await held('env-08')
    const owners = after.series
      .filter(({ kind }) => kind === 'headline')
      .map(one => one.organisationId)
    expect(owners).toEqual([after.indicator.leadOrganisationId])
    expect(owners).not.toEqual([before.indicator.leadOrganisationId])
  })

  test('is not stopped from finding out that somebody else was quicker', async () => {
    const first = await changed({ owner: 'Head of Streets', reason: 'New post' })
    const second = await changed({ source: 'Street audits', reason: 'Audits began' })
    await mo.send(EDIT, first)
    const version = (await held('env-02')).indicator.version

    const conflict = await mo.send(EDIT, second)
    expect(conflict.status).toBe(409)
    expect(conflict.main).toContain('Somebody else changed this definition while you were at it')
    expect(conflict.main).toContain('became Head of Streets')
    expect(conflict.field('source').text()).toContain('Street audits')
    expect((await held('env-02')).indicator.version).toBe(version)

    const again = await mo.send(EDIT, filled(conflict, 'form.form'))
    expect(again.status).toBe(303)
    expect((await held('env-02')).indicator.source).toBe('Street audits')
  })
})

describe('what may not be', () => {
  test.each(['99999999999', '1e99', '-1', 'x'])('a version %s was never seen', async version => {
    const form = await changed({ version, owner: `Owner ${version}`, reason: 'A try' })
    expect((await mo.send(EDIT, form)).status).toBe(409)
  })

  test.each([
    ['reason', { reason: '' }, 'Explain why the definition changes'],
    ['title', { title: ' ' }, 'Enter the title'],
    ['toleranceSize', { toleranceSize: '-1' }, 'Tolerance must be from 0 to 1,000,000,000'],
    ['toleranceSize', { toleranceSize: '101' }, 'Tolerance must be at most 100% of the target'],
    ['toleranceSize', { toleranceSize: '1e5' }, 'Tolerance must be a number, like 5'],
    ['startsOn', { startsOn: '0000-01-01' }, 'In use from must be a real day, like 2026-04-01'],
    [
      'reviewedOn',
      { reviewedOn: '0000-01-01' },
      'Last reviewed must be a real day, like 2026-10-14',
    ],

    ['decimals', { decimals: '1.5' }, 'Decimal places must be a whole number from 0 to 6'],
    [
      'denominatorLabel',
      { denominatorLabel: '' },
      'Enter what it is out of, or leave both counts empty',
    ],
    ['leadOrganisationId', { leadOrganisationId: 'nobody' }, 'Select the lead organisation'],
    [
      'reviewDueOn',
      { reviewedOn: '2026-10-01', reviewDueOn: '2026-09-01' },
      'Next review must be after the last one',
    ],
    [
      'share-1',
      { 'contributor-1': 'kirkdale-police', 'share-1': '120' },
      'Share must be from 0 to 100%',
    ],
    [
      'contributor-2',
      { 'contributor-1': 'kirkdale-police', 'contributor-2': 'kirkdale-police' },
      'Select each contributor only once',
    ],
    ['frequency', { frequency: 'month' }, /^Figures have been entered already/],
    ['shape', { shape: 'cumulative' }, /^Figures have been entered already/],
    ['breakFrom', { breakFrom: '1066' }, /from the list$/],
  ] as [string, Fields, string | RegExp][])('%s', async (field, changes, sentence) => {
    const before = await held('env-02')
    const sent = await mo.send(EDIT, await changed({ reason: 'Because', ...changes }))
    expect(sent.status).toBe(422)
    expect(sent.errors).toContainEqual([
      `#${field}`,
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    ])
    expect((await held('env-02')).indicator).toEqual(before.indicator)
  })

  test('another organisation takes over while figures are on their way', async () => {
    const reference = await at.inArea('kirkdale', async trx => {
      await trx.raw(`select set_config('app.sight', 'all', true)`)
      const { rows } = await trx.raw(
        `select i.reference from indicators i
           join series s on s.area_id = i.area_id and s.indicator_id = i.id and s.kind = 'headline'
           join actuals a on a.area_id = s.area_id and a.series_id = s.id
         where a.state = 'submitted' and a.organisation_id = i.lead_organisation_id limit 1`,
      )
      return rows[0].reference as string
    })
    const edit = `/kirkdale/indicators/${reference}/definition/edit`
    const form = await changed({ leadOrganisationId: 'dale-buses', reason: 'A try' }, edit)
    const sent = await mo.send(edit, form)
    expect(sent.status).toBe(422)
    expect(sent.errors[0]?.[1]).toMatch(
      /^Figures of the present lead organisation are on their way/,
    )
  })

  test.each(['olive', 'asha', 'singh', 'dee', 'ada', 'sam'] as const)(
    '%s changes no definition',
    async handle => {
      const browser = await browserFor(handle, at.db)
      expect((await browser.open(EDIT)).status).toBe(403)
      expect((await browser.send(EDIT, { reason: 'I would like to' })).status).toBe(403)
    },
  )
})
