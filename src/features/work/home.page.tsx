import { z } from 'zod'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { groupOf, inGroups, type WorkItem } from '#domain/work-item.ts'
import { caseEventTitles } from '#features/referrals/index.ts'
import {
  ContextualDate,
  EmptyState,
  Layout,
  NoBreak,
  NumericData,
  PageHeading,
  Table,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { recentChanges } from './changes.query.ts'
import { workOf } from './work.query.ts'
import { WorkNavigation } from './work-navigation.tsx'

/** The first page: what needs doing, the most urgent first. What changed is a page of its own. */
export const homePage = page({
  path: '/',
  permission: 'work.read',
  discloses: 'nothing personal',
  query: z.object({ all: z.enum(['yes']).optional().catch(undefined) }),
  load: async visit => ({
    me: visit.me,
    today: visit.today,
    items: await workOf(visit),
    changes: await recentChanges(visit, { page: 1, size: 5 }),
    all: visit.query.all === 'yes',
  }),
  view: ({ me, today, items, changes, all }) => {
    const count = (group: string) => items.filter(item => groupOf(item, today) === group).length
    return (
      <Layout title="My work" wide>
        <PageHeading caption={me.organisationName}>My work</PageHeading>
        <WorkNavigation me={me} at="/" />
        <NumericData
          items={[
            ...(['Overdue', 'Due this week', 'To do', 'Waiting on others'] as const).map(group => ({
              number: count(group),
              label: group,
              href: count(group) > 0 ? `#${idOf(group)}` : undefined,
            })),
          ]}
        />
        {items.length === 0 ? (
          <EmptyState title="Nothing needs doing">
            Things appear here when they are yours to do, and when you wait for somebody else.
          </EmptyState>
        ) : (
          inGroups(items, today).map(([group, members]) => (
            <Group name={group} items={members} today={today} all={all} />
          ))
        )}
        {changes.rows.length > 0 && (
          <>
            <h2 class="govuk-heading-m">What changed last</h2>
            <ul class="govuk-list">
              {changes.rows.map(row => (
                <li>
                  <a
                    class="govuk-link"
                    href={`/cases/${row.referral_id}/history`}
                  >{`R-${row.reference}`}</a>
                  {`: ${caseEventTitles[row.kind as keyof typeof caseEventTitles] ?? row.kind}, ${momentInWords(row.at)}`}
                </li>
              ))}
            </ul>
          </>
        )}
      </Layout>
    )
  },
})

const idOf = (group: string) => group.toLowerCase().replaceAll(' ', '-')

const shortList = 25

/** Never cut without saying so: a long group shows its first rows, its count, and the way to the rest. */
function Group({
  name,
  items,
  today,
  all,
}: {
  name: string
  items: readonly WorkItem[]
  today: string
  all: boolean
}) {
  const shown = all ? items : items.slice(0, shortList)
  return (
    <section id={idOf(name)}>
      <Table
        caption={`${name} (${items.length})`}
        head={['What', 'About', 'Details', name === 'Waiting on others' ? 'Whose turn' : 'When']}
        rows={shown.map(item => [
          <a class="govuk-link" href={item.href}>
            {item.what}
          </a>,
          // A reference is one word; a title runs over as many lines as it needs.
          item.about.includes(' ') ? item.about : <NoBreak>{item.about}</NoBreak>,
          item.detail,
          item.turn === 'others' ? (
            `${item.whoseTurn ?? 'Others'}, since ${dayInWords(item.since)}`
          ) : item.due ? (
            <ContextualDate date={item.due} today={today} />
          ) : (
            `Since ${dayInWords(item.since)}`
          ),
        ])}
      />
      {shown.length < items.length && (
        <p class="govuk-body">
          <a class="govuk-link" href="/?all=yes">{`Show all ${items.length} under “${name}”`}</a>
        </p>
      )}
    </section>
  )
}
