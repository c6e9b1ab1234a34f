import { z } from 'zod'
import { addDays, type IsoDate } from '#domain/dates.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
} from '#govuk/index.ts'
import { choices } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Doer } from '#platform/http/visit.ts'
import { placementViewed } from '../about.ts'
import { recordPlacementEvent } from '../move-placement.ts'
import { ourTutors, placedById } from './placed.query.ts'

/** The manager names who teaches the child: those tutors see the child, and no others. */
export const tutorsPage = formPage({
  path: '/placed/:placement/tutors',
  permission: 'placed.answer',
  async load({ tx, params, me, today }) {
    const placed = await placedById(tx, params.placement, me.organisationId)
    const named = placed.tutors
      .filter(({ to_on }) => to_on === null || to_on >= today)
      .map(({ user_id }) => user_id)
    return { ...placed, named, all: await ourTutors(tx, me.organisationId, today) }
  },
  discloses: placementViewed,
  schema: ({ all }) =>
    z.object({ tutors: choices(all.map(({ id }) => id) as [string, ...string[]]) }),
  initial: ({ named }) => ({ tutors: named }),
  version: ({ placement, tutors }) => placement.version * 1000 + tutors.length,
  view: ({ placement, told, all, tutors }, form) => (
    <Layout
      title="Name the tutors"
      form={form}
      before={
        <BackLink href={`/placed/${placement.id}`}>{told['name'] ?? placement.name}</BackLink>
      }
    >
      <ErrorSummary form={form} />
      <PageHeading caption={`${placement.name}, ${told['name'] ?? ''}`}>
        Name the tutors
      </PageHeading>
      {all.length === 0 ? (
        <p class="govuk-body">
          Nobody at your organisation is a tutor in Onroll yet. Your administrator can invite one.
        </p>
      ) : (
        <Form version={placement.version * 1000 + tutors.length}>
          <Checkboxes
            name="tutors"
            label="Who teaches this child?"
            hint="They see what you were told about the child. Nobody else among the tutors does"
            items={Object.fromEntries(all.map(({ id, name }) => [id, name]))}
            form={form}
          />
          <Button>Save the tutors</Button>
        </Form>
      )}
    </Layout>
  ),
  async submit(visit, { placement, named }, { tutors }) {
    await nameTutors(visit, placement, named, tutors)
    visit.flash('The tutors are saved')
    return `/placed/${placement.id}`
  },
})

/** Names who teaches the child, and ends it for who does no more. */
export async function nameTutors(
  doer: Doer,
  placement: { id: string; child_id: string },
  before: readonly string[],
  after: readonly string[],
) {
  const { tx, me, today, audit } = doer
  const about = { subjectKind: 'placement', subjectId: placement.id, childId: placement.child_id }
  for (const user of after.filter(id => !before.includes(id))) {
    await tx
      .insertInto('placement_tutor')
      .values({ placement_id: placement.id, user_id: user, from_on: today, named_by: me.userId })
      // Named, ended and named again on one day: the row of that day is opened again.
      .onConflict(again =>
        again.columns(['placement_id', 'user_id', 'from_on']).doUpdateSet({ to_on: null }),
      )
      .execute()
    await recordPlacementEvent(doer, placement.id, 'tutor named')
    audit({ ...about, event: 'placement.tutor-named', detail: { tutor: user } })
  }
  for (const user of before.filter(id => !after.includes(id))) {
    // Who was named today and is no longer was never to see the child after today.
    await tx
      .updateTable('placement_tutor')
      .set(at => ({
        to_on: at.fn<IsoDate>('greatest', ['from_on', at.val(addDays(today, -1))]),
      }))
      .where('placement_id', '=', placement.id)
      .where('user_id', '=', user)
      .where('to_on', 'is', null)
      .execute()
    await recordPlacementEvent(doer, placement.id, 'tutor ended')
    audit({ ...about, event: 'placement.tutor-ended', detail: { tutor: user } })
  }
}
