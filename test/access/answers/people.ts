import { type Asking, atSchool, iAm, mine, ours } from '../oracle/asking.ts'
import { mayReadAbout } from '../oracle/children.ts'
import { confirmedLately } from '../oracle/provision/providers.ts'
import type { ProtectedLocation } from '../world/rows.ts'
import type { World } from '../world/world.ts'
import { type Answer, asks, only, texts, uuids } from './answer.ts'

const readsTheTrail = (asking: Asking) => iAm(asking, 'data-steward', 'data-protection-officer')
const tokens = ({ rows }: World, of: (row: ProtectedLocation) => boolean = () => true) =>
  rows.protected_location.filter(of).flatMap(row => row['tokens'] as readonly string[])
/** One of the two tokens of each place: about the other nobody asks. */
const halfOf = (from: readonly string[]) =>
  [...new Set(from)].filter(token => token.startsWith('\\x0a'))
const credentials = ['name', 'password_hash', 'totp_secret', 'totp_last_step']

/** Who somebody is, what the trail says, and what stands for a record that the asker may not read. */
export const ofPeople: Readonly<Record<string, Answer>> = {
  // Row 29 and the way in: what proves who somebody is, to themselves and while they sign in.
  my_credentials: {
    ask: asks('onroll.my_credentials()'),
    due: asking =>
      asking.world.rows.user_account
        .filter(({ id }) => isSelf(asking, id))
        .map(row => ({ user_id: row.id, ...only(row, ...credentials) })),
  },
  credentials_of: {
    ask: ({ rows }) =>
      `select to_jsonb(x) from unnest(${texts(
        rows.user_account.map(row => row['email']).filter(Boolean),
        'text',
      )}) a, lateral onroll.credentials_of(a) x`,
    due: ({ world, purpose }) =>
      purpose === 'sign-in'
        ? world.rows.user_account
            .filter(row => row['email'] !== null)
            .map(row => ({ user_id: row.id, ...only(row, ...credentials, 'ended_at') }))
        : [],
  },
  factors_of: {
    ask: asks('onroll.factors_of(a.id)', 'user_account'),
    due: asking =>
      asking.world.rows.user_account
        .filter(
          row => row.ended_at === null && (asking.purpose === 'sign-in' || isSelf(asking, row.id)),
        )
        .map(row => ({
          of: row.id,
          said: {
            ...only(row, 'name', 'email', 'totp_secret', 'totp_last_step'),
            has_password: row['password_hash'] !== null,
            passkeys: asking.find.of('passkey', 'user_id', row.id).length,
            recovery_codes: asking.find
              .of('recovery_code', 'user_id', row.id)
              .filter(each => (each as Record<string, unknown>)['used_at'] === null).length,
          },
        })),
  },
  confirmed_lately: {
    ask: () => 'select to_jsonb(onroll.confirmed_lately())',
    due: asking => [confirmedLately(asking)],
  },
  // Row 30: a steward and the officer find a child by its reference, and learn no name.
  child_of_reference: {
    ask: ({ rows }) =>
      `select to_jsonb(x) from unnest(${texts(
        rows.child.map(row => row['reference']),
        'integer',
      )}) a, lateral onroll.child_of_reference(a) x where x is not null`,
    due: asking => (readsTheTrail(asking) ? asking.world.rows.child.map(({ id }) => id) : []),
  },
  references_of_children: {
    ask: world =>
      `select to_jsonb(x) from onroll.references_of_children(${uuids(world, 'child')}) x`,
    due: asking =>
      readsTheTrail(asking) ? asking.world.rows.child.map(row => only(row, 'id', 'reference')) : [],
  },
  joined_into: {
    ask: asks('onroll.joined_into(a.id)', 'child'),
    due: asking =>
      asking.world.rows.child.map(row => ({
        of: row.id,
        said:
          row.merged_into_id !== null && mayReadAbout(asking, 'identity', row.merged_into_id)
            ? row.merged_into_id
            : null,
      })),
  },
  // Row 5: what may not leave. A token is made with the installation’s key: who has one knows the address already.
  tokens_protected: {
    ask: world =>
      `select to_jsonb(x) from onroll.tokens_protected(${texts(halfOf(tokens(world)), 'bytea')}) x`,
    due: ({ world }) => halfOf(tokens(world, row => row['lifted_on'] === null)),
  },
  tokens_protected_from_me: {
    ask: world =>
      `select to_jsonb(x) from onroll.tokens_protected_from_me(${texts(halfOf(tokens(world)), 'bytea')}) x`,
    due: asking =>
      halfOf(
        tokens(
          asking.world,
          row =>
            row['lifted_on'] === null &&
            !(iAm(asking, 'school-dsl') && mayReadAbout(asking, 'contacts', row.child_id)),
        ),
      ),
  },
  // Row 28: what stands in the way of taking an import back is for the school that made it.
  import_blockers: {
    ask: ({ rows }) =>
      `select distinct to_jsonb(a.id) from unnest(${uuids({ rows } as World, 'import_batch')}) a (id), lateral onroll.import_blockers(a.id)`,
    due: asking =>
      asking.world.rows.import_batch
        .filter(
          row =>
            atSchool(asking) &&
            ours(asking, row.organisation_id) &&
            asking.find.of('import_write', 'batch_id', row.id).length > 0,
        )
        .map(({ id }) => id),
  },
  // Whoever is signed in finds what is published, drafts never.
  search_guidance: {
    ask: ({ rows }) =>
      `select distinct jsonb_build_object('id', x.id) from unnest(${texts(
        rows.article.map(row => String(row['title']).replaceAll("'", "''")),
        'text',
      )}) a, lateral onroll.search_guidance(a, 100) x`,
    due: asking =>
      asking.me
        ? asking.world.rows.article
            .filter(row => row['status'] === 'published')
            .map(({ id }) => ({ id }))
        : [],
  },
}

const isSelf = (asking: Asking, user: string) => mine(asking, user)
