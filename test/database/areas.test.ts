import { APPLICATION_ROLE } from '../../server/database/role'
import { inScope } from '../../server/database/scope'
import { tables } from '../../server/database/tables'
import { snakeCase } from '../../server/database/names'
import { demonstrationDatabase } from '../support/database'
import { serverUrl } from '../support/server'

const at = demonstrationDatabase()

/** What belongs to no one area: the areas, who may sign in, and the migrations' own two. */
const GLOBAL = [
  'areas',
  'users',
  'sessions',
  'invitations',
  'rate_limits',
  'knex_migrations',
  'knex_migrations_lock',
]

const areaTables = Object.keys(tables)
  .map(snakeCase)
  .filter(name => !GLOBAL.includes(name))

describe('the catalogue', () => {
  test('holds the tables that are described, and no others', async () => {
    const { rows } = await at.db.raw(
      `select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    )
    const names = rows.map(({ relname }: { relname: string }) => relname)
    expect(names.sort()).toEqual([...new Set([...GLOBAL, ...areaTables])].sort())
  })

  test.each(areaTables)('%s has its area first in every key', async name => {
    const { rows } = await at.db.raw(
      `select i.relname as key, x.indisprimary as is_primary, a.attname as first
       from pg_index x join pg_class i on i.oid = x.indexrelid
         left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
       where x.indrelid = ?::regclass and x.indisunique`,
      [name],
    )
    expect(rows.filter((key: { isPrimary: boolean }) => key.isPrimary)).toHaveLength(1)
    for (const { key, first } of rows) expect({ key, first }).toEqual({ key, first: 'area_id' })
  })

  test.each(areaTables)('%s refers only to rows of its own area', async name => {
    const { rows } = await at.db.raw(
      `select confrelid::regclass::text as other,
         (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as own,
         (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as theirs
       from pg_constraint where contype = 'f' and conrelid = ?::regclass`,
      [name],
    )
    expect(rows.some(({ other }: { other: string }) => other === 'areas')).toBe(true)
    for (const { other, own, theirs } of rows) {
      if (other !== 'areas' && other !== 'users') {
        expect({ other, own, theirs }).toEqual({ other, own: 'area_id', theirs: 'area_id' })
      }
    }
  })

  test.each(areaTables)('%s is walled, for its owner too', async name => {
    const { rows } = await at.db.raw(
      `select relrowsecurity, relforcerowsecurity,
         (select count(*) from pg_policy where polrelid = c.oid and polcmd = '*' and polpermissive) as policies
       from pg_class c where c.oid = ?::regclass`,
      [name],
    )
    expect(rows).toEqual([{ relrowsecurity: true, relforcerowsecurity: true, policies: 1 }])
  })

  test('the role that all work is done in is nobody special', async () => {
    const { rows } = await at.db.raw(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
         (select count(*) from pg_class where relowner = r.oid) as owns
       from pg_roles r where rolname = ?`,
      [APPLICATION_ROLE],
    )
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        owns: 0,
      },
    ])
    const session = await at.db.raw('select current_user as role')
    expect(session.rows).toEqual([{ role: APPLICATION_ROLE }])
  })

  test.each(['audit_events', 'target_changes', 'indicator_versions'])(
    'that role may add to %s and read it, and no more',
    async name => {
      const { rows } = await at.db.raw(
        `select privilege_type from information_schema.role_table_grants
         where grantee = ? and table_name = ? order by 1`,
        [APPLICATION_ROLE, name],
      )
      expect(rows).toEqual([{ privilegeType: 'INSERT' }, { privilegeType: 'SELECT' }])
    },
  )

  test('that role may change nothing of a user but the password and whether they are shut out', async () => {
    const { rows } = await at.db.raw(
      `select column_name from information_schema.role_column_grants
       where grantee = ? and table_name = 'users' and privilege_type = 'UPDATE' order by 1`,
      [APPLICATION_ROLE],
    )
    expect(rows).toEqual([{ columnName: 'disabled_at' }, { columnName: 'password_hash' }])
    await expect(at.db('users').update({ email: 'a@b.example' })).rejects.toThrow(
      /permission denied/,
    )
    await expect(at.db('users').delete()).rejects.toThrow(/permission denied/)
  })

  test('that role may make no tables, and touch no migrations', async () => {
    await expect(at.db.raw('create table mine (id int)')).rejects.toThrow(/permission denied/)
    await expect(at.db('knex_migrations').delete()).rejects.toThrow(/permission denied/)
  })
})

describe('a question asked in no area', () => {
  test.each(areaTables)('finds nothing in %s', async name => {
    const { rows } = await at.db.raw(`select count(*) as found from ${name}`)
    expect(rows).toEqual([{ found: 0 }])
  })

  test('is not the same as one asked in an area, where there is something', async () => {
    const filled = await at.inArea('kirkdale', async trx => {
      const counts = []
      for (const name of ['organisations', 'appointments', 'audit_events']) {
        const { rows } = await trx.raw(`select count(*) as found from ${name}`)
        counts.push(rows[0].found)
      }
      return counts
    })
    expect(Math.min(...filled)).toBeGreaterThanOrEqual(0)
    expect(filled[0]).toBeGreaterThan(0)
  })

  test('writes nothing either', async () => {
    const area = (await at.db('areas').first())!
    await expect(
      at.db('organisations').insert({
        areaId: area.id,
        id: area.id,
        slug: 'x',
        code: 'X',
        name: 'X',
        kind: 'council',
      }),
    ).rejects.toThrow(/row-level security/)
  })
})

test('two thousand reads of two areas, in and out of one another, give no wrong row', async () => {
  const areas = await at.db('areas').whereIn('slug', ['kirkdale', 'sallow']).select('id')
  let wrong = 0
  let empty = 0

  const read = async (turn: number) => {
    const areaId = areas[(turn * 7 + (turn % 3)) % 2]!.id
    const found = await inScope(at.db, { areaId }, async trx => {
      if (turn % 50 === 0) throw new Error('given up half-way')
      return trx('organisations').select('areaId')
    }).catch(() => [{ areaId }])
    if (found.length === 0) empty += 1
    wrong += found.filter(row => row.areaId !== areaId).length
  }

  let next = 0
  const reader = async () => {
    while (next < 2000) {
      const turn = next
      next += 1
      await read(turn)
      if (turn % 100 === 0) wrong += (await at.db('organisations')).length
    }
  }
  await Promise.all(Array.from({ length: 20 }, reader))
  expect({ wrong, empty }).toEqual({ wrong: 0, empty: 0 })
})

test('an area cannot be left by naming another', async () => {
  const sallow = (await at.db('areas').where({ slug: 'sallow' }).first())!
  await at.inArea('kirkdale', async trx => {
    expect(await trx('organisations').where({ areaId: sallow.id })).toEqual([])
    expect(await trx('organisations').where({ areaId: sallow.id }).update({ name: 'Taken' })).toBe(
      0,
    )
  })
  await expect(
    at.inArea('kirkdale', async trx => {
      const [own] = await trx('organisations').limit(1)
      await trx('organisations').where({ id: own!.id }).update({ areaId: sallow.id })
    }),
  ).rejects.toThrow(/row-level security|foreign key/)
})

describe('figures that are not published', () => {
  const states = (scope: object) =>
    inKirkdale(scope, async trx => {
      const rows = await trx('actuals').distinct('state', 'organisationId')
      return rows as { state: string; organisationId: string }[]
    })

  async function inKirkdale<Result>(
    scope: object,
    work: (trx: typeof at.db) => Promise<Result>,
  ): Promise<Result> {
    const area = (await at.db('areas').where({ slug: 'kirkdale' }).first())!
    return inScope(at.db, { areaId: area.id, ...scope }, work)
  }

  const organisationOf = (code: string) =>
    inKirkdale({}, async trx => (await trx('organisations').where({ code }).first())!.id)

  const OPEN = ['draft', 'submitted', 'returned', 'approved', 'withdrawn']

  test('are there at all, at the council and elsewhere', async () => {
    const council = await organisationOf('KC')
    const open = (await states({ sight: 'all' })).filter(({ state }) => OPEN.includes(state))
    expect(open.some(({ organisationId }) => organisationId === council)).toBe(true)
    expect(open.some(({ organisationId }) => organisationId !== council)).toBe(true)
  })

  test('are hidden from the public and from councillors', async () => {
    const seen = new Set((await states({})).map(({ state }) => state))
    // A figure that was withdrawn had been published once; pages never say what it said.
    const once = ['published', 'superseded', 'withdrawn']
    expect([...seen].filter(state => !once.includes(state))).toEqual([])
    expect(seen).toContain('published')
  })

  test('are open to their own organisation alone', async () => {
    const council = await organisationOf('KC')
    const open = (await states({ organisationId: council })).filter(({ state }) =>
      OPEN.includes(state),
    )
    expect(open.length).toBeGreaterThan(0)
    for (const { organisationId } of open) expect(organisationId).toBe(council)
  })

  test('are open to the partnership once they are approved', async () => {
    const seen = new Set((await states({ sight: 'approved' })).map(({ state }) => state))
    expect(seen).toContain('approved')
    for (const state of ['draft', 'submitted', 'returned']) expect(seen).not.toContain(state)
  })
})

test('asking outside the transaction from inside it fails, and the database goes on working', async () => {
  if (serverUrl) {
    const inside = await at.inArea('kirkdale', async () => at.db('organisations'))
    expect(inside).toEqual([])
    return
  }
  const { pool } = at.open
  const patience = pool.options.connectionTimeoutMillis
  pool.options.connectionTimeoutMillis = 300
  await expect(at.inArea('kirkdale', () => at.db('areas').first().then())).rejects.toThrow(
    /timeout exceeded when trying to connect/,
  )
  pool.options.connectionTimeoutMillis = patience
  expect(await at.db('areas').first()).toBeDefined()
})
