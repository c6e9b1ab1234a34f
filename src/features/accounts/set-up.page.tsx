import { z } from 'zod'
import { asLocalAuthority } from '#domain/codes/local-authority.ts'
import { asEmailAddress, emailKey, whyNotEmailAddress } from '#domain/email-address.ts'
import { asPersonName, whyNotPersonName } from '#domain/person-name.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import {
  Button,
  ErrorSummary,
  Form,
  type FormState,
  Layout,
  PageHeading,
  PasswordInput,
  TextInput,
  TwoThirds,
} from '#govuk/index.ts'
import { judged } from '#platform/forms.ts'
import { publicForm } from '#platform/http/public-page.tsx'
import type { Visitor } from '#platform/http/visitor.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { purposeOfDatabase } from './demonstration-database.ts'
import { foundAuthority } from './found-authority.ts'
import { newPassword, newPasswordHint } from './new-password.ts'
import { hashPassword } from './password-hash.ts'
import { whyNotPassword } from './password-rules.ts'
import { takeSetUpSecret } from './set-up.ts'

const title = 'Set up Onroll'

const SetUp = z.object({
  secret: z.string('Enter the set-up secret').trim().min(1, 'Enter the set-up secret').max(100),
  authority: z
    .string('Enter your local authority')
    .trim()
    .min(1, 'Enter your local authority')
    .max(200),
  name: judged(whyNotPersonName, asPersonName),
  email: judged(whyNotEmailAddress, asEmailAddress),
  password: newPassword,
})
type SetUp = z.infer<typeof SetUp>

/** The first page of an installation in which there is nobody; after that it does not exist. */
export const setUpPage = publicForm({
  path: '/set-up',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'signing in',
  async load({ site }) {
    if ((await purposeOfDatabase(site.db)) !== 'empty') throw new NotFound()
  },
  schema: SetUp,
  view: (_, form) => (
    <Layout title={title} form={form}>
      <TwoThirds>
        <ErrorSummary form={form} />
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">
          Onroll has just been installed, and there is nobody in it yet. Enter the local authority
          that it serves and its first administrator: you, who then invites the others.
        </p>
        <SetUpForm form={form} />
      </TwoThirds>
    </Layout>
  ),
  submit: setUp,
})

const SetUpForm = ({ form }: { form: FormState }) => (
  <Form>
    <TextInput
      form={form}
      name="secret"
      label="Set-up secret"
      hint="It was printed where Onroll was started, and works for half an hour. Start Onroll again for a new one."
      autocomplete="off"
      spellcheck={false}
    />
    <TextInput
      form={form}
      name="authority"
      label="Local authority"
      hint="For example “Leicestershire”"
    />
    <TextInput form={form} name="name" label="Your name" autocomplete="name" spellcheck={false} />
    <TextInput
      form={form}
      name="email"
      label="Your email address"
      type="email"
      autocomplete="username"
      spellcheck={false}
    />
    <PasswordInput
      form={form}
      name="password"
      label="Password"
      hint={newPasswordHint}
      autocomplete="new-password"
    />
    <Button preventDoubleClick>Set up</Button>
  </Form>
)

async function setUp(visitor: Visitor, _: unknown, answers: SetUp) {
  const authority = asLocalAuthority(answers.authority)
  if (!authority)
    return {
      errors: { authority: 'Enter a local authority as the Department for Education names it' },
    }
  const problem = whyNotPassword(answers.password, [
    answers.name,
    answers.email,
    authority.name,
    'Onroll',
  ])
  if (problem) return { errors: { password: problem } }
  const hash = await hashPassword(answers.password)
  const good = await visitor.inTransaction('sign-in', ({ tx }) =>
    takeSetUpSecret(tx, answers.secret, visitor.now),
  )
  if (!good)
    return {
      errors: { secret: 'That is not the set-up secret, or it is more than half an hour old' },
    }
  const email = emailKey(answers.email)
  const { userId } = await visitor.inTransaction('set-up', step =>
    foundAuthority(step, {
      key: authority.key,
      authority: authority.name,
      administrator: { name: answers.name, email },
      today: visitor.today,
    }),
  )
  await visitor.inTransaction('sign-in', async step => {
    const set = await step.tx
      .updateTable('user_account')
      .set({ password_hash: hash })
      .where('id', '=', userId)
      .executeTakeFirst()
    if (set.numUpdatedRows !== 1n) throw new Refusal('The account could not be made')
    await completeSignIn(step, visitor, { userId, email, sharedComputer: false, by: 'set-up' })
  })
  visitor.flash('Onroll is set up. Now set up your second factor.')
  return '/account/second-factor'
}
