import { browserFor } from '../support/browser'
import { demonstrationDatabase } from '../support/database'

const at = demonstrationDatabase()

describe('everybody', () => {
  test('reads a definition in plain sections, and sees no button to change it', async () => {
    const nobody = await browserFor(null, at.db)
    const read = await nobody.open('/kirkdale/indicators/env-03/definition')
    expect(read.heading).toContain('Household waste recycled')
    expect(read.main).toContain('Higher is better')
    expect(read.main).toContain('Weighbridge records')
    expect(read.main).not.toContain('Change this definition')
    expect((await nobody.open('/kirkdale/indicators/nothing/definition')).status).toBe(404)
  })

  test('reads every change without the names of those who made it', async () => {
    const nobody = await browserFor(null, at.db)
    const read = await nobody.open('/kirkdale/indicators/env-03/history')
    expect(read.main).toContain('Street sweepings taken out, as the national definition changed.')
    expect(read.main).not.toContain('Mo Rahman')
    expect((await nobody.open('/kirkdale/indicators/nothing/history')).status).toBe(404)
  })

  test('reads what a published figure was before it was revised', async () => {
    const { reference } = await at.inArea('kirkdale', async trx => {
      const { rows } = await trx.raw(
        `select i.reference from actuals a
           join series s on s.area_id = a.area_id and s.id = a.series_id
           join indicators i on i.area_id = s.area_id and i.id = s.indicator_id
         where a.state = 'published' and a.version = 2 and a.revision_reason <> '' limit 1`,
      )
      return rows[0]
    })
    const nobody = await browserFor(null, at.db)
    const read = await nobody.open(`/kirkdale/indicators/${reference}/history`)
    expect(read.main).toMatch(/Revised figure for .* Published figure was .* and became/)
  })
})
