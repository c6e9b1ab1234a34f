import { Layout, PageHeading, TwoThirds } from '#govuk/index.ts'

/** The same for a link that was used, withdrawn, is too old, or never was one. */
export const LinkIsDead = ({ kind }: { kind: 'invitation' | 'reset' }) => (
  <Layout title="This link cannot be used">
    <TwoThirds>
      <PageHeading>This link cannot be used</PageHeading>
      <p class="govuk-body">
        It was used already, was replaced by a newer one, or is too old. Check that you copied all
        of it.
      </p>
      <p class="govuk-body">
        {kind === 'invitation' ? (
          'If you have set a password, sign in with it. Otherwise ask the person who invited you for a new invitation.'
        ) : (
          <a class="govuk-link" href="/reset-password">
            Ask for a new link
          </a>
        )}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in">
          Sign in
        </a>
      </p>
    </TwoThirds>
  </Layout>
)
