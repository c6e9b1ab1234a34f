import type { VNode } from 'preact'
import { CaseGallery } from './gallery/case.tsx'
import { ContentGallery } from './gallery/content.tsx'
import { FormsGallery, sent } from './gallery/forms.tsx'
import { ListsGallery } from './gallery/lists.tsx'
import {
  BackLink,
  ErrorPage,
  InterruptionCard,
  Layout,
  PageContext,
  PageHeading,
  TwoThirds,
  untouched,
} from './index.ts'

const surroundings: PageContext = {
  nonce: 'gallery',
  csrfToken: 'token',
  user: {
    name: 'Sam Coordinator',
    role: 'Co-ordinator',
    organisation: 'Hillside Behaviour and Education Partnership',
    switchHref: '#switch',
  },
  navigation: [
    { text: 'My work', href: '/gallery', badge: { count: 4, text: '4 things to do' } },
    { text: 'Referrals', href: '/referrals' },
    { text: 'Meetings', href: '/meetings' },
    { text: 'Providers', href: '/providers' },
    { text: 'Guidance', href: '/guidance' },
  ],
  path: '/gallery',
  demo: true,
  footer: [
    { text: 'Help', href: '#help' },
    { text: 'Privacy', href: '#privacy' },
  ],
}

const inContext = (page: VNode, more: Partial<PageContext> = {}) => (
  <PageContext.Provider value={{ ...surroundings, ...more }}>{page}</PageContext.Provider>
)

/** Every component on a few pages, to be looked at and to be checked. */
export const gallery = {
  '/gallery/case': inContext(
    <Layout title="A case" before={<BackLink href="#back" />}>
      <CaseGallery />
    </Layout>,
  ),
  '/gallery/lists': inContext(
    <Layout title="Lists" wide>
      <PageHeading>Lists of work</PageHeading>
      <ListsGallery form={untouched} />
    </Layout>,
  ),
  '/gallery/form': inContext(
    <Layout title="A form">
      <TwoThirds>
        <PageHeading>A form</PageHeading>
        <FormsGallery form={untouched} />
      </TwoThirds>
    </Layout>,
  ),
  '/gallery/form-with-errors': inContext(
    <Layout title="A form" form={sent}>
      <TwoThirds>
        <PageHeading>A form, sent back</PageHeading>
        <FormsGallery form={sent} />
      </TwoThirds>
    </Layout>,
  ),
  '/gallery/content': inContext(
    <Layout title="Content">
      <PageHeading>Content</PageHeading>
      <ContentGallery />
    </Layout>,
    { flash: { type: 'success', text: 'The referral was accepted' } },
  ),
  '/gallery/interruption': inContext(
    <Layout title="Before you go on">
      <InterruptionCard
        title="The school has not been told"
        goOn={{ text: 'Close the case', name: 'confirmed', value: 'yes' }}
        back={{ text: 'Tell the school first', href: '#tell' }}
      >
        <p class="govuk-body">A case is closed when both the school and Admissions know.</p>
      </InterruptionCard>
    </Layout>,
  ),
  '/gallery/not-found': inContext(<ErrorPage status={404} />),
  '/gallery/problem': inContext(<ErrorPage status={500} reference="01J9-EXAMPLE" />, {
    user: undefined,
    navigation: [],
  }),
}
