import { sql } from 'kysely'
import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TwoThirds,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { choices, day } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { organisationOf } from '../profile/organisation.query.ts'
import { EffectsOfJoining } from './effects.view.tsx'
import { joinPartnership } from './keep-memberships.ts'

/** Several schools join a partnership on one day: how a county is set up. */
export const addMembersPage = formPage({
  path: '/organisations/:organisation/add-members',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    const partnership = await organisationOf(tx, params.organisation)
    if (partnership.kind !== 'partnership') throw new NotFound()
    return { partnership, schools: await schoolsInNone(tx) }
  },
  schema: ({ schools }) =>
    z.object({
      on: day('the first day of the membership'),
      schools: choices(['', ...schools.map(({ id }) => id)]).refine(
        chosen => chosen.length > 0,
        'Choose at least one school',
      ),
    }),
  view: ({ partnership, schools }, form) => (
    <Layout
      title={`Add schools to ${partnership.name}`}
      form={form}
      before={<BackLink href={`/organisations/${partnership.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>Add schools to {partnership.name}</PageHeading>
        {schools.length === 0 ? (
          <EmptyState
            title="Every school is in a partnership"
            action={
              <Button href="/administration/schools/import" variant="secondary">
                Import schools
              </Button>
            }
          >
            A school that moves has to leave its present partnership first: open the school and end
            its membership there. A school that is missing has to be imported.
          </EmptyState>
        ) : (
          <Form>
            <DateInput form={form} name="on" label="First day of the membership" />
            <Checkboxes
              form={form}
              name="schools"
              label="Schools that are in no partnership"
              items={schools.map(({ id, name, town }) => ({
                value: id,
                label: name,
                hint: town ?? undefined,
              }))}
            />
            <EffectsOfJoining partnership={partnership.name} />
            <ButtonGroup>
              <Button>Add to the partnership</Button>
              <a class="govuk-link" href={`/organisations/${partnership.id}`}>
                Cancel
              </a>
            </ButtonGroup>
          </Form>
        )}
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { partnership }, { on, schools }) {
    for (const schoolId of schools)
      await joinPartnership(visit, { schoolId, partnershipId: partnership.id, on })
    visit.flash(
      `${schools.length === 1 ? 'One school is' : `${schools.length} schools are`} in ${partnership.name} from ${dayInWords(on)}`,
    )
    return `/organisations/${partnership.id}`
  },
})

const schoolsInNone = (tx: Tx) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name', 'town'])
    .where('kind', '=', 'school')
    .where('closed_on', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('partnership_member')
            .select('partnership_member.id')
            .whereRef('partnership_member.school_id', '=', 'organisation.id')
            .where('partnership_member.left_on', 'is', null),
        ),
      ),
    )
    .orderBy(sql`name collate onroll.names`)
    .execute()
