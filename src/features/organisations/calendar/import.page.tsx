import { z } from 'zod'
import { dayInWords, weekdayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  Alert,
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  FileUpload,
  Form,
  type FormState,
  Layout,
  PageHeading,
  Table,
  TwoThirds,
  untouched,
} from '#govuk/index.ts'
import { tableUpload, type UploadedTable } from '#platform/files/table-upload.tsx'
import { action, page } from '#platform/http/page.tsx'
import { matchColumns } from '#platform/spreadsheet/match-columns.ts'
import { UnreadableFile } from '#platform/spreadsheet/unreadable-file.ts'
import { ownerFor } from './calendar-owner.ts'
import { type DatesPlan, importDates, planDates } from './import-dates.ts'
import { PostedDates } from './posted-dates.ts'
import { dateColumns, type ReadDates, readDates } from './read-dates.ts'

const path = '/administration/calendar/import'
const back = '/administration/calendar'

export const datesImportPage = page({
  path,
  permission: 'calendar.keep',
  discloses: 'nothing personal',
  load: async ({ me }) => ({ owner: ownerFor(me) }),
  view: ({ owner }) => <UploadForm owner={owner} form={untouched} />,
})

/** Shows what would be imported. Nothing is kept until the shown dates are sent back. */
export const datesUpload = tableUpload({
  path: `${path}/upload`,
  permission: 'calendar.keep',
  load: async ({ me }) => ({ owner: ownerFor(me) }),
  read: readUpload,
  view: ({ owner }, form) => <UploadForm owner={owner} form={form} />,
  received: async (visit, { owner }, dates) => (
    <Preview dates={dates} plan={await planDates(visit, owner, dates)} />
  ),
})

export const importDatesAction = action({
  path: `${path}/dates`,
  permission: 'calendar.keep',
  load: async ({ me }) => ({ owner: ownerFor(me) }),
  schema: z.object({ dates: PostedDates }),
  async submit(visit, { owner }, { dates }) {
    if (dates.terms.length + dates.closedDays.length === 0)
      throw new Refusal('There are no dates to import')
    const { terms, closedDays } = await importDates(visit, owner, { ...dates, problems: [] })
    visit.flash(`${terms.length} terms and ${closedDays.length} closed days were imported`)
    return back
  },
})

function readUpload({ table }: UploadedTable): ReadDates {
  const matches = matchColumns(table.headers, dateColumns)
  const heading = Object.fromEntries(
    matches.map(({ field, header }) => [field, header]),
  ) as Parameters<typeof readDates>[1]
  if (!heading.first)
    throw new UnreadableFile(
      'No column is headed “First day”. The file needs the columns What, Name, First day and Last day',
    )
  return readDates(table, heading)
}

const UploadForm = ({ owner, form }: { owner: string | null; form: FormState }) => (
  <Layout title="Import dates" form={form} before={<BackLink href={back} />}>
    <TwoThirds>
      <ErrorSummary form={form} />
      <PageHeading>Import term dates and closed days</PageHeading>
      <p class="govuk-body">
        Upload a CSV file or an Excel workbook with one row for each term and each closed day
        {owner ? '' : ', for every school'}. It needs these columns:
      </p>
      <Table
        caption="An example"
        head={['What', 'Name', 'First day', 'Last day']}
        rows={[
          ['Term', 'Autumn 1', '01/09/2026', '23/10/2026'],
          ['Term', 'Autumn 2', '02/11/2026', '18/12/2026'],
          ['INSET', 'Safeguarding training', '01/09/2026', ''],
          ['Closed', 'Polling day', '06/05/2027', ''],
        ]}
      />
      <Form action={`${path}/upload`} multipart>
        <FileUpload
          form={form}
          name="file"
          label="File with dates"
          hint="CSV or Excel (.xlsx)"
          accept=".csv,.xlsx"
        />
        <Button>Upload and check</Button>
      </Form>
    </TwoThirds>
  </Layout>
)

const Preview = ({ dates, plan }: { dates: ReadDates; plan: DatesPlan }) => (
  <Layout title="Check the dates" before={<BackLink href={path} />}>
    <PageHeading>Check the dates before they are imported</PageHeading>
    {dates.problems.length > 0 ? (
      <Problems problems={dates.problems} />
    ) : (
      <Import dates={dates} plan={plan} />
    )}
    <Table
      caption="Terms in the file"
      head={['Term', 'First day', 'Last day']}
      empty="There are no terms in the file."
      rows={plan.terms.map(term => [term.name, dayInWords(term.startsOn), dayInWords(term.endsOn)])}
    />
    <Table
      caption="Closed days that are new"
      head={['Day', 'What', 'For']}
      empty="No closed day in the file is new."
      rows={plan.closedDays.map(day => [
        weekdayInWords(day.on),
        day.kind === 'inset' ? 'INSET day' : 'Closed',
        day.reason,
      ])}
    />
  </Layout>
)

const Problems = ({ problems }: { problems: ReadDates['problems'] }) => (
  <>
    <Alert kind="error" title="Nothing has been imported">
      {problems.length === 1 ? 'One row is' : `${problems.length} rows are`} not in order. Mend the
      file and upload it again.
    </Alert>
    <Table
      caption="Rows to mend"
      head={[{ children: 'Row', format: 'numeric' }, 'What is wrong']}
      rows={problems.map(({ row, problem }) => [{ children: row, format: 'numeric' }, problem])}
    />
  </>
)

const Import = ({ dates, plan }: { dates: ReadDates; plan: DatesPlan }) => (
  <Form action={`${path}/dates`}>
    {plan.replaced.length > 0 && (
      <p class="govuk-body">
        They take the place of {plan.replaced.map(({ name }) => `“${name}”`).join(', ')}.
      </p>
    )}
    {plan.alreadyClosed > 0 && (
      <p class="govuk-body">
        {plan.alreadyClosed} closed days are there already and stay as they are.
      </p>
    )}
    <input
      type="hidden"
      name="dates"
      value={JSON.stringify({ terms: dates.terms, closedDays: dates.closedDays })}
    />
    <ButtonGroup>
      <Button>Import these dates</Button>
      <a class="govuk-link" href={back}>
        Cancel
      </a>
    </ButtonGroup>
  </Form>
)
