import type { ComponentChildren } from 'preact'
import { may, type Permission } from '#domain/permissions.ts'
import {
  ActionBar,
  Breadcrumbs,
  ErrorSummary,
  type FormState,
  Layout,
  PageHeading,
  SubNavigation,
} from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { ProviderNamed } from './keep.query.ts'

type Part =
  | ''
  | '/evidence'
  | '/checks'
  | '/people'
  | '/findings'
  | '/visits'
  | '/approval'
  | '/concerns'

const parts: readonly { text: string; path: Part; permission: Permission; own?: true }[] = [
  { text: 'About', path: '', permission: 'provider.read' },
  { text: 'Evidence', path: '/evidence', permission: 'evidence.read', own: true },
  { text: 'Checks and agreements', path: '/checks', permission: 'evidence.read', own: true },
  { text: 'Staff', path: '/people', permission: 'provider.people', own: true },
  { text: 'Findings', path: '/findings', permission: 'evidence.read', own: true },
  { text: 'Visits', path: '/visits', permission: 'visit.read', own: true },
  { text: 'Approval', path: '/approval', permission: 'approval.read' },
  { text: 'Concerns', path: '/concerns', permission: 'concern.read' },
]

/** Another provider is shown what everybody may know, and no more. */
export const looksInto = (me: Me, providerId: string): boolean =>
  may(me, 'evidence.read') &&
  (me.organisationKind !== 'provider' || me.organisationId === providerId)

/** A page about one provider, with the way to the others. */
export const ProviderLayout = ({
  provider,
  me,
  title,
  part,
  form,
  actions,
  children,
}: {
  provider: ProviderNamed
  me: Me
  title: string
  part: Part
  form?: FormState
  actions?: ComponentChildren
  children: ComponentChildren
}) => (
  <Layout
    title={`${title}: ${provider.name}`}
    {...(form ? { form } : {})}
    before={
      <Breadcrumbs
        items={[{ href: '/providers', children: 'Providers' }, { children: provider.name }]}
      />
    }
  >
    {form && <ErrorSummary form={form} />}
    <ActionBar actions={actions ?? null}>
      <PageHeading caption={provider.name}>{title}</PageHeading>
    </ActionBar>
    <SubNavigation
      label="About this provider"
      items={parts
        .filter(
          ({ permission, own, path }) =>
            may(me, permission) &&
            (!own || looksInto(me, provider.id)) &&
            (path === '' ||
              me.organisationKind !== 'provider' ||
              me.organisationId === provider.id),
        )
        .map(({ text, path }) => ({
          text,
          href: `/providers/${provider.id}${path}`,
          active: path === part,
        }))}
    />
    {children}
  </Layout>
)
