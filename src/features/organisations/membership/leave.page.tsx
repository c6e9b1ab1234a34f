import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  Radios,
  TextArea,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { choice, day, text, ticked } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { SavedMeanwhile } from '../saved-meanwhile.tsx'
import { workOfSchool } from './effects.query.ts'
import { EffectsOfLeaving } from './effects.view.tsx'
import { leavePartnership } from './keep-memberships.ts'
import { howLeft, isMemberOn, membershipOf } from './memberships.query.ts'

/** A school withdraws, or its membership is revoked: what follows is shown before it is saved. */
export const leavePage = formPage({
  path: '/organisations/members/:member/leave',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load: async ({ tx, today, params }) => {
    const member = await membershipOf(tx, params.member)
    if (member.left_on !== null)
      throw new Refusal(
        `${member.school} left ${member.partnership} on ${dayInWords(member.left_on)} already`,
      )
    return { member, today, work: await workOfSchool(tx, member.school_id, today) }
  },
  schema: ({ member, today }) =>
    z.object({
      how: choice(['withdrew', 'revoked', 'moved'], 'Say how the membership ends'),
      on: day('the last day of the membership')
        .refine(
          on => on >= member.joined_on,
          `The last day must be the same as or after ${dayInWords(member.joined_on)}, when the school joined`,
        )
        .refine(on => on <= addDays(today, 731), 'The last day must be within the next two years'),
      decidedBy: text('Enter who decided it', { most: 200 }),
      reason: text('Enter the reason', { most: 2000 }),
      confirmed: ticked().refine(Boolean, 'Confirm that you have read what follows'),
    }),
  view: ({ member, work }, form) => (
    <Layout
      title={`End the membership of ${member.school}`}
      form={form}
      before={<BackLink href={`/organisations/${member.school_id}`} />}
    >
      <TwoThirds>
        <ErrorSummary form={form} />
        <SavedMeanwhile form={form} labels={{}} />
        <PageHeading caption={member.partnership}>
          End the membership of {member.school}
        </PageHeading>
        <p class="govuk-body">Member since {dayInWords(member.joined_on)}.</p>
        <Form version={member.version}>
          <Radios
            form={form}
            name="how"
            label="How does it end?"
            items={[
              { value: 'withdrew', label: 'The school withdraws' },
              {
                value: 'revoked',
                label: 'The membership is revoked',
                hint: 'By collective decision of the member schools',
              },
              { value: 'moved', label: 'The school moves to another partnership' },
            ]}
          />
          <DateInput
            form={form}
            name="on"
            label="Last day of the membership"
            hint="The day itself still counts. It may lie in the future."
          />
          <TextInput
            form={form}
            name="decidedBy"
            label="Who decided it?"
            hint="For example, the governing body of the school on 3 June, or a meeting of the member schools"
          />
          <TextArea form={form} name="reason" label="Reason" rows={3} maxlength={2000} />
          <EffectsOfLeaving school={member.school} partnership={member.partnership} work={work} />
          <Checkboxes
            form={form}
            name="confirmed"
            label="Confirm"
            items={{ yes: 'I have read what follows from this' }}
          />
          <ButtonGroup>
            <Button variant="warning">End the membership</Button>
            <a class="govuk-link" href={`/organisations/${member.school_id}`}>
              Cancel
            </a>
          </ButtonGroup>
        </Form>
      </TwoThirds>
    </Layout>
  ),
  version: ({ member }) => member.version,
  async submit(visit, { member }, { confirmed: _, ...input }) {
    await leavePartnership(visit, { memberId: member.id, ...input })
    const over = !isMemberOn({ joined_on: member.joined_on, left_on: input.on }, visit.today)
    visit.flash(
      `${member.school}: ${howLeft[input.how].toLowerCase()}. ${over ? 'The last day was' : 'The last day is'} ${dayInWords(input.on)}.`,
    )
    return `/organisations/${member.school_id}`
  },
})
