import type { Pool } from 'pg'
import { addDays } from '#domain/dates.ts'
import { type Catalogue, keyOf } from './catalogue.ts'
import { fill, insertRows } from './load-world.ts'
import type { RowOf, Table, World } from './world.ts'

/** One thing that happens in a world: `a` and `b` choose to whom. */
export interface Step {
  readonly what: keyof typeof happenings
  readonly a: number
  readonly b: number
}

interface Happening {
  readonly world: World
  /** The row that a number chooses, wrapping round. */
  pick<T>(rows: readonly T[], number: number): T | undefined
  change<T extends Table>(table: T, row: RowOf<T> | undefined, to: Partial<RowOf<T>>): void
  add<T extends Table>(table: T, row: RowOf<T>): void
}

const happen = { early: -1, late: 1 }
const at = (world: World, days: number) =>
  new Date(world.now.getTime() + days * 86_400_000).toISOString()

/** What goes on in a year: each changes who may see what, from the next request on. */
export const happenings = {
  'a child moves school': ({ world, pick, change, add }: Happening, a: number, b: number) => {
    const child = pick(world.rows.child, a)
    const school = pick(
      world.rows.organisation.filter(({ kind }) => kind === 'school'),
      b,
    )
    if (!child || !school) return
    for (const each of world.rows.enrolment)
      if (each.child_id === child.id && each.from_on < world.today && !each.to_on)
        change('enrolment', each, { to_on: addDays(world.today, happen.early) })
    add('enrolment', {
      id: idFrom(a, b),
      child_id: child.id,
      school_id: school.id,
      kind: 'current',
      from_on: world.today,
      to_on: null,
    })
  },
  'a membership ends': ({ world, pick, change }: Happening, a: number) =>
    change('membership', pick(world.rows.membership, a), {
      valid_to: addDays(world.today, happen.early),
    }),
  'a person takes another role': ({ world, pick, change }: Happening, a: number, b: number) => {
    const [one, other] = [pick(world.rows.membership, a), pick(world.rows.membership, b)]
    if (one && other)
      change('membership', one, { role: other.role, organisation_id: other.organisation_id })
  },
  'a session ends': ({ world, pick, change }: Happening, a: number) =>
    change('session', pick(world.rows.session, a), { ended_at: at(world, 0) }),
  'an account ends': ({ world, pick, change }: Happening, a: number) =>
    change('user_account', pick(world.rows.user_account, a), { ended_at: at(world, 0) }),
  'a window closes': ({ world, pick, change }: Happening, a: number) =>
    change('meeting', pick(world.rows.meeting, a), { window_closes_at: at(world, -0.01) }),
  'a window opens': ({ world, pick, change }: Happening, a: number) =>
    change('meeting', pick(world.rows.meeting, a), {
      window_opens_at: at(world, -0.01),
      window_closes_at: at(world, 5),
    }),
  'a meeting is cancelled': ({ world, pick, change }: Happening, a: number) =>
    change('meeting', pick(world.rows.meeting, a), { status: 'cancelled' }),
  'an invitation is withdrawn': ({ world, pick, change }: Happening, a: number) =>
    change('invitation', pick(world.rows.invitation, a), { withdrawn_at: at(world, 0) }),
  'a member steps back': ({ world, pick, add }: Happening, a: number, b: number) => {
    const [item, member] = [pick(world.rows.agenda_item, a), pick(world.rows.membership, b)]
    if (item && member)
      add('interest', {
        id: idFrom(a, b),
        agenda_item_id: item.id,
        user_id: b % 3 === 0 ? null : member.user_id,
        school_id: member.organisation_id,
        source: 'declared',
        recused: true,
        ended_at: null,
      })
  },
  'an interest ends': ({ world, pick, change }: Happening, a: number) =>
    change('interest', pick(world.rows.interest, a), { ended_at: at(world, 0) }),
  'a pack is taken back': ({ world, pick, change }: Happening, a: number) =>
    change('pack', pick(world.rows.pack, a), { recalled_at: at(world, 0) }),
  'a pack is replaced': ({ world, pick, change }: Happening, a: number) =>
    change('pack', pick(world.rows.pack, a), { superseded_at: at(world, 0) }),
  'a case is taken off the agenda': ({ world, pick, change }: Happening, a: number) =>
    change('agenda_item', pick(world.rows.agenda_item, a), { status: 'withdrawn' }),
  'an assignment ends': ({ world, pick, change }: Happening, a: number) =>
    change('case_assignment', pick(world.rows.case_assignment, a), {
      to_on: addDays(world.today, happen.early),
    }),
  'a case is reassigned': ({ world, pick, add }: Happening, a: number, b: number) => {
    const supporters = world.rows.membership.filter(({ role }) => role === 'support-worker')
    const [referral, member] = [pick(world.rows.referral, a), pick(supporters, b)]
    if (referral && member)
      add('case_assignment', {
        id: idFrom(a, b),
        referral_id: referral.id,
        user_id: member.user_id,
        role: 'support',
        from_on: world.today,
        to_on: null,
      })
  },
  'a case is handed over': ({ world, pick, change }: Happening, a: number, b: number) => {
    const partnership = pick(
      world.rows.organisation.filter(({ kind }) => kind === 'partnership'),
      b,
    )
    change('referral', pick(world.rows.referral, a), {
      responsible_partnership_id: partnership?.id ?? null,
    })
  },
  'a referral is sent': ({ world, pick, change }: Happening, a: number) => {
    const draft = pick(
      world.rows.referral.filter(({ status, child_id }) => status === 'draft' && child_id),
      a,
    )
    change('referral', draft, { status: 'submitted', submitted_at: at(world, 0) })
  },
  'a decision is issued': ({ world, pick, change }: Happening, a: number) =>
    change(
      'decision',
      pick(
        world.rows.decision.filter(({ status }) => status === 'recorded'),
        a,
      ),
      {
        status: 'issued',
        issued_at: at(world, 0),
      },
    ),
  'a decision is replaced': ({ world, pick, change }: Happening, a: number) =>
    change('decision', pick(world.rows.decision, a), { status: 'superseded' }),
  'support for special needs ends': ({ world, pick, change }: Happening, a: number) =>
    change('special_needs', pick(world.rows.special_needs, a), {
      to_on: addDays(world.today, happen.early),
    }),
  'another authority looks after the child': ({ world, pick, change }: Happening, a: number) =>
    change('care_status', pick(world.rows.care_status, a), { authority: 'elsewhere' }),
  'a note is shared': ({ world, pick, change }: Happening, a: number) =>
    change('case_note', pick(world.rows.case_note, a), { shared_with_school: true }),
  'a school leaves its partnership': ({ world, pick, change }: Happening, a: number) =>
    change('partnership_member', pick(world.rows.partnership_member, a), {
      left_on: addDays(world.today, happen.early),
      how_left: 'withdrew',
    }),
  'a placement ends': ({ world, pick, change }: Happening, a: number, b: number) =>
    change('placement', pick(world.rows.placement, a), {
      status: 'ended',
      provider_reads_until: addDays(world.today, b % 2 === 0 ? happen.early : happen.late),
    }),
  'a placement is offered': ({ world, pick, change }: Happening, a: number) =>
    change('placement', pick(world.rows.placement, a), { status: 'offered' }),
  'a tutor teaches somebody else': ({ world, pick, change }: Happening, a: number) =>
    change('placement_tutor', pick(world.rows.placement_tutor, a), {
      to_on: addDays(world.today, happen.early),
    }),
  'a managed move is completed': ({ world, pick, change }: Happening, a: number) =>
    change('managed_move', pick(world.rows.managed_move, a), { status: 'completed' }),
  'a visit is published': ({ world, pick, change }: Happening, a: number) =>
    change('visit', pick(world.rows.visit, a), { status: 'published' }),
  'a form is returned': ({ world, pick, change }: Happening, a: number) =>
    change('questionnaire', pick(world.rows.questionnaire, a), { status: 'returned' }),
  'somebody shows a second factor': ({ world, pick, change }: Happening, a: number) =>
    change('session', pick(world.rows.session, a), { second_factor_at: at(world, -0.001) }),
  'two records are joined': ({ world, pick, change }: Happening, a: number, b: number) => {
    const [one, other] = [pick(world.rows.child, a), pick(world.rows.child, b)]
    if (one && other && one !== other) change('child', one, { merged_into_id: other.id })
  },
} as const

const idFrom = (a: number, b: number) =>
  `${(a >>> 0).toString(16).padStart(8, '0')}-0000-7000-9000-${(b >>> 0).toString(16).padStart(12, '0')}`

/** Lets it happen, in the world that the test holds and in the database alike. */
export async function take(admin: Pool, catalogue: Catalogue, world: World, step: Step) {
  const changed: [Table, Record<string, unknown>, readonly string[]][] = []
  const added: [Table, Record<string, unknown>][] = []
  const happening: Happening = {
    world,
    pick: (rows, number) => (rows.length === 0 ? undefined : rows[number % rows.length]),
    change(table, row, to) {
      if (!row) return
      Object.assign(row, to)
      changed.push([table, row, Object.keys(to)])
    },
    add(table, row) {
      const shape = catalogue.get(table)
      const key = shape && keyOf(shape, row)
      if (!shape || (world.rows[table] as object[]).some(each => keyOf(shape, { ...each }) === key))
        return
      fill(table, shape.columns, row, world, new Map())
      ;(world.rows[table] as object[]).push(row)
      added.push([table, row])
    },
  }
  happenings[step.what](happening, step.a, step.b)
  for (const [table, row] of added) await insertRows(admin, table, [row])
  for (const [table, row, names] of changed) await updateRow(admin, catalogue, table, row, names)
}

/** Past triggers too: what is tried here is who sees what, not what may happen. */
async function updateRow(
  admin: Pool,
  catalogue: Catalogue,
  table: Table,
  row: Record<string, unknown>,
  names: readonly string[],
) {
  const key = catalogue.get(table)?.key ?? []
  const client = await admin.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(
      `update onroll."${table}" t set ${names.map(name => `"${name}" = r."${name}"`)}
         from jsonb_populate_record(null::onroll."${table}", $1) r
        where ${key.map(name => `t."${name}" = r."${name}"`).join(' and ')}`,
      [JSON.stringify(row)],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
