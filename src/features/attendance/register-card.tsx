import type { IsoDate } from '#domain/dates.ts'
import { momentInWords } from '#domain/london-time.ts'
import { Button, ButtonGroup, Form, SummaryCard } from '#govuk/index.ts'
import type { ExpectedSession } from './sessions.query.ts'
import { markInWords } from './words.ts'

/** One child and session: what was said, or the big buttons to say it. */
export const RegisterCard = ({
  session,
  today,
  reports,
}: {
  session: ExpectedSession
  today: IsoDate
  /** Does the reader work for the provider, and report to others? */
  reports: boolean
}) => (
  <SummaryCard
    title={`${session.child}, ${session.startsAt} to ${session.endsAt}`}
    actions={[
      ...(session.mark ? [{ href: pathOf(session), children: 'Correct' }] : []),
      ...(reports ? [{ href: `/placed/${session.placementId}/reports`, children: 'Report' }] : []),
    ]}
  >
    {session.mark ? <Said session={session} /> : <Ask session={session} today={today} />}
  </SummaryCard>
)

const Said = ({ session: { mark, first } }: { session: ExpectedSession }) =>
  mark ? (
    <>
      <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{markInWords(mark)}</p>
      {mark.note && <p class="govuk-body govuk-!-margin-bottom-1">{mark.note}</p>}
      <p class="govuk-body-s">
        {mark.person ?? 'Somebody'}, {momentInWords(mark.at)}
        {first && `. Said first: ${markInWords(first)}. Corrected because: ${mark.because}`}
        {!first && mark.because && `. Entered later because: ${mark.because}`}
      </p>
    </>
  ) : null

function Ask({ session, today }: { session: ExpectedSession; today: IsoDate }) {
  if (session.day < today)
    return (
      <Button href={pathOf(session)}>
        Enter it now<span class="govuk-visually-hidden">: {session.child}</span>
      </Button>
    )
  const at = `?on=${session.day}&at=${session.startsAt}`
  return (
    <Form>
      <input type="hidden" name="session" value={`${session.placementId} ${session.startsAt}`} />
      <ButtonGroup>
        <Button name="mark" value="present" preventDoubleClick>
          Present<span class="govuk-visually-hidden">: {session.child}</span>
        </Button>
        <Button variant="secondary" href={`/register/${session.placementId}/late${at}`}>
          Late<span class="govuk-visually-hidden">: {session.child}</span>
        </Button>
        <Button variant="secondary" href={`/register/${session.placementId}/absent${at}`}>
          Absent<span class="govuk-visually-hidden">: {session.child}</span>
        </Button>
        <Button variant="secondary" name="mark" value="did not happen" preventDoubleClick>
          Did not happen<span class="govuk-visually-hidden">: {session.child}</span>
        </Button>
      </ButtonGroup>
    </Form>
  )
}

export const pathOf = ({ placementId, day, startsAt }: ExpectedSession) =>
  `/register/${placementId}/mark?on=${day}&at=${startsAt}`
