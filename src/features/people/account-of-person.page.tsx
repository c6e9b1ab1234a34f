import { sql } from 'kysely'
import { z } from 'zod'
import { asPersonName, whyNotPersonName } from '#domain/person-name.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { judged } from '#platform/forms.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { formPage } from '#platform/http/page.tsx'
import { revokeLinks } from '#platform/one-time-link.ts'
import { personAdministered } from './person.query.ts'

const back = (id: string) => `/administration/people/${id}`

export const nameOfPersonPage = formPage({
  path: '/administration/people/:person/name',
  permission: 'person.administer',
  discloses: 'nothing personal',
  load: ({ tx, me, params }) => personAdministered(tx, me, params.person),
  schema: z.object({ name: judged(whyNotPersonName, asPersonName) }),
  initial: ({ name }) => ({ name }),
  view: (person, form) => (
    <Layout title="Change a name" form={form} before={<BackLink href={back(person.id)} />}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={person.email}>Change a name</PageHeading>
        <Form>
          <TextInput form={form} name="name" label="Full name" spellcheck={false} />
          <Button>Change the name</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, person, { name }) {
    await visit.tx.updateTable('user_account').set({ name }).where('id', '=', person.id).execute()
    visit.audit({ event: 'user.changed', subjectKind: 'user', subjectId: person.id })
    visit.flash('The name is changed')
    return back(person.id)
  },
})

/** For who has left every organisation, or whose account is in wrong hands: nobody signs in with it any more. */
export const accountOfPersonPage = formPage({
  path: '/administration/people/:person/account',
  permission: 'person.close',
  discloses: 'nothing personal',
  load: ({ tx, me, params }) => personAdministered(tx, me, params.person),
  schema: z.object({}),
  view: person => {
    const title = person.ended_at ? 'Open the account again' : 'Close the account'
    return (
      <Layout title={title} before={<BackLink href={back(person.id)} />}>
        <TwoThirds>
          <PageHeading caption={person.name}>{title}</PageHeading>
          <p class="govuk-body">
            {person.ended_at
              ? 'The person can sign in again, with the roles that have not ended.'
              : 'The person is signed out everywhere and cannot sign in, in any role. What they wrote stays, with their name.'}
          </p>
          <Form>
            <Button variant="warning">{title}</Button>
          </Form>
        </TwoThirds>
      </Layout>
    )
  },
  async submit(visit, person) {
    requireRecentFactor(visit)
    const closing = person.ended_at === null
    const changed = await visit.tx
      .updateTable('user_account')
      .set({
        ended_at: closing ? visit.now : null,
        ended_because: closing ? 'closed' : null,
        ...(closing ? {} : { reopened_at: visit.now }),
      })
      .where('id', '=', person.id)
      .where('ended_at', closing ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new Refusal('Somebody did this a moment ago')
    if (closing) {
      await revokeLinks(visit.tx, { userId: person.id, now: visit.now })
      await sql`select end_sessions_of(${person.id}, 'account closed')`.execute(visit.tx)
    }
    visit.audit({
      event: closing ? 'user.ended' : 'user.reopened',
      subjectKind: 'user',
      subjectId: person.id,
    })
    visit.flash(closing ? 'The account is closed' : 'The account is open again')
    return back(person.id)
  },
})
