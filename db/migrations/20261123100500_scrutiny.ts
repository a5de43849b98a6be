import type { Knex } from 'knex'
import { areaTable } from '../area-tables'

export async function up(knex: Knex) {
  await committees(knex)
  await enquiries(knex)
  await answers(knex)
}

async function committees(knex: Knex) {
  await areaTable(knex, 'committees', { key: ['id'], unique: [['slug']] }, table => {
    table.uuid('id').notNullable()
    table.text('slug').notNullable()
    table.text('name').notNullable()
    table.text('remit').notNullable().defaultTo('')
  })

  await areaTable(
    knex,
    'committee_members',
    { key: ['committee_id', 'user_id'], belongs: { committee_id: 'committees' } },
    table => {
      table.uuid('committee_id').notNullable()
      table.uuid('user_id').notNullable().references('users.id')
      table.text('seat').notNullable().checkIn(['chair', 'member', 'co-opted'])
    },
  )

  await areaTable(
    knex,
    'committee_partnerships',
    {
      key: ['committee_id', 'partnership_id'],
      belongs: { committee_id: 'committees', partnership_id: 'partnerships' },
    },
    table => {
      table.uuid('committee_id').notNullable()
      table.uuid('partnership_id').notNullable()
    },
  )

  await areaTable(
    knex,
    'meetings',
    { key: ['id'], unique: [['committee_id', 'held_on']], belongs: { committee_id: 'committees' } },
    table => {
      table.uuid('id').notNullable()
      table.uuid('committee_id').notNullable()
      table.date('held_on').notNullable()
      table.text('title').notNullable()
    },
  )
}

async function enquiries(knex: Knex) {
  await areaTable(
    knex,
    'enquiries',
    {
      key: ['id'],
      wall: 'author',
      unique: [['user_id', 'indicator_id', 'starts']],
      belongs: { indicator_id: 'indicators' },
    },
    table => {
      table.uuid('id').notNullable()
      table.uuid('user_id').notNullable().references('users.id')
      table.uuid('indicator_id').notNullable()
      table.date('starts').notNullable()
      table.timestamp('opened_at').notNullable().defaultTo(knex.fn.now())
    },
  )

  await areaTable(
    knex,
    'planned_questions',
    { key: ['enquiry_id', 'question'], wall: 'author', belongs: { enquiry_id: 'enquiries' } },
    table => {
      table.uuid('enquiry_id').notNullable()
      table.uuid('user_id').notNullable().references('users.id')
      table.text('question').notNullable()
      table.text('choice').notNullable().checkIn(['undecided', 'ask', 'theme', 'skip'])
      table.text('wording')
      table.text('note').notNullable().defaultTo('')
      table.text('follow_up').notNullable().defaultTo('')
      table.uuid('given_to').references('users.id')
      table.integer('position').notNullable().defaultTo(0)
      table.integer('edit').notNullable().defaultTo(1)
      table.timestamp('changed_at').notNullable().defaultTo(knex.fn.now())
    },
  )
}

async function answers(knex: Knex) {
  await areaTable(
    knex,
    'answers',
    { key: ['id'], belongs: { indicator_id: 'indicators', meeting_id: 'meetings' } },
    table => {
      table.uuid('id').notNullable()
      table.uuid('indicator_id').notNullable()
      table.uuid('meeting_id').notNullable()
      table.date('starts').notNullable()
      table.text('question').notNullable()
      table.text('wording').notNullable()
      table.text('answer').notNullable().defaultTo('')
      table.text('answered_by').notNullable().defaultTo('')
      table
        .text('verdict')
        .notNullable()
        .checkIn(['answered', 'partly', 'not-answered', 'taken-away'])
      table.date('due_on')
      table.date('settled_on')
      table.specificType('promised_value', 'numeric')
      table.date('promised_for')
    },
  )

  await areaTable(
    knex,
    'recommendations',
    {
      key: ['id'],
      unique: [['reference']],
      belongs: {
        indicator_id: 'indicators',
        meeting_id: 'meetings',
        to_organisation_id: 'organisations',
      },
    },
    table => {
      table.uuid('id').notNullable()
      table.text('reference').notNullable()
      table.uuid('indicator_id').notNullable()
      table.uuid('meeting_id').notNullable()
      table.uuid('to_organisation_id').notNullable()
      table.text('wording').notNullable()
      table
        .text('duty')
        .notNullable()
        .checkIn(['executive', 'partner-have-regard', 'health', 'crime-and-disorder', 'none'])
      table.date('received_on').notNullable()
      table.date('response_due_on')
      table.text('state').notNullable().checkIn(['green', 'amber', 'red', 'paused'])
      table.date('closed_on')
    },
  )

  await areaTable(
    knex,
    'responses',
    { key: ['recommendation_id'], belongs: { recommendation_id: 'recommendations' } },
    table => {
      table.uuid('recommendation_id').notNullable()
      table.text('decision').notNullable().checkIn(['accepted', 'in-part', 'rejected'])
      table.text('reasons').notNullable()
      table.text('owner').notNullable().defaultTo('')
      table.date('responded_on').notNullable()
      table.date('act_by')
    },
  )
}

export async function down(knex: Knex) {
  const tables = [
    'responses',
    'recommendations',
    'answers',
    'planned_questions',
    'enquiries',
    'meetings',
    'committee_partnerships',
    'committee_members',
    'committees',
  ]
  for (const table of tables) await knex.schema.dropTable(table)
}
