import type { Knex } from 'knex'
import { areaTable } from '../area-tables'

/** What each series stands at: kept in the same transaction as every write that could change it. */
export async function up(knex: Knex) {
  await areaTable(
    knex,
    'standings',
    { key: ['series_id'], belongs: { series_id: 'series', indicator_id: 'indicators' } },
    table => {
      table.uuid('series_id').notNullable()
      table.uuid('indicator_id').notNullable()
      table.boolean('headline').notNullable()
      table.integer('rules').notNullable()
      table.jsonb('standing').notNullable()
      table.text('card').notNullable()
      table.index(['area_id', 'headline'])
    },
  )
}

export async function down(knex: Knex) {
  await knex.schema.dropTable('standings')
}
