import { NotFound } from '#domain/refusal.ts'
import { Button, Form, hiddenFields, Layout, PageHeading, TwoThirds } from '#govuk/index.ts'
import { heldForm } from '#platform/http/confirm-first.ts'
import { page } from '#platform/http/page.tsx'

const title = 'You have confirmed that it is you'

/** After confirming: the form that was sent before goes on with what was filled in. */
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
          <p class="govuk-body">Nothing has been sent yet. Send what you filled in before:</p>
          <Form action={path} {...(typeof version === 'string' ? { version } : {})}>
            {Object.entries(rest).flatMap(([name, value]) =>
              [value ?? []].flat().map(each => <input type="hidden" name={name} value={each} />),
            )}
            <Button>Continue</Button>
          </Form>
        </TwoThirds>
      </Layout>
    )
  },
})
