import type { Knex } from 'knex'
import { areaTable } from '../area-tables'

export async function up(knex: Knex) {
  await areaTable(
    knex,
    'partnerships',
    {
      key: ['id'],
      unique: [['slug']],
      belongs: { parent_id: 'partnerships', lead_organisation_id: 'organisations' },
    },
    table => {
      table.uuid('id').notNullable()
      table.text('slug').notNullable()
      table.text('name').notNullable()
      table.uuid('parent_id')
      table
        .text('governance_class')
        .notNullable()
        .checkIn(['partnership', 'network', 'working-group', 'contract-or-grant'])
      table.text('class_reason').notNullable().defaultTo('')
      table.text('purpose').notNullable().defaultTo('')
      table.uuid('lead_organisation_id')
      table.text('chair').notNullable().defaultTo('')
      table
        .text('stage')
        .notNullable()
        .defaultTo('results')
        .checkIn(['forming', 'frustration', 'results', 'maturity', 'winding-down'])
      table.specificType('budget', 'numeric')
      table.date('started_on')
      table.date('ends_on')
      table.text('reviewed_by').notNullable().defaultTo('')
      table.date('reviewed_on')
      table.date('review_due_on')
    },
  )

  await areaTable(
    knex,
    'memberships',
    {
      key: ['partnership_id', 'organisation_id'],
      belongs: { partnership_id: 'partnerships', organisation_id: 'organisations' },
    },
    table => {
      table.uuid('partnership_id').notNullable()
      table.uuid('organisation_id').notNullable()
      table.text('role').notNullable().checkIn(['lead', 'member', 'contributor'])
    },
  )

  await areaTable(
    knex,
    'self_evaluation_scores',
    {
      key: ['partnership_id', 'organisation_id', 'theme', 'held_on'],
      belongs: { partnership_id: 'partnerships', organisation_id: 'organisations' },
    },
    table => {
      table.uuid('partnership_id').notNullable()
      table.uuid('organisation_id').notNullable()
      table.text('theme').notNullable()
      table.date('held_on').notNullable()
      table.smallint('score').notNullable().checkBetween([1, 5])
    },
  )
}

export async function down(knex: Knex) {
  for (const table of ['self_evaluation_scores', 'memberships', 'partnerships']) {
    await knex.schema.dropTable(table)
  }
}
