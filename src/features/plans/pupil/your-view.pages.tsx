import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { newId } from '#domain/ids.ts'
import {
  Button,
  ErrorSummary,
  ExitThisPage,
  Form,
  type FormState,
  Layout,
  PageHeading,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { publicForm, publicPage } from '#platform/http/public-page.tsx'
import { GoTo } from '#platform/http/respond.tsx'
import { enqueue } from '#platform/jobs.ts'
import { tellOfFrozenName } from './frozen-link.job.ts'
import { keepPupilView, openPupilLink } from './pupil-link.ts'
import { codeIn, proofOf } from './pupil-secrets.ts'
import { nothingSaid, PupilQuestions, pupilShape, saysSomething } from './questions.tsx'
import { tellOfViewName } from './tell-of-view.job.ts'

const cookie = 'onroll-your-view'
// A child who reads slowly, or is called away, does not lose what they wrote.
const twoHours = 2 * 60 * 60

/** Asks for the code. The same page whatever the link is: it tells nobody whether there is a child behind it. */
export const yourViewPage = publicForm({
  path: '/your-view/:token',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  load: async () => undefined,
  schema: z.object({
    code: z.string('Enter the code').trim().min(1, 'Enter the code').max(20, 'Enter the code'),
  }),
  view: (_, form) => (
    <Frame title="Say what you think" form={form}>
      <p class="govuk-body">
        Somebody you know has given you a code on paper, or told it to you. It has six letters or
        numbers.
      </p>
      <Form>
        <TextInput
          name="code"
          label="Your code"
          width="10"
          autocomplete="off"
          spellcheck={false}
          form={form}
        />
        <Button>Go on</Button>
      </Form>
    </Frame>
  ),
  async submit(visitor, _, { code }) {
    const { token } = visitor.params
    const opened = await visitor.inTransaction('sign-in', async ({ tx }) => {
      const link = await openPupilLink(tx, visitor.site, { token, code, now: visitor.now })
      if (!link) await enqueue(tx, { name: tellOfFrozenName }, {}, { key: tellOfFrozenName })
      return link
    })
    if (!opened)
      return {
        errors: {
          code: 'That does not work. Look at the code again. After five tries the link stops, and you can ask for a new one.',
        },
      }
    visitor.keepCookie(cookie, proofOf(visitor.site.secret, token, code), twoHours)
    return `/your-view/${token}/questions`
  },
})

/** The questions, once both secrets were right. Looking uses nothing up. */
export const yourQuestionsPage = publicForm({
  path: '/your-view/:token/questions',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  async load(visitor) {
    const { token } = visitor.params
    const code = codeIn(visitor.site.secret, token, visitor.cookie(cookie))
    const link =
      code &&
      (await visitor.inTransaction('sign-in', ({ tx }) =>
        openPupilLink(tx, visitor.site, { token, code, now: visitor.now }),
      ))
    if (!code || !link) throw new GoTo(`/your-view/${token}`)
    return { code, link }
  },
  schema: z.object(pupilShape).refine(saysSomething, nothingSaid),
  view: ({ link }, form) => (
    <Frame title={`Hello ${link.forename}`} form={form}>
      <p class="govuk-body">
        {link.provider_name
          ? `We want to know what you think about ${link.provider_name}.`
          : 'We want to know what you think about the place where you learn.'}{' '}
        You can leave out any question. There are no wrong answers.
      </p>
      <p class="govuk-body">
        Your school and the people who arranged it read this. The people who teach you there do not.
        If you say that you are not safe, an adult at your school will read it and talk with you.
      </p>
      <Form>
        <PupilQuestions form={form} />
        <Button preventDoubleClick>Send what I think</Button>
      </Form>
      <Help />
    </Frame>
  ),
  async submit(visitor, { code }, answers) {
    const { token } = visitor.params
    const kept = await visitor.inTransaction('sign-in', async ({ tx, audit }) => {
      const id = newId()
      const done = await keepPupilView(
        tx,
        visitor.site,
        { token, code, now: visitor.now, today: visitor.today },
        { ...answers, id },
      )
      if (!done) return false
      await enqueue(tx, { name: tellOfViewName }, { view: id })
      audit({
        event: 'pupil-view.recorded',
        subjectKind: 'pupil view',
        subjectId: id,
        detail: { how: 'link' },
      })
      return true
    })
    visitor.dropCookie(cookie)
    return kept ? '/your-view/thank-you' : `/your-view/${token}`
  },
})

export const thankYouPage = publicPage({
  path: '/your-view/thank-you',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: async () => undefined,
  view: () => (
    <Frame title="Thank you">
      <p class="govuk-body">What you said is sent. The link cannot be used again.</p>
      <Help />
    </Frame>
  ),
})

const Help = () => (
  <p class="govuk-body">
    If you are worried or do not feel safe, talk to an adult you trust. You can ring Childline on
    0800 1111 at any time. It is free. If you are in danger now, ring 999.
  </p>
)

const Frame = ({
  title,
  form,
  children,
}: {
  title: string
  form?: FormState
  children: ComponentChildren
}) => (
  <Layout title="Say what you think" {...(form ? { form } : {})} before={<ExitThisPage />}>
    <TwoThirds>
      {form && <ErrorSummary form={form} />}
      <PageHeading>{title}</PageHeading>
      {children}
    </TwoThirds>
  </Layout>
)
