import type { ComponentChildren } from 'preact'
import { BackLink, type FormState, Layout, PageHeading, SubNavigation } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import type { ChildIdentity } from './identity.query.ts'
import { ChildIdentityBar } from './identity-bar.tsx'
import { type Section, type Sees, sectionPath, sectionsFor } from './sections.ts'

export interface Subject {
  readonly child: ChildIdentity
  readonly sees: Sees
}

/** A page of the record: who it is, the other pages, and this one. */
export const RecordFrame = ({
  child,
  sees,
  me,
  section,
  title,
  children,
}: Subject & { me: Me; section: Section; title: string; children: ComponentChildren }) => (
  <Layout title={title} before={<BackLink href="/children">Find a child</BackLink>}>
    <ChildIdentityBar child={child} />
    <SubNavigation label="Child’s record" items={sectionsFor(child.id, me, sees, section)} />
    <PageHeading>{title}</PageHeading>
    {children}
  </Layout>
)

/** A question about a child, apart from the record, with the way back to it. */
export const QuestionFrame = ({
  child,
  section,
  title,
  form,
  back,
  children,
}: {
  child: ChildIdentity
  section: Section
  title: string
  form?: FormState
  back?: string
  children: ComponentChildren
}) => (
  <Layout
    title={title}
    {...(form ? { form } : {})}
    before={<BackLink href={back ?? sectionPath(child.id, section)} />}
  >
    <ChildIdentityBar child={child} />
    <div class="govuk-!-margin-top-6">{children}</div>
  </Layout>
)
