import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { weekdayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  TextInput,
} from '#govuk/index.ts'
import { wholeNumber } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { markSession } from './mark-register.ts'
import { AtSession, sessionAsked, sessionViewed } from './one-session.ts'
import type { ExpectedSession } from './sessions.query.ts'
import { reasonKeys, reasons } from './words.ts'

/** The second press for a child who is not there: why. */
export const absentPage = formPage({
  path: '/register/:placement/absent',
  permission: 'register.mark',
  query: AtSession,
  load: visit => sessionAsked(visit),
  discloses: sessionViewed,
  schema: z.object({ reason: z.enum(reasonKeys, 'Choose why the child is absent') }),
  view: (session, form) => (
    <Frame session={session} form={form} title={`Why is ${session.child} absent?`}>
      <Form>
        {reasonKeys.map(reason => (
          <p class="govuk-body govuk-!-margin-bottom-0">
            <Button variant="secondary" name="reason" value={reason} preventDoubleClick>
              {reasons[reason]}
            </Button>
          </p>
        ))}
      </Form>
      <p class="govuk-body">
        If nobody knows why, the school is told at once, so that somebody looks for the child.
      </p>
    </Frame>
  ),
  async submit(visit, session, { reason }) {
    await markSession(visit, session, { mark: 'absent', reason })
    visit.flash(
      reason === 'not known'
        ? `${session.child}: absent. The school is told that the reason is not known`
        : `${session.child}: absent`,
    )
    return `/register?on=${session.day}`
  },
})

const usual = [5, 10, 15, 20, 30, 60] as const

/** The second press for a child who came late: by how much. */
export const latePage = formPage({
  path: '/register/:placement/late',
  permission: 'register.mark',
  query: AtSession,
  load: visit => sessionAsked(visit),
  discloses: sessionViewed,
  schema: z.object({
    minutes: wholeNumber('how many minutes late', { least: 1, most: 400 }),
  }),
  view: (session, form) => (
    <Frame session={session} form={form} title={`How late was ${session.child}?`}>
      {usual.map(minutes => (
        <Form>
          <Button variant="secondary" name="minutes" value={String(minutes)} preventDoubleClick>
            {`${minutes} minutes`}
          </Button>
        </Form>
      ))}
      <Form>
        <TextInput
          name="minutes"
          label="Or how many minutes?"
          width="3"
          inputmode="numeric"
          form={form}
        />
        <Button>Save</Button>
      </Form>
    </Frame>
  ),
  async submit(visit, session, { minutes }) {
    await markSession(visit, session, { mark: 'late', minutes })
    visit.flash(`${session.child}: ${minutes} minutes late`)
    return `/register?on=${session.day}`
  },
})

export const Frame = ({
  session,
  form,
  title,
  children,
}: {
  session: ExpectedSession
  form: FormState
  title: string
  children: ComponentChildren
}) => (
  <Layout
    title={title}
    form={form}
    before={<BackLink href={`/register?on=${session.day}`}>The register</BackLink>}
  >
    <ErrorSummary form={form} />
    <PageHeading
      caption={`${weekdayInWords(session.day)}, ${session.startsAt} to ${session.endsAt}`}
    >
      {title}
    </PageHeading>
    {children}
  </Layout>
)
