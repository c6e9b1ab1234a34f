import { z } from 'zod'
import { dayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, day, dayAnswers, optionalDay, optionalText, text } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { correctMembership } from './keep-memberships.ts'
import { howLeft, type Membership, membershipOf } from './memberships.query.ts'

/** What was entered wrongly is put right; what stood there is kept with the reason. */
export const correctMembershipPage = formPage({
  path: '/organisations/members/:member/correct',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: ({ tx, params }) => membershipOf(tx, params.member),
  schema: z
    .object({
      joinedOn: day('the first day of the membership'),
      leftOn: optionalDay('the last day of the membership'),
      how: choice(
        ['still', 'withdrew', 'revoked', 'moved', 'closed'],
        'Say how the membership ended',
      ),
      decidedBy: optionalText({ most: 200 }),
      leavingReason: optionalText({ most: 2000 }),
      because: text('Enter why it has to be corrected', { most: 2000 }),
    })
    .refine(({ leftOn, joinedOn }) => leftOn === null || leftOn >= joinedOn, {
      path: ['leftOn'],
      message: 'The last day must be the same as or after the first day',
    })
    .refine(({ leftOn, how }) => (leftOn === null) === (how === 'still'), {
      path: ['how'],
      message:
        'Enter the last day and how it ended, or leave the last day empty for a present member',
    }),
  initial: member => ({
    ...dayAnswers('joinedOn', member.joined_on),
    ...dayAnswers('leftOn', member.left_on),
    how: member.how_left ?? 'still',
    decidedBy: member.decided_by ?? '',
    leavingReason: member.reason ?? '',
  }),
  version: member => member.version,
  view: (member, form) => <CorrectionForm member={member} form={form} />,
  async submit(visit, member, { how, ...input }) {
    await correctMembership(visit, {
      ...input,
      memberId: member.id,
      version: member.version,
      how: how === 'still' ? null : how,
    })
    visit.flash(`The membership of ${member.school} has been corrected`)
    return `/organisations/${member.school_id}`
  },
})

const CorrectionForm = ({ member, form }: { member: Membership; form: FormState }) => (
  <Layout
    title={`Correct the membership of ${member.school}`}
    form={form}
    before={<BackLink href={`/organisations/${member.school_id}`} />}
  >
    <TwoThirds>
      <ErrorSummary form={form} />
      <SavedMeanwhile
        form={form}
        labels={{ joinedOn: 'First day', leftOn: 'Last day', how: 'How it ended' }}
      />
      <PageHeading caption={member.partnership}>
        Correct the membership of {member.school}
      </PageHeading>
      <InsetText>
        Cases find their partnership by the school’s membership on the day they are sent. Cases that
        were sent before this correction stay where they are. Now entered: from{' '}
        {dayInWords(member.joined_on)}
        {member.left_on ? ` to ${dayInWords(member.left_on)}` : ', still a member'}.
      </InsetText>
      <Form version={member.version}>
        <DateInput form={form} name="joinedOn" label="First day" />
        <DateInput
          form={form}
          name="leftOn"
          label="Last day"
          hint="Leave empty if the school is still a member"
        />
        <Radios
          form={form}
          name="how"
          label="How did it end?"
          items={{ still: 'It has not ended', ...howLeft }}
        />
        <TextInput form={form} name="decidedBy" label="Who decided that it ends?" />
        <TextArea form={form} name="leavingReason" label="Reason for its end" rows={3} />
        <TextArea form={form} name="because" label="Why does this have to be corrected?" rows={3} />
        <ButtonGroup>
          <Button>Save the correction</Button>
          <a class="govuk-link" href={`/organisations/members/${member.id}/remove`}>
            The school was never a member: take this out
          </a>
        </ButtonGroup>
      </Form>
    </TwoThirds>
  </Layout>
)
