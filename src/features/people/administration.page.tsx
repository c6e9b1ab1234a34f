import { Layout, PageHeading, TwoThirds } from '#govuk/index.ts'
import { administrationFor } from '#platform/http/administration.tsx'
import { page } from '#platform/http/page.tsx'

/** Everything that administrators look after, each with what it is for. */
export const administrationPage = page({
  path: '/administration',
  permission: 'person.administer',
  discloses: 'nothing personal',
  load: async () => undefined,
  view: (_, { me }) => (
    <Layout title="Administration">
      <TwoThirds>
        <PageHeading caption={me.organisationName}>Administration</PageHeading>
        <dl class="govuk-body">
          {administrationFor(me).map(({ text, href, about }) => (
            <>
              <dt class="govuk-!-margin-top-4">
                <a class="govuk-link govuk-!-font-weight-bold" href={href(me)}>
                  {text}
                </a>
              </dt>
              <dd class="govuk-!-margin-left-0">{about}</dd>
            </>
          ))}
        </dl>
      </TwoThirds>
    </Layout>
  ),
})
