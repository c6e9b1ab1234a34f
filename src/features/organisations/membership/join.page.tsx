import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, day, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { openPartnerships } from '../list/organisations.query.ts'
import { organisationOf } from '../profile/organisation.query.ts'
import { EffectsOfJoining } from './effects.view.tsx'
import { joinPartnership } from './keep-memberships.ts'

/** One school joins a partnership. */
export const joinPage = formPage({
  path: '/organisations/:organisation/join',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async ({ tx, params }) => {
    const school = await organisationOf(tx, params.organisation)
    if (school.kind !== 'school') throw new NotFound()
    return { school, partnerships: await openPartnerships(tx) }
  },
  schema: ({ partnerships }) =>
    z.object({
      partnership: choice(
        ['', ...partnerships.map(({ id }) => id)],
        'Choose the partnership',
      ).refine(Boolean, 'Choose the partnership'),
      on: day('the first day of the membership'),
      reason: optionalText({ most: 2000 }),
    }),
  view: ({ school, partnerships }, form) => (
    <Layout
      title={`Add ${school.name} to a partnership`}
      form={form}
      before={<BackLink href={`/organisations/${school.id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>Add {school.name} to a partnership</PageHeading>
        <Form>
          <Radios
            form={form}
            name="partnership"
            label="Which partnership?"
            items={partnerships.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DateInput form={form} name="on" label="First day of the membership" />
          <TextArea form={form} name="reason" label="Note (optional)" rows={2} maxlength={2000} />
          <EffectsOfJoining />
          <ButtonGroup>
            <Button>Add to the partnership</Button>
            <a class="govuk-link" href={`/organisations/${school.id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, { school, partnerships }, { partnership, on, reason }) {
    await joinPartnership(visit, { schoolId: school.id, partnershipId: partnership, on, reason })
    const name = partnerships.find(({ id }) => id === partnership)?.name
    visit.flash(`${school.name} is a member of ${name} from ${dayInWords(on)}`)
    return `/organisations/${school.id}`
  },
})
