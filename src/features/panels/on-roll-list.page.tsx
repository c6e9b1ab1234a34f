import { dayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  ContextualDate,
  EmptyState,
  Layout,
  NoBreak,
  PageHeading,
  Table,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { childName } from './on-roll.page.tsx'
import { isOnRoll, openOnRollChecks } from './on-roll.query.ts'

export const onRollListPage = page({
  path: '/on-roll',
  permission: 'on-roll.confirm',
  load: async ({ tx, today }) => ({ checks: await openOnRollChecks(tx), today }),
  discloses: ({ checks }) =>
    checks.map(({ id, child_id }) => ({
      event: 'on-roll.viewed' as const,
      subjectKind: 'on-roll',
      subjectId: id,
      childId: child_id ?? undefined,
      detail: { in: 'list' },
    })),
  view: ({ checks, today }) => (
    <Layout title="Getting on roll" before={<BackLink href="/">My work</BackLink>}>
      <PageHeading>Getting on roll</PageHeading>
      {checks.length === 0 ? (
        <EmptyState title="Nobody is waiting to be put on roll">
          A child appears here when a school is allocated, until the school and Admissions both
          confirm the day.
        </EmptyState>
      ) : (
        <Table
          caption="Children who were allocated a school, the most urgent first"
          captionHidden
          head={['Case', 'Child', 'School', 'On roll by', 'School says', 'Admissions says']}
          rows={checks.map(check => [
            <a class="govuk-link" href={`/on-roll/${check.id}`}>
              <NoBreak>{`R-${check.reference}`}</NoBreak>
            </a>,
            childName(check),
            check.school,
            isOnRoll(check) ? 'On roll' : <ContextualDate date={check.due_on} today={today} />,
            check.school_roll_date
              ? `On roll from ${dayInWords(check.school_roll_date)}`
              : check.school_problem
                ? 'Not yet: see why'
                : 'Nothing yet',
            check.admissions_roll_date
              ? `On roll from ${dayInWords(check.admissions_roll_date)}`
              : check.admissions_action
                ? 'Taking action'
                : 'Nothing yet',
          ])}
        />
      )}
    </Layout>
  ),
})
