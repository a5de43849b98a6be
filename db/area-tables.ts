import type { Knex } from 'knex'

/** The area a transaction has entered; nothing outside one. */
const AREA = `(select nullif(current_setting('app.area_id', true), '')::uuid)`
const USER = `(select nullif(current_setting('app.user_id', true), '')::uuid)`
const ORGANISATION = `(select nullif(current_setting('app.organisation_id', true), '')::uuid)`
const SIGHT = `(select coalesce(current_setting('app.sight', true), ''))`

const ROLE = 'six_friends_app'

/** Who sees which rows of a table, besides those of other areas, which nobody sees. */
export const WALLS = {
  area: `area_id = ${AREA}`,
  /** Figures once they were published, for all; the rest for their own organisation, approved ones for the partnership. */
  figures: `area_id = ${AREA} and (state in ('published', 'superseded', 'withdrawn')
    or organisation_id = ${ORGANISATION}
    or (state = 'approved' and ${SIGHT} = 'approved')
    or ${SIGHT} = 'all')`,
  /** A forecast is seen by whoever may see the figure of the return that carried it. */
  forecasts: `area_id = ${AREA} and (released_at is not null
    or organisation_id = ${ORGANISATION}
    or (approved_at is not null and ${SIGHT} = 'approved')
    or ${SIGHT} = 'all')`,
  /** A councillor's own notes and draft questions: nobody else's business. */
  author: `area_id = ${AREA} and user_id = ${USER}`,
} as const

interface Rules {
  /** Columns that follow area_id in the primary key. */
  key: string[]
  wall?: keyof typeof WALLS
  /** Columns, area_id left out, that may stand only once in an area. */
  unique?: string[][]
  /** Foreign keys: column → table whose key is (area_id, id). */
  belongs?: Record<string, string>
  may?: string
}

/** A table of an area: area_id leads every key, and row-level security walls it off. */
export async function areaTable(
  knex: Knex,
  name: string,
  { key, wall = 'area', unique = [], belongs = {}, may = 'select, insert, update, delete' }: Rules,
  columns: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await knex.schema.createTable(name, table => {
    table.uuid('area_id').notNullable().references('areas.id')
    columns(table)
    table.primary(['area_id', ...key])
    for (const names of unique) table.unique(['area_id', ...names])
    for (const [column, other] of Object.entries(belongs)) {
      table.foreign(['area_id', column]).references(['area_id', 'id']).inTable(other)
      table.index(['area_id', column])
    }
  })

  await knex.raw(`alter table ?? enable row level security`, [name])
  await knex.raw(`alter table ?? force row level security`, [name])
  await knex.raw(`create policy own_area on ?? for all using (${WALLS[wall]})`, [name])
  await knex.raw(`grant ${may} on ?? to ${ROLE}`, [name])
}

/** Where the owner may not create roles, somebody else has made this one and granted it to them. */
export async function createRole(knex: Knex): Promise<void> {
  await knex.raw(`do $$ begin
    if not exists (select from pg_roles where rolname = '${ROLE}') then
      create role ${ROLE} nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$`)
  await knex.raw(`do $$ begin
    grant ${ROLE} to current_user;
  exception when insufficient_privilege then null;
  end $$`)
  await knex.raw(`grant usage on schema public to ${ROLE}`)
}

/** Tables that belong to no area: the areas themselves and who may sign in. */
export async function grant(knex: Knex, name: string, may: string): Promise<void> {
  await knex.raw(`grant ${may} on ?? to ${ROLE}`, [name])
}
