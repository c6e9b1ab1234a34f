import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import {
  DownloadList,
  EmptyState,
  ErrorSummary,
  InsetText,
  Layout,
  PageHeading,
  Table,
} from '#govuk/index.ts'
import { dayAnswers } from '#platform/forms.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download, formPage } from '#platform/http/page.tsx'
import { AssuranceNavigation } from '../list/navigation.tsx'
import { callDay, DayForm, dayOfTheCall, OnDay } from './call-day.tsx'
import { hoursWords, reasonWords, registrationWords, startWords } from './call-words.ts'
import { Grave } from './grave.tsx'
import { type CallRow, graveFindings, incompleteRows, planningCall } from './planning-call.query.ts'

/** What an inspector asks for in the planning call about alternative provision, to read, download and print. */
export const planningCallPage = formPage({
  path: '/planning-call',
  permission: 'planning-call.read',
  query: OnDay,
  load: async ({ tx, me, today, query }) => {
    const day = callDay(query, today)
    return {
      day,
      today,
      rows: await planningCall(tx, me.organisationId, day, today),
      grave: await graveFindings(tx, me.organisationId, today),
      incomplete: await incompleteRows(tx, me.organisationId, day),
    }
  },
  discloses: ({ rows }) => ({
    event: 'planning-call.viewed',
    subjectKind: 'planning-call',
    detail: { providers: rows.length },
  }),
  schema: ({ today }) => z.object({ on: dayOfTheCall(today) }),
  initial: ({ day }) => dayAnswers('on', day),
  view: ({ rows, incomplete, grave, day, today }, form, { me }) => {
    const lacking = rows.filter(({ provider_id }) => incomplete.has(provider_id))
    return (
      <Layout title="Planning-call list" form={form} wide>
        <ErrorSummary form={form} />
        <PageHeading caption={me.organisationName}>Planning-call list</PageHeading>
        <div class="govuk-!-display-none-print">
          <AssuranceNavigation me={me} />
        </div>
        <p class="govuk-body">
          {day < today ? 'The planning call was' : 'The planning call is'} on {dayInWords(day)}.
          This is the alternative provision of pupils who are on our roll on that day
          {day > today && ', as it is planned now'}. Pupils are counted, not named.
        </p>
        <DayForm form={form} />
        <p class="govuk-body govuk-!-display-none-print">
          In every full inspection, inspectors look at how a school makes sure that its alternative
          provision is safe and that its pupils progress, behave and attend (rule{' '}
          <a class="govuk-link" href="/rules/REG-05">
            REG-05
          </a>
          ).
        </p>
        {rows.length === 0 ? (
          <EmptyState title="No pupil on our roll is at a provider">
            A provider appears here when a placement of one of your pupils has begun.
          </EmptyState>
        ) : (
          <>
            {lacking.length > 0 && (
              <InsetText>
                Not complete: {lacking.map(({ provider }) => provider).join(', ')}. Name, address,
                reason or hours are missing.
              </InsetText>
            )}
            <Grave rows={grave} />
            <Table
              caption="Providers in use"
              captionHidden
              head={columns.map(({ heading }) => heading)}
              rows={rows.map(row => columns.map(({ value }) => value(row)))}
            />
            <div class="govuk-!-display-none-print">
              <DownloadList href={`/planning-call/export?on=${day}`} />
            </div>
          </>
        )}
      </Layout>
    )
  },
  submit: async (_visit, _model, { on }) => `/planning-call?on=${on}`,
})

export const planningCallExport = download({
  path: '/planning-call/export',
  permission: 'planning-call.read',
  query: OnDay,
  load: async ({ tx, me, today, query }): Promise<{ day: IsoDate; rows: readonly CallRow[] }> => {
    const day = callDay(query, today)
    return { day, rows: await planningCall(tx, me.organisationId, day, today) }
  },
  discloses: ({ rows }) => ({
    event: 'export.made',
    subjectKind: 'planning-call',
    detail: { count: rows.length },
  }),
  body: ({ rows, day }) => csvFile(`planning-call-${day}`, columns, rows),
})

// The columns that inspectors ask for, and no others (OFS-08).
const columns = [
  { heading: 'Provider', value: (row: CallRow) => row.provider },
  { heading: 'Address', value: (row: CallRow) => row.address || 'Not recorded' },
  { heading: 'Registration', value: registrationWords },
  { heading: 'URN', value: (row: CallRow) => row.urn ?? 'None' },
  { heading: 'Pupils', value: (row: CallRow) => row.pupils },
  { heading: 'Reason', value: reasonWords },
  { heading: 'Start', value: startWords },
  { heading: 'Hours a week', value: hoursWords },
]
