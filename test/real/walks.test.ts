import { inScope } from '../../server/database/scope'
import type { Area } from '../../server/database/tables/people'
import { FRIENDS } from '../../server/domain/friend'
import { gatherEvidence } from '../../server/scrutiny/evidence/gather'
import type { Panel } from '../../server/scrutiny/evidence/panel'
import { loadSubject } from '../../server/scrutiny/evidence/subject'
import { AE, HART, realAreas } from './areas'
import { describeReal } from './source'

const open = realAreas()

/** The questions of each friend where no breakdown is held: W0 stands for W1. */
const ASKED = {
  what: ['2', '2a', '3', '3a', '3c', '3d', '4b', '7', '7a', '8', '8a', '8b'],
  why: ['1', '1a', '1b'],
  when: ['4', '5b'],
  how: ['4a', '5', '5a', '7b'],
  where: ['W0', 'W2', 'W3'],
  who: ['3b', '6', '6a'],
}

const NEVER_SAID =
  /undefined|NaN|\bnull\b|Infinity|\[object| {2}|\b0 of 0\b|(?<![\d.,−])\b(1|[Oo]ne) (quarters|days|points|people|patients|cases|measures|actions)\b|\b[Nn]o (quarters|are|is)\b/

/** What is wrong with a panel's words, each in the words themselves. */
function faultsOf(panel: Panel): string[] {
  const { finding, sharpened, notes, source, facts, table, picture, narrow } = panel
  const cells = table === null ? [] : [table.caption, ...table.head, ...table.rows.flat()]
  const words = [finding, sharpened, source, ...notes, ...cells]
  const all = [...words, ...facts.flatMap(({ label, value }) => [label, value])]
  const sentences = [sharpened, source, ...notes]
  return [
    ...all.filter(text => text.trim() === '' || NEVER_SAID.test(text)),
    ...[picture ?? '', narrow ?? ''].filter(drawn => /undefined|NaN|null|Infinity/.test(drawn)),
    ...sentences.filter(text => !/^[‘“]?[A-Z0-9£−].*[.?”]$/s.test(text)),
    ...[finding].filter(text => !/^[A-Z0-9£‘−].*[^.\s]$/.test(text)),
    ...[sharpened].filter(text => text.split(/\s+/).length > 45 || !text.endsWith('?')),
    ...(facts.length === 0 && table === null ? [`${finding}: nothing is shown`] : []),
  ]
}

describeReal('Every walk', () => {
  test.each([
    [AE, 133, '2018-19-q4'],
    [HART, 45, '2014-15-q2'],
  ] as const)(
    'of %o asks just the questions there are, in words fit to be read out',
    async ({ slug, today }, count, period) => {
      const area: Area = (await open.db('areas').where({ slug }).first())!
      await inScope(open.db, { areaId: area.id }, async trx => {
        const references = await trx('indicators').orderBy('reference').pluck('reference')
        expect(references).toHaveLength(count)

        const queries: string[] = []
        trx.on('query', ({ sql }: { sql: string }) => queries.push(sql))
        for (const reference of references) {
          const subject = await loadSubject(trx, area, reference, period, today)
          for (const friend of FRIENDS) {
            queries.length = 0
            const panels = await gatherEvidence(trx, subject, friend)
            expect(queries.length).toBeLessThanOrEqual(panels.length)
            expect(panels.map(({ question }) => question)).toEqual(ASKED[friend])
            const faults = panels.flatMap(panel =>
              faultsOf(panel).map(fault => `${reference} ${panel.question}: ${fault}`),
            )
            expect(faults).toEqual([])
          }
        }
      })
    },
    120_000,
  )
})
