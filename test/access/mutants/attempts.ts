import { type Asking, asking, finderOf } from '../oracle/asking.ts'
import { mayReadAbout } from '../oracle/children.ts'
import type { Hand } from '../world/hand.ts'
import { contextOf } from '../world/probe.ts'
import type { Asker, Table, World } from '../world/world.ts'
import { moveAttempts } from './provision/moves.ts'
import { placementAttempts } from './provision/placements.ts'
import { planAttempts } from './provision/plans.ts'
import { providerAttempts } from './provision/providers.ts'
import { questionnaireAttempts } from './provision/questionnaires.ts'
import { registerAttempts } from './provision/registers.ts'
import { reportAttempts } from './provision/reports.ts'
import { visitAttempts } from './provision/visits.ts'
import { type Attempt, Nobody, type Scene, whoChanges } from './try.ts'

/** Everything to try in a world; what chance left nobody for is tried in another. */
export function attemptsIn(world: World): Attempt[] {
  const scene = { world, find: finderOf(world) }
  return [
    ...sessions(scene),
    ...hats(scene),
    ...cases(scene),
    ...signatures(scene),
    ...proposals(scene),
    ...ownFactors(scene),
    ...founding(world),
    ...[
      ...placementAttempts,
      ...planAttempts,
      ...registerAttempts,
      ...reportAttempts,
      ...providerAttempts,
      ...visitAttempts,
      ...moveAttempts,
      ...questionnaireAttempts,
    ].flatMap(attempts => {
      try {
        return attempts(scene)
      } catch (error) {
        if (!(error instanceof Nobody)) throw error
        return []
      }
    }),
  ]
}

/** Makes an attempt and takes it back. */
export async function outcomeOf(
  hand: Hand,
  attempt: Attempt,
): Promise<'done' | 'refused' | string> {
  const { client } = hand
  const context = client.escapeLiteral(contextOf(attempt.asker, client))
  try {
    // In one journey: there are thousands of attempts.
    const results = await client.query(`savepoint attempt;
      ${attempt.founding ? 'delete from onroll.membership;' : ''}
      select set_config('onroll.context', ${context}, true), set_config('role', 'onroll_app', true);
      ${attempt.statement}`)
    const { rowCount } = [results].flat().at(-1) ?? results
    return rowCount === 0 ? 'nothing was there' : 'done'
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    // Constraints are asked after the policies: what only one of them refuses was let through.
    if (code?.startsWith('23')) return 'done'
    return code === '42501' ? 'refused' : message
  } finally {
    await client.query('rollback to savepoint attempt; release savepoint attempt')
  }
}

const sessions = (scene: Scene): Attempt[] => {
  const { asker, me } = whoChanges(
    scene,
    'session',
    (w, row) => row.id === w.world.askers[0]?.sessionId,
  )
  const own = scene.world.rows.membership.find(({ user_id }) => user_id === me.userId)
  const other = scene.world.rows.membership.find(({ user_id }) => user_id !== me.userId)
  const wear = (id: string | undefined) =>
    `update session set membership_id = ${id ? `'${id}'` : 'null'} where id = '${asker.sessionId}'`
  return [
    { title: 'A session wears its person’s own hat', statement: wear(own?.id), comes: 'done' },
    { title: 'A session wears nobody else’s hat', statement: wear(other?.id), comes: 'refused' },
    { title: 'A session may be without a hat', statement: wear(undefined), comes: 'done' },
  ].map(each => ({ ...each, table: 'session', asker }) as Attempt)
}

const hats = (scene: Scene): Attempt[] => {
  const admin = whoChanges(
    scene,
    'membership',
    (w, row) => w.me?.organisationKind === 'school' && row.role === 'panel-member',
  )
  const authority = whoChanges(
    scene,
    'membership',
    (w, row) => w.me?.role === 'quality-assurance' && row.role === 'data-protection-officer',
  )
  const steward = whoChanges(
    scene,
    'membership',
    (w, row) => w.me?.role === 'data-steward' && row.role === 'data-protection-officer',
  )
  const become = (role: string, id: string) =>
    `update membership set role = '${role}' where id = '${id}'`
  const message = whoChanges(scene, 'message', w => w.me?.role === 'data-steward')
  return [
    {
      title: 'A school’s administrator gives another of the school’s roles',
      table: 'membership',
      asker: admin.asker,
      statement: become('school-dsl', admin.row.id),
      comes: 'done',
    },
    {
      title: 'A school’s administrator makes nobody a co-ordinator',
      table: 'membership',
      asker: admin.asker,
      statement: become('coordinator', admin.row.id),
      comes: 'refused',
    },
    {
      title: 'An administrator of the authority makes nobody a data steward',
      table: 'membership',
      asker: authority.asker,
      statement: become('data-steward', authority.row.id),
      comes: 'refused',
    },
    {
      title: 'A data steward makes another one',
      table: 'membership',
      asker: steward.asker,
      statement: become('data-steward', steward.row.id),
      comes: 'done',
    },
    {
      title: 'Nobody marks a message as sent',
      table: 'message',
      asker: message.asker,
      statement: `update message set state = 'sent' where id = '${message.row.id}'`,
      comes: 'refused',
    },
  ]
}

const cases = (scene: Scene): Attempt[] => {
  const { world } = scene
  const draft = whoChanges(
    scene,
    'referral',
    (w, row) =>
      row.status === 'draft' && row.child_id !== null && w.me?.organisationKind === 'school',
  )
  const known = world.rows.enrolment.find(
    each =>
      each.school_id === draft.me.organisationId &&
      each.from_on <= world.today &&
      (!each.to_on || each.to_on >= world.today),
  )
  const stranger = world.rows.child.find(
    ({ id }) => !mayReadAbout(asking(world, scene.find, draft.asker), 'identity', id),
  )
  const about = (child: string | undefined) =>
    `update referral set child_id = ${child ? `'${child}'` : 'null'} where id = '${draft.row.id}'`
  const started = (child: string) =>
    `insert into referral (id, kind, referring_organisation_id, child_id) values (gen_random_uuid(), 'school', '${draft.me.organisationId}', '${child}') returning id`
  const lead = whoChanges(
    scene,
    'protected_location',
    (w, row) => w.me?.organisationId === row.holder_organisation_id,
  )
  const elsewhere = world.rows.organisation.find(
    ({ kind, id }) => kind === 'school' && id !== lead.me.organisationId,
  )
  const planner = whoChanges(scene, 'meeting', w => w.me?.role === 'coordinator')
  const hold = (table: 'protected_location' | 'protected_notice', by: string | undefined) =>
    `update ${table} set holder_organisation_id = '${by}' where child_id = '${lead.row.child_id}'`
  const attempts: Omit<Attempt, 'asker'>[] = [
    {
      title: 'A draft may be about another child of one’s own',
      table: 'referral',
      statement: about(known?.child_id),
      comes: 'done',
    },
    {
      title: 'A draft is about no child that its author does not know',
      table: 'referral',
      statement: about(stranger?.id),
      comes: 'refused',
    },
    {
      title: 'A draft may be about no child yet',
      table: 'referral',
      statement: about(undefined),
      comes: 'done',
    },
    {
      title: 'Whoever starts a referral reads it back at once',
      table: 'referral',
      statement: started(known?.child_id ?? ''),
      comes: 'done',
    },
  ]
  return [
    ...attempts.map(each => ({ ...each, asker: draft.asker })),
    {
      title: 'Whoever plans a meeting reads it back at once',
      table: 'meeting',
      asker: planner.asker,
      statement: `insert into meeting (id, partnership_id, starts_at, ends_at, place) values (gen_random_uuid(), '${planner.me.organisationId}', now(), now() + interval '1 hour', 'Hall') returning id`,
      comes: 'done',
    },
    ...(['protected_location', 'protected_notice'] as const).flatMap((table): Attempt[] => [
      {
        title: `A ${table} is held by one’s own school`,
        table,
        asker: lead.asker,
        statement: hold(table, lead.me.organisationId),
        comes: 'done',
      },
      {
        title: `A ${table} is not handed to a school that did not take it`,
        table,
        asker: lead.asker,
        statement: hold(table, elsewhere?.id),
        comes: 'refused',
      },
    ]),
  ]
}

/** A change is signed by who makes it, where the policies ask for a signature. */
const signatures = (scene: Scene): Attempt[] => {
  const { world } = scene
  const notMe = (id: string) => world.rows.user_account.find(person => person.id !== id)?.id
  const asked = whoChanges(
    scene,
    'information_request',
    (w, row) => w.me?.organisationId === row.asked_of_organisation_id && !row['answered_at'],
  )
  const asks = whoChanges(
    scene,
    'information_request',
    (w, row) =>
      w.me?.role === 'coordinator' && w.me.organisationId !== row.asked_of_organisation_id,
  )
  const answer = (id: string, by: string | undefined) =>
    `update information_request set answer = 'Yes', answered_by = '${by}' where id = '${id}'`
  const imports = whoChanges(scene, 'gias_import', () => true)
  const number = whoChanges(scene, 'rule_parameter', (_, row) => Boolean(row['previewed_at']))
  const change = whoChanges(scene, 'proposed_change', (w, row) => row.proposed_by !== w.me?.userId)
  const made = (table: string, id: string, by: string | undefined) =>
    `update ${table} set made_by = '${by}'${table === 'rule_parameter' ? ', made_at = now()' : ''} where id = '${id}'`
  const decide = (outcome: string, by: string | undefined) =>
    `update proposed_change set outcome = '${outcome}', decided_by = '${by}' where id = '${change.row.id}'`
  return [
    {
      title: 'Who was asked answers',
      table: 'information_request',
      asker: asked.asker,
      statement: answer(asked.row.id, asked.me.userId),
      comes: 'done',
    },
    {
      title: 'Nobody answers in another’s name',
      table: 'information_request',
      asker: asked.asker,
      statement: answer(asked.row.id, notMe(asked.me.userId)),
      comes: 'refused',
    },
    {
      title: 'Who asked does not answer',
      table: 'information_request',
      asker: asks.asker,
      statement: answer(asks.row.id, asks.me.userId),
      comes: 'refused',
    },
    ...(
      [
        ['gias_import', imports],
        ['rule_parameter', number],
      ] as const
    ).flatMap(([table, { asker, me, row }]): Attempt[] => [
      {
        title: `A ${table} is made in one’s own name`,
        table,
        asker,
        statement: made(table, String(row['id']), me.userId),
        comes: 'done',
      },
      {
        title: `A ${table} is made in nobody else’s name`,
        table,
        asker,
        statement: made(table, String(row['id']), notMe(me.userId)),
        comes: 'refused',
      },
    ]),
    {
      title: 'A second person decides a change',
      table: 'proposed_change',
      asker: change.asker,
      statement: decide('refused', change.me.userId),
      comes: 'done',
    },
    {
      title: 'A second person does not decide in another’s name',
      table: 'proposed_change',
      asker: change.asker,
      statement: decide('refused', notMe(change.me.userId)),
      comes: 'refused',
    },
    {
      title: 'A second person does not withdraw what somebody else proposed',
      table: 'proposed_change',
      asker: change.asker,
      statement: decide('withdrawn', change.me.userId),
      comes: 'refused',
    },
  ]
}

/** Two records are joined on a co-ordinator's word, and a support worker decides nothing about either. */
const proposals = ({ world, find }: Scene): Attempt[] => {
  const people = world.askers
    .filter(({ purpose }) => purpose === 'request')
    .map(asker => ({ asker, who: asking(world, find, asker) }))
  const known = (question: Asking) =>
    world.rows.child.filter(({ id }) => mayReadAbout(question, 'contacts', id))
  const lead = people.find(({ who: w }) => w.me?.role === 'school-dsl' && known(w).length > 1)
  const helper = people.find(
    ({ who: w }) =>
      w.me?.role === 'support-worker' &&
      world.rows.proposed_change.some(
        each =>
          each.outcome === null &&
          each.proposed_by_organisation_id === w.me?.organisationId &&
          mayReadAbout(w, 'contacts', each.child_id),
      ),
  )
  if (!lead || !helper) throw new Error('This world has no such people')
  const [one, other] = known(lead.who)
  return [
    {
      title: 'A safeguarding lead does not propose to join two records',
      table: 'proposed_change',
      asker: lead.asker,
      statement: `insert into proposed_change (id, child_id, kind, other_child_id, reason, proposed_by, proposed_by_organisation_id, proposed_at)
        values (gen_random_uuid(), '${one?.id}', 'merge', '${other?.id}', 'x', '${lead.who.me?.userId}', '${lead.who.me?.organisationId}', now())`,
      comes: 'refused',
    },
    {
      title: 'A support worker decides no change, whoever of their partnership proposed it',
      table: 'proposed_change',
      asker: helper.asker,
      statement: `update proposed_change set outcome = 'refused', decided_by = '${helper.who.me?.userId}'`,
      comes: 'nothing was there',
    },
  ]
}

/** Whoever administers people asks somebody else to take their own second factor away. */
const ownFactors = ({ world, find }: Scene): Attempt[] => {
  const people = world.askers
    .filter(({ purpose }) => purpose === 'request')
    .map(asker => ({ asker, who: asking(world, find, asker) }))
  const steward = people.find(({ who: w }) => w.me?.role === 'data-steward')
  const admin = people.find(({ who: w }) => w.me?.administrator && w.me.role !== 'data-steward')
  return [steward, admin].flatMap(person => {
    const own = person?.who.me?.userId
    if (!person || !own) throw new Error('This world has nobody who administers people')
    return {
      title: 'Nobody asks for their own second factor to be removed',
      table: 'factor_reset',
      asker: person.asker,
      statement: `insert into factor_reset (id, user_id, asked_by, asked_at, reason)
        values (gen_random_uuid(), '${own}', '${own}', now(), 'x')`,
      comes: 'refused',
    }
  })
}

/** An installation without anybody: its first person, and nothing more, may be entered by the set-up page. */
function founding({ rows }: World): Attempt[] {
  const setUp: Asker = { name: 'set-up', purpose: 'set-up' }
  const person = rows.user_account[0]?.id
  const add = (
    table: Table,
    columns: string,
    values: string,
    comes: Attempt['comes'],
    title: string,
  ) => ({
    title,
    table,
    asker: setUp,
    statement: `insert into ${table} (${columns}) values (${values})`,
    comes,
    founding: true,
  })
  const id = 'gen_random_uuid()'
  return [
    add(
      'organisation',
      'id, kind, name',
      `${id}, 'authority', 'Us'`,
      'done',
      'The authority is entered first',
    ),
    add(
      'organisation',
      'id, kind, name',
      `${id}, 'school', 'Them'`,
      'refused',
      'No school is entered at set-up',
    ),
    add(
      'setting',
      'key, value',
      `'demonstration', '{}'`,
      'done',
      'What kind of installation it is, is said first',
    ),
    add(
      'setting',
      'key, value',
      `'anything', '{}'`,
      'refused',
      'No other setting is made at set-up',
    ),
    add(
      'user_account',
      'id, email, name',
      `${id}, 'first@example.org', 'First'`,
      'done',
      'The first person is entered',
    ),
    add(
      'membership',
      'id, user_id, organisation_id, role, valid_from',
      `${id}, '${person}', '${rows.organisation[0]?.id}', 'data-steward', '2026-01-01'`,
      'done',
      'The first person is given a role',
    ),
    ...(['user_account', 'organisation'] as const).map(table => ({
      ...add(
        table,
        table === 'organisation' ? 'id, kind, name' : 'id, email, name',
        table === 'organisation' ? `${id}, 'authority', 'Us'` : `${id}, 'next@example.org', 'Next'`,
        'refused',
        `Later the set-up page enters no ${table}`,
      ),
      founding: false,
    })),
  ]
}
