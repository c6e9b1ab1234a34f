import {
  Accordion,
  Details,
  ExitThisPage,
  Feedback,
  InsetText,
  NotificationBanner,
  Panel,
  Tabs,
  Tag,
  TaskList,
  type Tone,
  WarningText,
} from '../index.ts'

const tones: readonly Tone[] = [
  'grey',
  'green',
  'turquoise',
  'teal',
  'purple',
  'magenta',
  'pink',
  'red',
  'orange',
  'yellow',
]

/** What a page says and shows. */
export const ContentGallery = () => (
  <>
    <h2 class="govuk-heading-l">Content</h2>
    <NotificationBanner titleId="flash-example">
      <p class="govuk-body">Two referrals came in since yesterday.</p>
    </NotificationBanner>
    <p class="govuk-body">
      <Tag>Blue</Tag>{' '}
      {tones.map(tone => (
        <>
          <Tag tone={tone}>{tone}</Tag>{' '}
        </>
      ))}
    </p>
    <InsetText>A child stays on a roll until another school has put it on theirs.</InsetText>
    <WarningText>A decision cannot be issued before every school has been invited.</WarningText>
    <Details summary="Why we ask">
      <p class="govuk-body">The rules differ for a child who is looked after.</p>
    </Details>
    <TaskList
      items={[
        { title: 'The child', href: '#child', status: 'Completed' },
        {
          title: 'Attendance and suspensions',
          hint: 'Since September',
          href: '#attendance',
          status: <Tag>Incomplete</Tag>,
        },
        {
          title: 'Check answers',
          status: 'Cannot start yet',
          statusClasses: 'govuk-task-list__status--cannot-start-yet',
        },
      ]}
    />
    <Tabs
      items={[
        { label: 'This week', id: 'this-week', panel: 'Three sessions, all attended.' },
        { label: 'Last week', id: 'last-week', panel: 'Five sessions, one missed.' },
      ]}
    />
    <Accordion
      id="guidance"
      rememberExpanded={false}
      items={[
        { heading: 'Before the panel', content: 'Invite every school.' },
        { heading: 'After the panel', content: 'Tell the school and Admissions.' },
      ]}
    />
    <Panel title="Referral sent" headingLevel={2}>
      Your reference
      <br />
      <strong>R-1042</strong>
    </Panel>
    <Panel
      interruption
      headingLevel={2}
      title="This provider is near its limit"
      actions={[
        { children: 'Place the child anyway', type: 'submit' },
        { children: 'Choose another provider', href: '#providers' },
      ]}
    >
      <p class="govuk-body">Five children full time make it a school in law.</p>
    </Panel>
    <Feedback title="Is something missing?">
      <p class="govuk-body">Tell the people who run this service.</p>
    </Feedback>
    <ExitThisPage />
  </>
)
