import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import { Button, Form, type FormState, Layout, PageHeading, TwoThirds } from '#govuk/index.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { seal, unseal } from '#platform/secret.ts'
import { keepRecoveryCodes, newRecoveryCodes } from './recovery-codes.ts'

const title = 'Keep your recovery codes'
const Codes = z.array(z.string()).length(10)

/** The codes are shown once and travel in the form, sealed; they count from when the reader says that they have them. */
export const recoveryCodesPage = formPage({
  path: '/account/recovery-codes',
  permission: 'account.own',
  discloses: 'nothing personal',
  async load(visit) {
    requireRecentFactor(visit)
    const codes = newRecoveryCodes()
    return { codes, sealed: sealed(visit, codes) }
  },
  schema: z.object({ codes: z.string().max(2000) }),
  initial: ({ sealed }) => ({ codes: sealed }),
  view: ({ codes }, form) => (
    <Layout title={title}>
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">
          Print or write down these ten codes, and keep them where nobody else finds them. If you
          lose your phone or passkey, one of them lets you in. Each works once. Earlier codes stop
          working when you press the button.
        </p>
        <CodeList codes={codes} form={form} />
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, _, { codes }) {
    const { tx, me, site } = visit
    await keepRecoveryCodes(tx, site.secret, me.userId, unsealed(visit, codes))
    visit.audit({
      event: 'second-factor.set',
      subjectKind: 'user',
      subjectId: me.userId,
      detail: { recoveryCodes: 'new' },
    })
    visit.flash('Your recovery codes work from now on')
    return '/account/second-factor'
  },
})

const CodeList = ({ codes, form }: { codes: readonly string[]; form: FormState }) => (
  <Form>
    <ul class="govuk-list onroll-codes">
      {codes.map(code => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <input type="hidden" name="codes" value={String(form.values['codes'] ?? '')} />
    <Button>I have kept them</Button>
  </Form>
)

const about = ({ me }: Visit) => `recovery codes in session ${me.sessionId}`

const sealed = (visit: Visit, codes: readonly string[]) =>
  seal(
    visit.site.secret.key('recovery codes on a page'),
    Buffer.from(JSON.stringify(codes)),
    about(visit),
  ).toString('base64url')

function unsealed(visit: Visit, text: string): string[] {
  try {
    const bytes = Buffer.from(text, 'base64url')
    const codes = unseal(visit.site.secret.key('recovery codes on a page'), bytes, about(visit))
    return Codes.parse(JSON.parse(codes.toString()))
  } catch {
    throw new Refusal('These codes are not those that were shown. Reload the page for new ones.')
  }
}
