import type { Knex } from 'knex'
import { areaTable } from '../area-tables'

export async function up(knex: Knex) {
  await actuals(knex)
  await forecasts(knex)
  await actionsAndRisks(knex)

  await areaTable(knex, 'closed_periods', { key: ['frequency', 'starts'] }, table => {
    table.text('frequency').notNullable().checkIn(['month', 'quarter', 'half', 'year'])
    table.date('starts').notNullable()
    table.uuid('closed_by').references('users.id')
    table.timestamp('closed_at').notNullable().defaultTo(knex.fn.now())
  })
}

async function actuals(knex: Knex) {
  await areaTable(
    knex,
    'actuals',
    { key: ['series_id', 'starts', 'version'], wall: 'figures', belongs: { series_id: 'series' } },
    table => {
      table.uuid('series_id').notNullable()
      table.date('starts').notNullable()
      table.smallint('version').notNullable()
      table.uuid('organisation_id').notNullable()
      table
        .text('state')
        .notNullable()
        .checkIn([
          'draft',
          'submitted',
          'returned',
          'approved',
          'published',
          'superseded',
          'withdrawn',
        ])
      table
        .text('availability')
        .notNullable()
        .defaultTo('figure')
        .checkIn(['figure', 'not-applicable', 'not-yet-available', 'suppressed'])
      table.specificType('value', 'numeric')
      table.specificType('numerator', 'numeric')
      table.specificType('denominator', 'numeric')
      table.text('certainty').notNullable().checkIn(['provisional', 'final'])
      table.text('availability_note').notNullable().defaultTo('')
      table.date('promised_on')
      table.text('reason_code')
      table.text('reason_text').notNullable().defaultTo('')
      table.text('return_comment').notNullable().defaultTo('')
      table.text('revision_reason').notNullable().defaultTo('')
      table.integer('edit').notNullable().defaultTo(1)
      table.uuid('entered_by').references('users.id')
      table.specificType('edited_by', 'uuid[]').notNullable().defaultTo('{}')
      table.timestamp('entered_at').notNullable().defaultTo(knex.fn.now())
      table.uuid('submitted_by').references('users.id')
      table.timestamp('submitted_at')
      table.uuid('approved_by').references('users.id')
      table.timestamp('approved_at')
      table.uuid('published_by').references('users.id')
      table.timestamp('published_at')
      table.uuid('withdrawn_by').references('users.id')
      table.timestamp('withdrawn_at')
      table.text('withdrawn_reason').notNullable().defaultTo('')
      table.check(`(availability = 'figure') = (value is not null)`)
      table.check('(numerator is null) = (denominator is null)')
      table.check(`(state = 'withdrawn') = (withdrawn_at is not null and withdrawn_reason <> '')`)
      table.check(`version = 1 or revision_reason <> '' or state in ('draft', 'returned')`)
    },
  )
  await knex.raw(`create unique index actuals_one_published on actuals (area_id, series_id, starts)
    include (value, numerator, denominator, certainty, availability) where state = 'published'`)
  await knex.raw(`create unique index actuals_one_open on actuals (area_id, series_id, starts)
    where state in ('draft', 'submitted', 'returned', 'approved')`)
  await knex.raw(`create index actuals_in_hand on actuals (area_id, organisation_id, state)
    where state in ('draft', 'submitted', 'returned', 'approved')`)
}

async function forecasts(knex: Knex) {
  await areaTable(
    knex,
    'forecasts',
    { key: ['id'], wall: 'forecasts', belongs: { series_id: 'series' } },
    table => {
      table.uuid('id').notNullable()
      table.uuid('series_id').notNullable()
      table.uuid('organisation_id').notNullable()
      table.text('horizon').notNullable().checkIn(['period', 'year-end'])
      table.date('starts').notNullable()
      table.date('made_in').notNullable()
      table.specificType('value', 'numeric').notNullable()
      table.specificType('low', 'numeric')
      table.specificType('high', 'numeric')
      table.uuid('made_by').references('users.id')
      table.timestamp('made_at').notNullable().defaultTo(knex.fn.now())
      table.timestamp('frozen_at')
      table.timestamp('approved_at')
      table.timestamp('released_at')
      table.index(['area_id', 'series_id', 'starts'])
      table.check('low is null or high is null or low <= high')
      table.check('released_at is null or frozen_at is not null')
    },
  )
}

async function actionsAndRisks(knex: Knex) {
  await areaTable(
    knex,
    'actions',
    { key: ['id'], belongs: { indicator_id: 'indicators', organisation_id: 'organisations' } },
    table => {
      table.uuid('id').notNullable()
      table.uuid('indicator_id').notNullable()
      table.uuid('organisation_id').notNullable()
      table.text('title').notNullable()
      table.text('owner').notNullable().defaultTo('')
      table.date('starts_on')
      table.date('due_on').notNullable()
      table.date('done_on')
      table.specificType('effect', 'numeric')
      table
        .text('status')
        .notNullable()
        .checkIn(['not-started', 'under-way', 'done', 'paused', 'dropped'])
      table.text('progress').notNullable().defaultTo('')
      table.boolean('promised_to_scrutiny').notNullable().defaultTo(false)
    },
  )

  await areaTable(
    knex,
    'milestones',
    { key: ['action_id', 'position'], belongs: { action_id: 'actions' } },
    table => {
      table.uuid('action_id').notNullable()
      table.smallint('position').notNullable()
      table.text('title').notNullable()
      table.date('first_due_on').notNullable()
      table.date('due_on').notNullable()
      table.date('done_on')
    },
  )

  await areaTable(
    knex,
    'risks',
    { key: ['id'], belongs: { indicator_id: 'indicators' } },
    table => {
      table.uuid('id').notNullable()
      table.uuid('indicator_id').notNullable()
      table.text('title').notNullable()
      table.smallint('likelihood').notNullable().checkBetween([1, 5])
      table.smallint('impact').notNullable().checkBetween([1, 5])
      table.text('mitigation').notNullable().defaultTo('')
      table.text('owner').notNullable().defaultTo('')
      table.date('reviewed_on')
      table.date('closed_on')
    },
  )
}

export async function down(knex: Knex) {
  for (const table of [
    'risks',
    'milestones',
    'actions',
    'forecasts',
    'actuals',
    'closed_periods',
  ]) {
    await knex.schema.dropTable(table)
  }
}
