import { londonDay } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  ActionBar,
  BackLink,
  Button,
  ButtonGroup,
  Layout,
  PageHeading,
  SummaryList,
  Timeline,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { concernLifecycle, kindWords } from './concern.ts'
import { LevelTag, StatusTag, sourceOf } from './concern-table.tsx'
import { type Concern, type ConcernNote, concernCalled, notesOf } from './concerns.query.ts'

/** One concern: what was said, how it stands, and what came of it. */
export const concernPage = page({
  path: '/concerns/:concern',
  permission: 'concern.read',
  load: async ({ tx, me, params }) => {
    const concern = await concernCalled(tx, params.concern)
    return {
      concern,
      me,
      notes: may(me, 'concern.look-into') ? await notesOf(tx, concern.id) : [],
    }
  },
  discloses: ({ concern }) => ({
    event: 'concern.viewed',
    subjectKind: 'concern',
    subjectId: concern.id,
    detail: { provider: concern.providerId },
  }),
  view: ({ concern, me, notes }) => (
    <Layout
      title={`Concern ${concern.name}`}
      before={<BackLink href="/concerns">Concerns</BackLink>}
    >
      <ActionBar
        actions={
          may(me, 'approval.decide') && (
            <Button href={`/providers/${concern.providerId}/approval`} variant="secondary">
              Approval of the provider
            </Button>
          )
        }
      >
        <PageHeading caption={concern.providerName}>{`Concern ${concern.name}`}</PageHeading>
      </ActionBar>
      <About concern={concern} />
      {may(me, 'concern.look-into') && <Ways concern={concern} />}
      {notes.length > 0 && <Notes notes={notes} />}
    </Layout>
  ),
})

const About = ({ concern }: { concern: Concern }) => (
  <SummaryList
    rows={[
      {
        key: 'Provider',
        value: (
          <a class="govuk-link" href={`/providers/${concern.providerId}`}>
            {concern.providerName}
          </a>
        ),
      },
      { key: 'About', value: kindWords[concern.kind] },
      { key: 'Level', value: <LevelTag concern={concern} /> },
      { key: 'Status', value: <StatusTag concern={concern} /> },
      { key: 'What was said', value: <Lines text={concern.words} /> },
      { key: 'Raised', value: dayInWords(londonDay(concern.raisedAt)) },
      {
        key: 'Raised by',
        value: concern.source?.person
          ? `${concern.source.person}, ${concern.source.organisation}`
          : concern.source
            ? sourceOf(concern)
            : 'Not told: only the quality team and the organisation itself know',
      },
      concern.outcome ? { key: 'What came of it', value: <Lines text={concern.outcome} /> } : false,
      concern.closedAt ? { key: 'Closed', value: dayInWords(londonDay(concern.closedAt)) } : false,
    ]}
  />
)

/** What the quality team can do from here. */
const Ways = ({ concern }: { concern: Concern }) => {
  const can = (action: 'look into' | 'close' | 'open again') =>
    concernLifecycle.may(concern.status, action)
  const here = `/concerns/${concern.id}`
  return (
    <ButtonGroup>
      {can('look into') && <Button href={`${here}/look-into`}>Look into it</Button>}
      {can('close') && (
        <Button
          href={`${here}/close`}
          {...(can('look into') ? { variant: 'secondary' as const } : {})}
        >
          Close it with its outcome
        </Button>
      )}
      {can('open again') && <Button href={`${here}/open-again`}>Open it again</Button>}
      {concern.status !== 'closed' && (
        <Button href={`${here}/note`} variant="secondary">
          Add a note
        </Button>
      )}
    </ButtonGroup>
  )
}

const noteTitles = {
  'looked into': 'Looked into',
  noted: 'Noted',
  closed: 'Closed',
  'opened again': 'Opened again',
} as const

const Notes = ({ notes }: { notes: readonly ConcernNote[] }) => (
  <>
    <h2 class="govuk-heading-m">What the quality team did</h2>
    <p class="govuk-hint">Only the quality team reads this.</p>
    <Timeline
      events={notes.map(note => ({
        title: noteTitles[note.kind],
        by: note.by ?? 'somebody who has left',
        when: momentInWords(note.at),
        dateTime: note.at.toISOString(),
        children: <Lines text={note.words} />,
      }))}
    />
  </>
)

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map(line => (
      <p class="govuk-body">{line}</p>
    ))}
  </>
)
