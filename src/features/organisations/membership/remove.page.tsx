import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextArea,
  TwoThirds,
} from '#govuk/index.ts'
import { text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { removeMembership } from './keep-memberships.ts'
import { membershipOf } from './memberships.query.ts'

/** For a membership that never was: entered for the wrong school, or twice. */
export const removeMembershipPage = formPage({
  path: '/organisations/members/:member/remove',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: ({ tx, params }) => membershipOf(tx, params.member),
  schema: z.object({ because: text('Enter why it has to be taken out', { most: 2000 }) }),
  version: member => member.version,
  view: (member, form) => (
    <Layout
      title="Take out a membership"
      form={form}
      before={<BackLink href={`/organisations/members/${member.id}/correct`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <SavedMeanwhile form={form} labels={{}} />
        <PageHeading caption={member.school}>Take out a membership that never was</PageHeading>
        <p class="govuk-body">
          {member.school} in {member.partnership} from {dayInWords(member.joined_on)}
          {member.left_on ? ` to ${dayInWords(member.left_on)}` : ''}. If the school was a member
          and has left, end the membership instead: meetings and charges look back on it.
        </p>
        <Form version={member.version}>
          <TextArea form={form} name="because" label="Why was it entered wrongly?" rows={3} />
          <Button variant="warning">Take it out</Button>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, member, { because }) {
    await removeMembership(visit, { memberId: member.id, because })
    visit.flash(`The membership of ${member.school} in ${member.partnership} has been taken out`)
    return `/organisations/${member.school_id}`
  },
})
