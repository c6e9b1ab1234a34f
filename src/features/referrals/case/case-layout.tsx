import type { ComponentChildren } from 'preact'
import { dayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { DoNotDisclose } from '#features/children/index.ts'
import {
  BackLink,
  ErrorSummary,
  type FormState,
  IdentityBar,
  Layout,
  PageHeading,
  SubNavigation,
  Tag,
  type Tone,
} from '#govuk/index.ts'
import { caseTabs } from '../case-tabs.ts'
import type { Case } from './case.query.ts'

const statusTones: Readonly<Record<string, Tone>> = {
  submitted: 'turquoise',
  accepted: 'teal',
  listed: 'purple',
  decided: 'green',
  returned: 'orange',
  withdrawn: 'grey',
  closed: 'grey',
  'referred on': 'grey',
  draft: 'grey',
  discarded: 'grey',
}

export const statusWords: Readonly<Record<string, string>> = {
  draft: 'Draft',
  submitted: 'Sent',
  accepted: 'Accepted',
  listed: 'Listed for the panel',
  decided: 'Decided',
  closed: 'Closed',
  returned: 'Returned',
  'referred on': 'Referred on',
  withdrawn: 'Withdrawn',
  discarded: 'Discarded',
}

export const StatusTag = ({ status }: { status: string }) => (
  <Tag tone={statusTones[status] ?? 'grey'}>{statusWords[status] ?? status}</Tag>
)

/** A page of a case: whom it is about, its other pages, and its own heading. */
export function CaseLayout({
  opened,
  title,
  form,
  back,
  wide,
  path,
  children,
}: {
  opened: Case
  title: string
  form?: FormState
  /** Where the page was come from, when it is not one of the case’s own pages. */
  back?: string
  wide?: boolean
  /** The tab this page belongs to, when it is not the page’s own path. */
  path?: string
  children: ComponentChildren
}) {
  const { referral, identity } = opened
  return (
    <Layout
      title={`${title}, ${writeReference('referral', referral.reference)}`}
      {...(form ? { form } : {})}
      {...(wide ? { wide } : {})}
      before={
        back ? (
          <BackLink href={back}>The case</BackLink>
        ) : (
          <BackLink href={opened.side === 'partnership' ? '/inbox' : '/referrals'}>
            {opened.side === 'partnership' ? 'Inbox' : 'Referrals'}
          </BackLink>
        )
      }
    >
      {form && <ErrorSummary form={form} />}
      <IdentityBar
        name={
          <a class="govuk-link govuk-link--no-visited-state" href={`/children/${identity.childId}`}>
            {identity.name}
          </a>
        }
        facts={[
          { label: 'Referral', value: writeReference('referral', referral.reference) },
          { label: 'Year group', value: identity.year || 'Not known' },
          ...(identity.birthDate
            ? [{ label: 'Date of birth', value: dayInWords(identity.birthDate) }]
            : []),
          {
            label: 'On the roll of',
            value: identity.schoolOfRoll
              ? `${identity.schoolOfRoll}${identity.onRollSince ? ` since ${dayInWords(identity.onRollSince)}` : ''}`
              : 'Not known, or on no roll',
          },
        ]}
        tags={
          <>
            <StatusTag status={referral.status} />
            {identity.tags.map(tag => (
              <Tag tone="purple">{tag}</Tag>
            ))}
          </>
        }
      />
      {identity.protectedBy && <DoNotDisclose holder={identity.protectedBy} />}
      <SubNavigation
        label="Case"
        items={caseTabs
          .filter(({ isShown }) => !isShown || isShown(opened))
          .map(tab => {
            const href = tab.path(referral.id)
            const badge = tab.badge?.(opened)
            return {
              text: tab.text,
              href,
              ...(path ? { active: path === href } : {}),
              ...(badge ? { badge } : {}),
            }
          })}
      />
      <PageHeading>{title}</PageHeading>
      {children}
    </Layout>
  )
}
