import type { ComponentChildren } from 'preact'
import {
  ActionBar,
  Breadcrumbs,
  ErrorSummary,
  type FormState,
  Layout,
  PageHeading,
  Tag,
} from '#govuk/index.ts'
import { statusWords, type VisitStatus } from './lifecycle.ts'
import type { VisitRow } from './visit.query.ts'

export const StatusTag = ({ status }: { status: VisitStatus }) => (
  <Tag tone={statusWords[status].tone}>{statusWords[status].word}</Tag>
)

export const visitHref = ({ id }: Pick<VisitRow, 'id'>): string => `/visits/${id}`

/** A page about one visit. */
export const VisitFrame = ({
  visit,
  title,
  form,
  actions,
  children,
}: {
  visit: VisitRow
  /** Absent on the visit's own page. */
  title?: string
  form?: FormState
  actions?: ComponentChildren
  children: ComponentChildren
}) => (
  <Layout
    title={`${title ?? 'Visit'}: ${visit.providerName}`}
    {...(form ? { form } : {})}
    before={
      <Breadcrumbs
        items={[
          { href: '/visits', children: 'Visits' },
          title
            ? { href: visitHref(visit), children: `${visit.name} ${visit.providerName}` }
            : { children: `${visit.name} ${visit.providerName}` },
        ]}
      />
    }
  >
    {form && <ErrorSummary form={form} />}
    <ActionBar actions={actions ?? null}>
      <PageHeading caption={title ? `${visit.name}, ${visit.providerName}` : visit.name}>
        {title ?? `Visit to ${visit.providerName}`}
      </PageHeading>
    </ActionBar>
    {children}
  </Layout>
)
