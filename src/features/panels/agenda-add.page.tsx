import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Layout,
  MultiSelect,
  PageHeading,
  Table,
} from '#govuk/index.ts'
import { several } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { casesToList } from './agenda.query.ts'
import { listCases } from './agenda.ts'
import { meetingById, meetingName } from './move-meeting.ts'

const schema = z.object({
  cases: several(z.array(z.uuid()).min(1, 'Choose at least one case')),
})

export const addToAgendaPage = formPage({
  path: '/meetings/:meeting/agenda/add',
  permission: 'pack.release',
  schema,
  load: async visit => ({
    meeting: await meetingById(visit, visit.params.meeting),
    cases: await casesToList(visit),
  }),
  discloses: ({ cases }) =>
    cases.map(({ id, child_id }) => ({
      event: 'referral.listed' as const,
      subjectKind: 'referral',
      subjectId: id,
      childId: child_id ?? undefined,
    })),
  view({ meeting, cases }, form) {
    const ready = cases.filter(({ blockedBy }) => !blockedBy)
    const blocked = cases.filter(({ blockedBy }) => blockedBy)
    return (
      <Layout
        title="Add cases to the agenda"
        form={form}
        before={<BackLink href={`/meetings/${meeting.id}`} />}
        wide
      >
        <ErrorSummary form={form} />
        <PageHeading caption={`Meeting ${meetingName(meeting)}`}>
          Add cases to the agenda
        </PageHeading>
        {ready.length === 0 ? (
          <EmptyState title="No case is waiting for a panel">
            Accept referrals in the inbox; those that may go to a panel appear here.
          </EmptyState>
        ) : (
          <Form>
            <MultiSelect
              name="cases"
              caption="Cases that may be listed, oldest first"
              form={form}
              head={['Case', 'Child', 'Referred by', 'Sent']}
              rows={ready.map(row => ({
                value: row.id,
                label: `R-${row.reference}`,
                cells: [
                  `R-${row.reference}${row.kind === 'fair-access' ? ' (Fair Access)' : ''}`,
                  `${row.forename ?? ''} ${row.surname ?? ''}`,
                  row.referred_by,
                  row.submitted_at ? dayInWords(londonDay(row.submitted_at)) : '',
                ],
              }))}
            />
            <Button>Add to the agenda</Button>
          </Form>
        )}
        {blocked.length > 0 && (
          <Table
            caption="Cases that cannot go to a panel, and why"
            head={['Case', 'Child', 'Reason']}
            rows={blocked.map(row => [
              <a class="govuk-link" href={`/cases/${row.id}`}>{`R-${row.reference}`}</a>,
              `${row.forename ?? ''} ${row.surname ?? ''}`,
              row.blockedBy,
            ])}
          />
        )}
      </Layout>
    )
  },
  async submit(visit, { meeting }, { cases }) {
    await listCases(visit, meeting, cases)
    visit.flash(
      cases.length === 1
        ? 'One case was added to the agenda'
        : `${cases.length} cases were added to the agenda`,
    )
    return `/meetings/${meeting.id}`
  },
})
