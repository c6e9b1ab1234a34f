import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, text } from '#platform/forms.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { personAdministered } from './person.query.ts'
import { tellAsked, tellConfirmed, tellRemoved } from './tell-of-factor.ts'

const title = 'Ask to remove the second factor'

/** The first of two people; the second confirms. Neither alone can open the way into somebody's account. */
export const removeSecondFactorPage = formPage({
  path: '/administration/people/:person/remove-second-factor',
  permission: 'person.administer',
  discloses: 'nothing personal',
  load: ({ tx, me, params }) => personAdministered(tx, me, params.person),
  schema: z.object({
    reason: text('Say why, and how you know that it is them', { most: 500 }),
    when: choice(['in a day', 'at once'], 'Choose when it is removed'),
  }),
  initial: () => ({ when: 'in a day' }),
  view: (person, form) => (
    <Layout
      title={title}
      form={form}
      before={<BackLink href={`/administration/people/${person.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading caption={person.name}>{title}</PageHeading>
        <p class="govuk-body">
          For somebody who has lost their phone or passkey and has no recovery code. Another
          administrator or the data steward then confirms; the person is told by email, and sets up
          a new second factor when they next sign in.
        </p>
        <Form>
          <TextArea
            form={form}
            name="reason"
            label="Why, and how do you know that it is them?"
            maxlength={500}
            rows={4}
          />
          <Radios
            form={form}
            name="when"
            label="When is it removed, once it is confirmed?"
            items={[
              {
                value: 'in a day',
                label: 'After 24 hours',
                hint: 'Until then the person can say that they have it still.',
              },
              {
                value: 'at once',
                label: 'At once',
                hint: 'Only if the person stands before you, or before whoever confirms.',
              },
            ]}
          />
          <Button variant="warning">Ask for the removal</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, person, { reason, when }) {
    requireRecentFactor(visit)
    if (person.reset) throw new Refusal('Somebody has asked for this already')
    await visit.tx
      .insertInto('factor_reset')
      .values({
        id: newId(),
        user_id: person.id,
        asked_by: visit.me.userId,
        asked_at: visit.now,
        reason,
        waits: when === 'in a day',
      })
      .execute()
    await tellAsked(visit.tx, person, visit.me)
    visit.audit({
      event: 'second-factor.removal-asked',
      subjectKind: 'user',
      subjectId: person.id,
    })
    visit.flash('Another administrator, or the data steward, now has to confirm it')
    return `/administration/people/${person.id}`
  },
})

export const confirmRemoval = action({
  path: '/administration/people/:person/confirm-second-factor-removal',
  permission: 'person.administer',
  load: ({ tx, me, params }) => personAdministered(tx, me, params.person),
  schema: z.object({}),
  async submit(visit, person) {
    requireRecentFactor(visit)
    const { rows } = await sql<{ person: string | null }>`
      select confirm_factor_reset(${person.reset?.id ?? null}, ${visit.now}) as person`.execute(
      visit.tx,
    )
    if (!rows[0]?.person)
      throw new Refusal(
        'This cannot be confirmed: it has to be a second person, within seven days.',
      )
    if (person.reset?.waits) {
      await tellConfirmed(visit.tx, person)
      visit.audit({
        event: 'second-factor.removal-asked',
        subjectKind: 'user',
        subjectId: person.id,
        detail: { confirmed: true },
      })
      visit.flash(`The second factor of ${person.name} is removed in 24 hours, unless they object`)
    } else {
      await tellRemoved(visit.tx, person)
      visit.audit({ event: 'second-factor.removed', subjectKind: 'user', subjectId: person.id })
      visit.flash(`The second factor of ${person.name} is removed`)
    }
    return `/administration/people/${person.id}`
  },
})

export const cancelRemoval = action({
  path: '/administration/people/:person/cancel-second-factor-removal',
  permission: 'person.administer',
  load: ({ tx, me, params }) => personAdministered(tx, me, params.person),
  schema: z.object({}),
  async submit(visit, person) {
    if (!person.reset) throw new Refusal('No removal is waiting any more. The second factor stays.')
    await visit.tx
      .updateTable('factor_reset')
      .set({ cancelled_at: visit.now })
      .where('id', '=', person.reset.id)
      .execute()
    visit.flash('The second factor stays')
    return `/administration/people/${person.id}`
  },
})
