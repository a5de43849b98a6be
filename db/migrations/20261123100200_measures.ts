import type { Knex } from 'knex'
import { areaTable } from '../area-tables'

const POLARITIES = ['higher-is-better', 'lower-is-better', 'range-is-better', 'context-only']

export async function up(knex: Knex) {
  await agreements(knex)
  await indicators(knex)
  await series(knex)
  await targets(knex)
  await context(knex)
}

async function agreements(knex: Knex) {
  await areaTable(knex, 'agreements', { key: ['id'], unique: [['slug']] }, table => {
    table.uuid('id').notNullable()
    table.text('slug').notNullable()
    table.text('title').notNullable()
    table.date('starts_on').notNullable()
    table.date('ends_on').notNullable()
  })

  await areaTable(
    knex,
    'agreement_clauses',
    { key: ['agreement_id', 'reference'], belongs: { agreement_id: 'agreements' } },
    table => {
      table.uuid('agreement_id').notNullable()
      table.text('reference').notNullable()
      table.text('wording').notNullable()
      table.date('last_used_on')
    },
  )

  await areaTable(
    knex,
    'outcomes',
    {
      key: ['id'],
      unique: [['reference']],
      belongs: { agreement_id: 'agreements', parent_id: 'outcomes' },
    },
    table => {
      table.uuid('id').notNullable()
      table.uuid('agreement_id').notNullable()
      table.uuid('parent_id')
      table.text('reference').notNullable()
      table.text('title').notNullable()
      table.smallint('position').notNullable()
    },
  )

  await areaTable(
    knex,
    'priorities',
    {
      key: ['id'],
      unique: [['organisation_id', 'reference']],
      belongs: { organisation_id: 'organisations', outcome_id: 'outcomes' },
    },
    table => {
      table.uuid('id').notNullable()
      table.uuid('organisation_id').notNullable()
      table.uuid('outcome_id')
      table.text('reference').notNullable()
      table.text('title').notNullable()
    },
  )
}

async function indicators(knex: Knex) {
  await areaTable(
    knex,
    'indicators',
    {
      key: ['id'],
      unique: [['reference']],
      belongs: {
        outcome_id: 'outcomes',
        partnership_id: 'partnerships',
        lead_organisation_id: 'organisations',
      },
    },
    table => {
      table.uuid('id').notNullable()
      table.text('reference').notNullable()
      table.text('title').notNullable()
      table.uuid('outcome_id')
      table.uuid('partnership_id')
      table.uuid('lead_organisation_id').notNullable()
      table.text('definition').notNullable().defaultTo('')
      table.text('rationale').notNullable().defaultTo('')
      table.text('good_looks_like').notNullable().defaultTo('')
      table.text('unit').notNullable().defaultTo('')
      table.smallint('decimals').notNullable().defaultTo(1).checkBetween([0, 6])
      table.text('polarity').notNullable().checkIn(POLARITIES)
      table.text('frequency').notNullable().checkIn(['month', 'quarter', 'half', 'year'])
      table.text('shape').notNullable().defaultTo('discrete').checkIn(['discrete', 'cumulative'])
      table
        .text('year_to_date')
        .notNullable()
        .defaultTo('latest')
        .checkIn(['sum', 'mean', 'latest', 'ratio'])
      table
        .text('tolerance_kind')
        .notNullable()
        .defaultTo('relative')
        .checkIn(['relative', 'absolute'])
      table.specificType('tolerance_size', 'numeric').notNullable().defaultTo(5)
      table.check('tolerance_size >= 0')
      table.specificType('per', 'numeric').notNullable().defaultTo(1)
      table.text('numerator_label').notNullable().defaultTo('')
      table.text('denominator_label').notNullable().defaultTo('')
      table
        .text('level')
        .notNullable()
        .defaultTo('outcome')
        .checkIn(['input', 'output', 'outcome', 'perception'])
      table.text('source').notNullable().defaultTo('')
      table.smallint('lag_days').notNullable().defaultTo(30)
      table.text('owner').notNullable().defaultTo('')
      table
        .text('quality_rating')
        .notNullable()
        .defaultTo('not-rated')
        .checkIn(['good', 'fair', 'poor', 'not-rated'])
      table.date('reviewed_on')
      table.date('review_due_on')
      table.boolean('seasonal').notNullable().defaultTo(false)
      table.boolean('never_zero').notNullable().defaultTo(false)
      table.boolean('counts_people').notNullable().defaultTo(false)
      table.date('starts_on')
      table.date('retired_on')
      table.integer('version').notNullable().defaultTo(1)
    },
  )

  await areaTable(
    knex,
    'indicator_versions',
    {
      key: ['indicator_id', 'version'],
      belongs: { indicator_id: 'indicators' },
      may: 'select, insert',
    },
    table => {
      table.uuid('indicator_id').notNullable()
      table.integer('version').notNullable()
      table.jsonb('definition').notNullable()
      table.text('reason').notNullable()
      table.uuid('changed_by').references('users.id')
      table.timestamp('changed_at').notNullable().defaultTo(knex.fn.now())
    },
  )

  await areaTable(
    knex,
    'indicator_contributors',
    {
      key: ['indicator_id', 'organisation_id'],
      belongs: { indicator_id: 'indicators', organisation_id: 'organisations' },
    },
    table => {
      table.uuid('indicator_id').notNullable()
      table.uuid('organisation_id').notNullable()
      table.specificType('share', 'numeric')
    },
  )

  await areaTable(
    knex,
    'indicator_priorities',
    {
      key: ['indicator_id', 'priority_id'],
      belongs: { indicator_id: 'indicators', priority_id: 'priorities' },
    },
    table => {
      table.uuid('indicator_id').notNullable()
      table.uuid('priority_id').notNullable()
    },
  )

  await areaTable(
    knex,
    'breaks',
    { key: ['indicator_id', 'starts'], belongs: { indicator_id: 'indicators' } },
    table => {
      table.uuid('indicator_id').notNullable()
      table.date('starts').notNullable()
      table.text('note').notNullable()
    },
  )
}

async function series(knex: Knex) {
  await areaTable(
    knex,
    'series',
    {
      key: ['id'],
      unique: [['indicator_id', 'kind', 'key']],
      belongs: { indicator_id: 'indicators', organisation_id: 'organisations' },
    },
    table => {
      table.uuid('id').notNullable()
      table.uuid('indicator_id').notNullable()
      table.text('kind').notNullable().checkIn(['headline', 'place', 'group', 'partner'])
      table.text('key').notNullable().defaultTo('')
      table.text('label').notNullable().defaultTo('')
      table.uuid('organisation_id').notNullable()
      table.smallint('position').notNullable().defaultTo(0)
      table.date('retired_on')
    },
  )
}

async function targets(knex: Knex) {
  await areaTable(
    knex,
    'targets',
    { key: ['series_id', 'starts'], belongs: { series_id: 'series' } },
    table => {
      table.uuid('series_id').notNullable()
      table.date('starts').notNullable()
      table.specificType('value', 'numeric')
      table.specificType('low', 'numeric')
      table.specificType('high', 'numeric')
      table.check(
        '(value is null) = (low is not null) and (low is null) = (high is null) and low <= high',
      )
    },
  )

  await areaTable(
    knex,
    'annual_targets',
    { key: ['series_id', 'year'], belongs: { series_id: 'series' } },
    table => {
      table.uuid('series_id').notNullable()
      table.smallint('year').notNullable()
      table.specificType('value', 'numeric')
      table.specificType('low', 'numeric')
      table.specificType('high', 'numeric')
      table.specificType('baseline', 'numeric')
      table.specificType('stretch', 'numeric')
      table.specificType('reward_grant', 'numeric')
      table.specificType('profile', 'numeric[]')
    },
  )

  await areaTable(
    knex,
    'target_changes',
    { key: ['id'], belongs: { series_id: 'series' }, may: 'select, insert' },
    table => {
      table.uuid('id').notNullable()
      table.uuid('series_id').notNullable()
      table.text('period').notNullable()
      table.jsonb('before')
      table.jsonb('after')
      table.text('reason').notNullable()
      table.uuid('changed_by').references('users.id')
      table.timestamp('changed_at').notNullable().defaultTo(knex.fn.now())
    },
  )
}

async function context(knex: Knex) {
  await areaTable(
    knex,
    'links',
    {
      key: ['from_indicator_id', 'to_indicator_id'],
      belongs: { from_indicator_id: 'indicators', to_indicator_id: 'indicators' },
    },
    table => {
      table.uuid('from_indicator_id').notNullable()
      table.uuid('to_indicator_id').notNullable()
      table.text('kind').notNullable().defaultTo('knock-on').checkIn(['knock-on', 'companion'])
      table.smallint('sign').notNullable()
      table.check('sign in (1, -1)')
      table.text('strength').notNullable().checkIn(['weak', 'moderate', 'strong'])
      table.smallint('lag_periods').notNullable().defaultTo(0)
      table.text('evidence').notNullable().defaultTo('')
    },
  )

  await areaTable(
    knex,
    'partner_links',
    {
      key: ['indicator_id', 'organisation_id'],
      belongs: { indicator_id: 'indicators', organisation_id: 'organisations' },
    },
    table => {
      table.uuid('indicator_id').notNullable()
      table.uuid('organisation_id').notNullable()
      table.text('effect').notNullable()
      table.date('last_contact_on')
    },
  )

  await areaTable(
    knex,
    'assessments',
    { key: ['indicator_id', 'kind'], belongs: { indicator_id: 'indicators' } },
    table => {
      table.uuid('indicator_id').notNullable()
      table.text('kind').notNullable().checkIn(['equalities', 'sustainability', 'efficiency'])
      table.date('assessed_on').notNullable()
      table.text('finding').notNullable()
      table.text('assessor').notNullable()
    },
  )

  await areaTable(
    knex,
    'budgets',
    { key: ['indicator_id', 'year'], belongs: { indicator_id: 'indicators' } },
    table => {
      table.uuid('indicator_id').notNullable()
      table.smallint('year').notNullable()
      table.specificType('budget', 'numeric').notNullable()
      table.specificType('spend', 'numeric').notNullable()
      table.specificType('unit_cost', 'numeric')
      table.text('conditions').notNullable().defaultTo('')
    },
  )

  await areaTable(
    knex,
    'place_spending',
    { key: ['series_id', 'year'], belongs: { series_id: 'series' } },
    table => {
      table.uuid('series_id').notNullable()
      table.smallint('year').notNullable()
      table.specificType('spend', 'numeric').notNullable()
      table.specificType('staff', 'numeric')
    },
  )

  await areaTable(
    knex,
    'benchmarks',
    { key: ['indicator_id', 'peer', 'starts'], belongs: { indicator_id: 'indicators' } },
    table => {
      table.uuid('indicator_id').notNullable()
      table.text('peer').notNullable()
      table.date('starts').notNullable()
      table.text('group_name').notNullable()
      table.specificType('value', 'numeric').notNullable()
      table.text('source').notNullable()
    },
  )

  await areaTable(
    knex,
    'responsibilities',
    {
      key: ['indicator_id', 'role'],
      belongs: { indicator_id: 'indicators', organisation_id: 'organisations' },
    },
    table => {
      table.uuid('indicator_id').notNullable()
      table
        .text('role')
        .notNullable()
        .checkIn(['lead-officer', 'partner-lead', 'portfolio-holder', 'board-chair'])
      table.text('person').notNullable().defaultTo('')
      table.uuid('organisation_id')
      table.date('since')
    },
  )

  await areaTable(
    knex,
    'triggers',
    { key: ['indicator_id', 'position'], belongs: { indicator_id: 'indicators' } },
    table => {
      table.uuid('indicator_id').notNullable()
      table.smallint('position').notNullable()
      table.text('condition').notNullable()
      table.text('consequence').notNullable()
      table.date('pulled_on')
    },
  )

  await areaTable(
    knex,
    'assumptions',
    { key: ['indicator_id', 'position'], belongs: { indicator_id: 'indicators' } },
    table => {
      table.uuid('indicator_id').notNullable()
      table.smallint('position').notNullable()
      table.text('statement').notNullable()
      table.text('owner').notNullable().defaultTo('')
      table.text('test').notNullable().defaultTo('')
    },
  )
}

export async function down(knex: Knex) {
  const tables = [
    'assumptions',
    'triggers',
    'responsibilities',
    'benchmarks',
    'place_spending',
    'budgets',
    'assessments',
    'partner_links',
    'links',
    'target_changes',
    'annual_targets',
    'targets',
    'series',
    'breaks',
    'indicator_priorities',
    'indicator_contributors',
    'indicator_versions',
    'indicators',
    'priorities',
    'outcomes',
    'agreement_clauses',
    'agreements',
  ]
  for (const table of tables) await knex.schema.dropTable(table)
}
