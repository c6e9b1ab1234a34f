import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  InsetText,
  Layout,
  PageHeading,
  SummaryList,
  Tag,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { agendaOf } from './agenda.query.ts'
import { agendaItem } from './agenda.ts'
import { decisionCodeName } from './decide.ts'
import { interestsOf } from './interests.query.ts'
import { meetingById, meetingName } from './move-meeting.ts'
import { PackItem } from './pack-item.tsx'
import { readPackItem } from './pack-reading.ts'

async function load(visit: Visit<'/meetings/:meeting/items/:item'>) {
  const meeting = await meetingById(visit, visit.params.meeting)
  const item = await agendaItem(visit, meeting.id, visit.params.item)
  const runs = meeting.partnership_id === visit.me.organisationId && may(visit.me, 'pack.release')
  const content = await readPackItem(visit, item.id)
  if (!content && !runs) throw new NotFound()
  const decision = await visit.tx
    .selectFrom('decision')
    .leftJoin('organisation as school', 'school.id', 'decision.school_id')
    .select([
      'decision.id',
      'decision.reference',
      'decision.code',
      'decision.status',
      'decision.reasons',
      'school.name as school',
    ])
    .where('decision.agenda_item_id', '=', item.id)
    .where('decision.status', '<>', 'superseded')
    .executeTakeFirst()
  const others = (await agendaOf(visit, meeting.id)).filter(
    ({ status, in_papers }) => status !== 'withdrawn' && (runs || in_papers),
  )
  const at = others.findIndex(({ id }) => id === item.id)
  return {
    me: visit.me,
    runs,
    meeting,
    item,
    content,
    decision,
    interests: await interestsOf(visit.tx, item.id),
    before: others[at - 1],
    after: others[at + 1],
  }
}

/** One case, one page: read before the meeting, shown and decided in it. */
export const itemPage = page({
  path: '/meetings/:meeting/items/:item',
  permission: 'meeting.read',
  discloses: ({ item }) => ({
    event: 'pack.read',
    subjectKind: 'referral',
    subjectId: item.referral_id,
    childId: item.child_id ?? undefined,
  }),
  load,
  view: ({ me, runs, meeting, item, content, decision, interests, before, after }) => {
    const at = `/meetings/${meeting.id}/items/${item.id}`
    const title = content ? `R-${content.reference}: ${content.child}` : `R-${item.reference}`
    const open = item.status === 'listed'
    return (
      <Layout
        title={title}
        before={
          <BackLink href={`/meetings/${meeting.id}`}>{`Meeting ${meetingName(meeting)}`}</BackLink>
        }
      >
        <PageHeading caption={`Meeting ${meetingName(meeting)}`}>{title}</PageHeading>
        {decision ? (
          <SummaryList
            card={{ title: `Decision D-${decision.reference}` }}
            rows={[
              { key: 'Decided', value: decisionCodeName(decision.code) },
              decision.school !== null && { key: 'School', value: decision.school },
              { key: 'Reasons', value: decision.reasons },
              {
                key: 'State',
                value: (
                  <>
                    <Tag tone={decision.status === 'issued' ? 'green' : 'yellow'}>
                      {decision.status === 'issued' ? 'Issued' : 'Not issued yet'}
                    </Tag>{' '}
                    {runs && (
                      <a class="govuk-link" href={`/decisions/${decision.id}`}>
                        Open the decision
                      </a>
                    )}
                  </>
                ),
              },
            ]}
          />
        ) : (
          <ButtonGroup>
            {open && meeting.status === 'open' && may(me, 'panel.decide') && (
              <Button href={`${at}/decision`}>Record the decision</Button>
            )}
            {runs && open && (
              <>
                <Button href={`${at}/describe`} variant="secondary">
                  Words for the panel
                </Button>
                <Button href={`${at}/take-off`} variant="secondary">
                  {meeting.status === 'open' ? 'Defer' : 'Take off the agenda'}
                </Button>
              </>
            )}
            {open && (
              <Button href={`${at}/interest`} variant="secondary">
                Declare an interest
              </Button>
            )}
          </ButtonGroup>
        )}
        {interests.length > 0 && (
          <InsetText>
            <strong>Interests.</strong>{' '}
            {interests
              .map(
                ({ name, school, kind, source, recused }) =>
                  `${name ?? school ?? ''}: ${kind} (${source}${recused ? ', takes no part' : ', to be settled at the meeting'})`,
              )
              .join('; ')}
          </InsetText>
        )}
        {content ? (
          <PackItem content={content} />
        ) : (
          <InsetText>
            The papers have not been released. Members read this case once they are.
          </InsetText>
        )}
        {runs && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/cases/${item.referral_id}`}>
              Open the whole case
            </a>
          </p>
        )}
        <nav class="govuk-body" aria-label="Other cases on the agenda">
          {before && (
            <a class="govuk-link" href={`/meetings/${meeting.id}/items/${before.id}`}>
              Previous case
            </a>
          )}
          {before && after && ' · '}
          {after && (
            <a class="govuk-link" href={`/meetings/${meeting.id}/items/${after.id}`}>
              Next case
            </a>
          )}
        </nav>
      </Layout>
    )
  },
})
