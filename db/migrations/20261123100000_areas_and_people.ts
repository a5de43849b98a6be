import type { Knex } from 'knex'
import { areaTable, createRole, grant } from '../area-tables'

export async function up(knex: Knex) {
  await createRole(knex)
  await grant(knex, 'knex_migrations', 'select')

  await knex.schema.createTable('areas', table => {
    table.uuid('id').primary()
    table.text('slug').notNullable().unique()
    table.text('name').notNullable()
    table.smallint('year_start').notNullable().defaultTo(4).checkBetween([1, 12])
    table.text('preset').notNullable().defaultTo('plot-the-dots')
    table.smallint('run_length').notNullable().defaultTo(7)
    table.boolean('invented').notNullable().defaultTo(false)
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now())
  })
  await grant(knex, 'areas', 'select, insert, update')

  await knex.schema.createTable('users', table => {
    table.uuid('id').primary()
    table.text('email').notNullable().unique()
    table.text('name').notNullable()
    table.text('handle').unique()
    table.text('password_hash')
    table.uuid('home_area_id').notNullable().references('areas.id')
    table.timestamp('disabled_at')
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now())
  })
  await grant(knex, 'users', 'select, insert, update (password_hash, disabled_at)')

  await knex.schema.createTable('sessions', table => {
    table.text('token_hash').primary()
    table.uuid('user_id').notNullable().references('users.id').index()
    table.text('flash')
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now())
    table.timestamp('seen_at').notNullable().defaultTo(knex.fn.now())
    table.timestamp('expires_at').notNullable()
  })
  await grant(knex, 'sessions', 'select, insert, update, delete')

  await knex.schema.createTable('invitations', table => {
    table.text('token_hash').primary()
    table.uuid('user_id').notNullable().references('users.id').index()
    table.timestamp('expires_at').notNullable()
    table.timestamp('used_at')
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now())
  })
  await grant(knex, 'invitations', 'select, insert, update')

  await knex.schema.createTable('rate_limits', table => {
    table.string('key', 255).primary()
    table.integer('points').notNullable().defaultTo(0)
    table.bigInteger('expire')
  })
  await grant(knex, 'rate_limits', 'select, insert, update, delete')

  await areaTable(
    knex,
    'organisations',
    { key: ['id'], unique: [['slug'], ['code']], belongs: { successor_id: 'organisations' } },
    table => {
      table.uuid('id').notNullable()
      table.text('slug').notNullable()
      table.text('code').notNullable()
      table.text('name').notNullable()
      table.text('kind').notNullable()
      table.boolean('duty_to_cooperate').notNullable().defaultTo(false)
      table.date('ended_on')
      table.uuid('successor_id')
    },
  )

  await areaTable(
    knex,
    'appointments',
    { key: ['user_id', 'role'], belongs: { organisation_id: 'organisations' } },
    table => {
      table.uuid('user_id').notNullable().references('users.id')
      table.text('role').notNullable()
      table.uuid('organisation_id')
    },
  )

  await areaTable(knex, 'audit_events', { key: ['id'], may: 'select, insert' }, table => {
    table.uuid('id').notNullable()
    table.uuid('user_id').references('users.id')
    table.uuid('organisation_id')
    table.text('action').notNullable()
    table.text('subject').notNullable()
    table.jsonb('before')
    table.jsonb('after')
    table.timestamp('happened_at').notNullable().defaultTo(knex.fn.now())
    table.index(['area_id', 'subject', 'happened_at'])
    table.index(['area_id', 'happened_at'])
  })
}

export async function down(knex: Knex) {
  for (const table of ['audit_events', 'appointments', 'organisations']) {
    await knex.schema.dropTable(table)
  }
  for (const table of ['rate_limits', 'invitations', 'sessions', 'users', 'areas']) {
    await knex.schema.dropTable(table)
  }
}
