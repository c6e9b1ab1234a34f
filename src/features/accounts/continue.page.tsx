import { NotFound } from '#domain/refusal.ts'
import { Button, Form, hiddenFields, Layout, PageHeading, TwoThirds } from '#govuk/index.ts'
import { heldForm } from '#platform/http/held-form.ts'
import { page } from '#platform/http/page.tsx'

const title = 'Go on with what you filled in'

/** After confirming, or after signing in again: the form that was sent before goes on with what was filled in. */
export const continuePage = page({
  path: '/account/continue/:held',
  permission: 'account.own',
  discloses: 'nothing personal',
  async load(visit) {
    const held = await heldForm(visit, visit.params.held)
    if (!held) throw new NotFound()
    return held
  },
  view: ({ path, answers }) => {
    const { [hiddenFields.version]: version, ...rest } = answers
    return (
      <Layout title={title}>
        <TwoThirds>
          <PageHeading>{title}</PageHeading>
          <p class="govuk-body">
            It is you. What you filled in before was kept, and has not been sent yet.
          </p>
          <Form action={path} {...(typeof version === 'string' ? { version } : {})}>
            {Object.entries(rest).flatMap(([name, value]) =>
              [value ?? []].flat().map(each => <input type="hidden" name={name} value={each} />),
            )}
            <Button>Send it now</Button>
          </Form>
        </TwoThirds>
      </Layout>
    )
  },
})
