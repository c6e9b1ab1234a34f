import type { ComponentChildren } from 'preact'
import { writeReference } from '#domain/reference.ts'
import {
  BackLink,
  Badge,
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
import { dayWords } from '../words.ts'
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
        name={identity.name}
        facts={[
          { label: 'Referral', value: writeReference('referral', referral.reference) },
          { label: 'Year group', value: identity.year || 'Not known' },
          ...(identity.birthDate
            ? [{ label: 'Date of birth', value: dayWords(identity.birthDate) }]
            : []),
          {
            label: 'On the roll of',
            value: identity.schoolOfRoll
              ? `${identity.schoolOfRoll}${identity.onRollSince ? ` since ${dayWords(identity.onRollSince)}` : ''}`
              : 'Not known, or on no roll',
          },
        ]}
        tags={
          <>
            <StatusTag status={referral.status} />
            {identity.tags.map(tag => (
              <Tag tone="purple">{tag}</Tag>
            ))}
            {identity.isProtected && <Badge tone="red">Ask before any contact</Badge>}
          </>
        }
      />
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
