import { Table } from '#govuk/index.ts'
import { publicPage } from '#platform/http/public-page.tsx'
import { type Controller, controller } from './controller.query.ts'
import { Away, Heading, List, Reading, Says } from './words.tsx'

/** What is held about people, why, how long, and how to complain. For staff, parents and young people. */
export const privacyPage = publicPage({
  path: '/privacy',
  permission: 'anyone',
  discloses: 'nothing personal',
  rate: 'reading',
  load: visitor => visitor.inTransaction('sign-in', ({ tx }) => controller(tx)),
  view: answers => (
    <Reading title="Privacy">
      <WhoAnswers {...answers} />
      <Heading>What is held about children</Heading>
      <List
        items={[
          'name, date of birth, unique pupil number, school and year group',
          'address, parents and carers, and who must not be contacted',
          'attendance, suspensions and exclusions, and what was tried to help',
          'special educational needs, health and social care, as far as they bear on the case',
          'what the child and the parents said',
          'who met about the child, what was decided and why, and whether the child is on roll',
        ]}
      />
      <Says>
        Some of this is special category data. Addresses that must stay secret are kept apart,
        locked, and shown to nobody who does not have to know them.
      </Says>
      <Heading>What is held about staff</Heading>
      <Says>
        Name, work email address and roles; when and from which network address somebody signed in;
        and what they read and did.
      </Says>
      <Heading>Why, and on what basis</Heading>
      <Says>
        So that every child has a school and an education that fits. The lawful basis is the
        exercise of public tasks (UK GDPR article 6(1)(e)); for special category data, substantial
        public interest (article 9(2)(g) with Schedule 1 of the Data Protection Act 2018: statutory
        purposes, and safeguarding of children). Consent is not the basis. Where education law asks
        for a parent’s agreement, that is recorded as such.
      </Says>
      <Heading>Who sees it</Heading>
      <Says>
        The child’s school; the partnership that deals with the case; members of its panel, for the
        meeting and its papers only; and the authority’s teams, each within its remit. Each person
        sees what their role needs. Every opening of a child’s record is remembered. Nothing is
        sold, used for advertising, or sent outside the United Kingdom by Onroll. Emails say that
        something happened, never what, and never a child’s name.
      </Says>
      <HowLong />
      <YourRights {...answers} />
      <Heading>Cookies</Heading>
      <Says>
        Onroll sets cookies that it cannot work without, and no others: who is signed in, a mark
        that protects forms, a message for the next page, and one that remembers that somebody
        signed in with this browser before (a year). None follows you anywhere.
      </Says>
    </Reading>
  ),
})

const WhoAnswers = ({ name, mailbox }: Controller) => (
  <Says>
    {name ?? 'The local authority that runs this service'} is the controller of the data in this
    service, together with the schools and partnerships that use it, each for what it enters.{' '}
    {mailbox ? `Write to ${mailbox} about anything on this page.` : ''}
  </Says>
)

const HowLong = () => (
  <>
    <Heading>How long it is kept</Heading>
    <Table
      caption="How long things are kept"
      captionHidden
      head={['What', 'How long', 'Removed by']}
      rows={[
        [
          'A child’s record and case',
          'Until the 25th birthday; 31st with an EHC plan',
          'The authority',
        ],
        ['Accounts of staff', 'While they work here, and 6 years after', 'The authority'],
        ['What people read and did', 'As long as the records that it is about', 'The authority'],
        ['Sign-ins, with network address', '6 months', 'Onroll, by itself'],
        ['Failed tries to sign in', '1 day', 'Onroll, by itself'],
        [
          'Emails that were sent',
          '2 years; those that prove that a school was invited or told, with the case',
          'Onroll, by itself',
        ],
      ]}
    />
    <Says>
      Onroll does not yet remove children’s records by itself when their time has come: the
      authority decides on each, because a legal hold may stand against it.
    </Says>
  </>
)

const YourRights = ({ name, mailbox }: Controller) => (
  <>
    <Heading>Your rights, and how to complain</Heading>
    <Says>
      You may ask what is held about you or your child, and have it corrected; you may object to
      what is done with it, and ask for it to be restricted or erased where the law allows. You are
      answered within one month.
    </Says>
    <Says>
      If you are not content with how your data is handled, complain to{' '}
      {name ?? 'the local authority'}
      {mailbox ? ` at ${mailbox}` : ', to its data protection officer'}. It confirms within 30 days
      that it has your complaint, looks into it without undue delay, and tells you the outcome. You
      can also go to the Information Commissioner:{' '}
      <Away href="https://ico.org.uk/make-a-complaint">ico.org.uk/make-a-complaint</Away>, telephone
      0303 123 1113.
    </Says>
  </>
)
