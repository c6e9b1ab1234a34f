import { HubNumbers, safeguardingHub } from '#features/organisations/index.ts'
import { publicPage } from '#platform/http/public-page.tsx'
import { controller } from './controller.query.ts'
import { Heading, List, Reading, Says } from './words.tsx'

const Here = ({ href, children }: { href: string; children: string }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
)

/** For who cannot get in, and for who is in and does not know where to go on. */
export const helpPage = publicPage({
  path: '/help',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: visitor =>
    visitor.inTransaction('sign-in', async ({ tx }) => ({
      ...(await controller(tx)),
      hub: await safeguardingHub(tx),
    })),
  view: ({ name, mailbox, hub }) => (
    <Reading title="Help">
      <Heading>If a child is in danger</Heading>
      <Says>
        Do not use Onroll to tell anybody. Telephone 999 in an emergency. Otherwise follow your
        organisation’s safeguarding procedure and tell its designated safeguarding lead at once.
      </Says>
      <Says>
        <HubNumbers hub={hub} />
      </Says>
      <Heading>I cannot sign in</Heading>
      <List
        items={[
          <>
            You forgot your password: <Here href="/reset-password">get a link by email</Here>.
          </>,
          'You lost your phone or passkey: use one of the recovery codes that you kept. If you have none, ask an administrator of your organisation; two people can remove your second factor.',
          'Your invitation no longer works: ask who invited you for a new one. They work for seven days.',
          'There were too many tries: wait 15 minutes. Nobody is locked out for good.',
        ]}
      />
      <Heading>I am signed in, but see nothing, or not what I expect</Heading>
      <List
        items={[
          <>
            You may be working in another of your roles:{' '}
            <Here href="/account/hat">switch role</Here>. The role is shown at the top of every
            page.
          </>,
          'Your role may have ended. Administrators of your organisation give and end roles.',
          'A page that your role may not see answers as if it were not there.',
        ]}
      />
      <Heading>I am worried about my account</Heading>
      <List
        items={[
          <>
            See <Here href="/account/sessions">where you are signed in</Here> and end what you do
            not know.
          </>,
          <>
            See <Here href="/account/activity">what was done in your name</Here>.
          </>,
          'Tell an administrator of your organisation, who can sign you out everywhere.',
        ]}
      />
      <Heading>Anything else</Heading>
      <Says>
        Ask an administrator of your organisation first.{' '}
        {mailbox ? `You can also write to ${name ?? 'the authority'} at ${mailbox}.` : ''} When a
        page shows a reference, send it along: with it we find what happened.
      </Says>
    </Reading>
  ),
})
