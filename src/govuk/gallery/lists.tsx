import {
  Calendar,
  ContextualDate,
  EmptyState,
  Filter,
  Form,
  type FormState,
  MultiSelect,
  Pagination,
  Select,
  SideNavigation,
  SortableTable,
  Table,
  Tag,
  TextInput,
} from '../index.ts'

const today = '2026-03-10'
const referrals = [
  { reference: 'R-1042', school: 'Larkfield Academy', due: '2026-03-08', days: 12 },
  { reference: 'R-1043', school: 'Saint Wilfrid’s High School', due: '2026-03-11', days: 4 },
  { reference: 'R-1050', school: 'The Invented College of Arts', due: '2026-04-02', days: 1 },
]

/** Lists of work and the ways through them. */
export const ListsGallery = ({ form }: { form: FormState }) => (
  <>
    <h2 class="govuk-heading-l">Lists</h2>
    <Filter
      tags={[{ label: 'Status', text: 'Waiting for us', removeHref: '#remove' }]}
      clearHref="#clear"
      results={
        <>
          <SortableTable
            caption="Referrals"
            firstCellIsHeader
            columns={[
              { key: 'reference', text: 'Reference' },
              { key: 'school', text: 'School of roll' },
              { key: 'due', text: 'Next step due', first: 'descending' },
              { key: 'days', text: 'Days waiting', format: 'numeric' },
              { text: 'Status' },
            ]}
            sort={{ key: 'due', direction: 'ascending' }}
            href={({ key, direction }) => `?sort=${key}&direction=${direction}`}
            rows={referrals.map(({ reference, school, due, days }) => [
              <a class="govuk-link" href={`#${reference}`}>
                {reference}
              </a>,
              school,
              <ContextualDate date={due} today={today} />,
              { children: days, format: 'numeric' },
              <Tag tone="yellow">Waiting for us</Tag>,
            ])}
          />
          <Pagination
            page={4}
            pageSize={25}
            total={312}
            things="referrals"
            href={page => `?page=${page}`}
          />
        </>
      }
    >
      <TextInput name="search" label="Name or reference" form={form} />
      <Select
        name="status"
        label="Status"
        form={form}
        items={{ '': 'All', us: 'Waiting for us' }}
      />
    </Filter>
    <h2 class="govuk-heading-l">Choose several</h2>
    <Form>
      <MultiSelect
        name="referral"
        form={form}
        caption="Unassigned"
        head={['Reference', 'School of roll', { children: 'Days waiting', format: 'numeric' }]}
        rows={referrals.map(({ reference, school, days }) => ({
          value: reference,
          label: reference,
          cells: [reference, school, { children: days, format: 'numeric' }],
        }))}
      />
    </Form>
    <Table
      caption="Schools and answers"
      head={['School', 'Sent', 'Opened', 'Answered', 'Will attend', 'Deputy', 'Capacity in Year 9']}
      rows={referrals.map(({ school }) => [school, '2 March', '3 March', 'Yes', 'Yes', '–', '2'])}
    />
    <Table caption="Nothing here" rows={[]} empty="No referral has been sent." />
    <EmptyState
      title="Nothing waits for you"
      action={
        <a class="govuk-link" href="#all">
          See all referrals
        </a>
      }
    >
      Everything assigned to you has been dealt with.
    </EmptyState>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-third">
        <SideNavigation
          label="Settings"
          sections={[
            {
              heading: 'Organisations',
              items: [
                { text: 'Schools', href: '#schools', active: true },
                { text: 'Providers', href: '#providers' },
              ],
            },
            { heading: 'People', items: [{ text: 'Users', href: '#users' }] },
          ]}
        />
      </div>
      <div class="govuk-grid-column-two-thirds">
        <Calendar
          month="2026-03"
          today={today}
          closed={{ '2026-03-30': 'Easter', '2026-03-31': 'Easter' }}
          previousHref="#february"
          nextHref="#april"
          entries={[
            { date: '2026-03-12', time: '1pm', text: 'Panel', href: '#panel' },
            { date: '2026-03-12', text: 'Visit: Oak Farm' },
            { date: '2026-03-24', time: '9am', text: 'Review of R-1043', href: '#review' },
          ]}
        />
      </div>
    </div>
  </>
)
