import {
  ActionBar,
  Alert,
  Badge,
  ButtonMenu,
  DefinitionStrip,
  DescriptionOfFinding,
  IdentityBar,
  MessageThread,
  NumericData,
  PageHeading,
  ProgressTracker,
  SubNavigation,
  SummaryList,
  Tag,
  TicketPanel,
  Timeline,
} from '../index.ts'

/** The pages of a case, one below the other. */
export const CaseGallery = () => (
  <>
    <IdentityBar
      name="Robin Sample"
      facts={[
        { label: 'Year group', value: 'Year 9' },
        { label: 'Date of birth', value: '4 May 2012' },
        { label: 'On the roll of', value: 'Larkfield Academy since 3 September 2023' },
        { label: 'Referral', value: 'R-1042' },
      ]}
      tags={
        <>
          <Tag tone="purple">EHCP</Tag>
          <Tag tone="turquoise">Looked after</Tag>
          <Badge tone="red">Restricted</Badge>
        </>
      }
    />
    <SubNavigation
      label="Case"
      items={[
        { text: 'Overview', href: '/gallery' },
        { text: 'Referral', href: '#referral' },
        { text: 'Findings', href: '#findings', badge: { count: 3, text: '3 findings' } },
        { text: 'Messages', href: '#messages' },
        { text: 'History', href: '#history' },
      ]}
    />
    <ActionBar
      actions={
        <ButtonMenu
          items={[
            { text: 'Ask for information', href: '#ask' },
            { text: 'Return', href: '#return', variant: 'warning' },
          ]}
        />
      }
    >
      <PageHeading caption="Robin Sample">Overview</PageHeading>
    </ActionBar>
    <NumericData
      items={[
        { number: 4, label: 'Overdue', href: '#overdue', note: 'oldest 9 days' },
        { number: 12, label: 'Due this week', href: '#due' },
        { number: 31, label: 'Waiting on others', href: '#waiting' },
        { number: '1,204', label: 'Children on a roll' },
      ]}
    />
    <SummaryList
      card={{
        title: 'Referral',
        actions: [{ href: '#change', children: 'Change' }],
      }}
      rows={[
        {
          key: 'Status',
          value: <Tag tone="yellow">Waiting for the school</Tag>,
          actions: [{ href: '#status', children: 'Change', visuallyHiddenText: 'status' }],
        },
        { key: 'Owner of the next step', value: 'Sam Coordinator, Hillside partnership' },
      ]}
    />
    <h2 class="govuk-heading-l">Findings</h2>
    <DescriptionOfFinding
      level="Must"
      tone="red"
      sentence="The child has been without full-time education since the sixth school day."
      whatToDo="Arrange provision today and record its first day."
      sources={[
        { standing: 'Law', text: 'Education Act 1996, section 19', href: 'https://example.test/' },
        { standing: 'Local agreement', text: 'Partnership pack, page 12' },
      ]}
      working={<p class="govuk-body">Excluded 2 March; the sixth school day was 9 March.</p>}
    />
    <DescriptionOfFinding
      level="Cannot tell"
      tone="grey"
      sentence="It is not recorded whether the home address is in this authority."
      sources={[{ standing: 'Statutory guidance', text: 'Suspension and exclusion, 2024' }]}
    />
    <h2 class="govuk-heading-l">Can this decision be enforced?</h2>
    <DefinitionStrip
      label="What makes a decision enforceable"
      steps={[
        { label: 'All schools invited', done: true, words: '9 of 9, proof kept' },
        { label: 'Meeting held', done: true, words: '12 March 2026' },
        { label: 'Decision minuted', done: true, words: 'Minute 4' },
        { label: 'School told', done: false, words: 'Send the notice' },
        { label: 'Admissions told', done: false, words: 'Goes with the notice' },
      ]}
    />
    <ProgressTracker
      label="Where the referral is"
      steps={[
        { label: 'Sent', state: 'done', when: '2 March 2026' },
        { label: 'With the panel', state: 'current', when: 'meeting on 12 March 2026' },
        { label: 'Decision', state: 'not started', note: 'Within 5 school days of the meeting' },
      ]}
    />
    <TicketPanel title="Document expected" tone="orange">
      <p class="govuk-body">The individual provider’s risk assessment was due on 1 March.</p>
    </TicketPanel>
    <Alert kind="information">The meeting has moved to 14:00.</Alert>
    <Alert kind="warning" title="The clock is running">
      The seven days end on 19 March 2026.
    </Alert>
    <Alert kind="success">The school has confirmed the roll date.</Alert>
    <Alert kind="error" title="The message was not delivered">
      Check the address and send it again.
    </Alert>
    <h2 class="govuk-heading-l">Messages</h2>
    <MessageThread
      label="Messages about R-1042"
      messages={[
        {
          from: 'Ann Senco',
          organisation: 'Larkfield Academy',
          sent: '3 March 2026 at 9:14am',
          dateTime: '2026-03-03T09:14',
          children: <p class="govuk-body">Do you need the attendance for last year as well?</p>,
        },
        {
          from: 'Sam Coordinator',
          organisation: 'Hillside partnership',
          sent: '3 March 2026 at 11:02am',
          dateTime: '2026-03-03T11:02',
          own: true,
          isNew: true,
          children: <p class="govuk-body">Only since September, thank you.</p>,
        },
      ]}
    />
    <h2 class="govuk-heading-l">History</h2>
    <Timeline
      events={[
        {
          title: 'Listed for the panel',
          when: '5 March 2026 at 4:30pm',
          dateTime: '2026-03-05T16:30',
          by: 'Sam Coordinator',
        },
        {
          title: 'Referral sent',
          when: '2 March 2026',
          dateTime: '2026-03-02',
          by: 'Ann Senco',
          children: <p class="govuk-body">Version 1 was frozen with 14 answers.</p>,
        },
      ]}
    />
  </>
)
