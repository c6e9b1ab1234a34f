import { z } from 'zod'
import { momentInWords } from '#domain/london-time.ts'
import { EmptyState, Filter, Select, Timeline } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { type CaseEventKind, caseEventTitles } from '../case-event.ts'
import { ChangesTable } from '../form/changes-table.tsx'
import type { Difference } from '../form/content.ts'
import { caseDisclosed, openCase } from './case.query.ts'
import { CaseLayout } from './case-layout.tsx'

/** What happened to the case, the newest first. */
export const historyPage = page({
  path: '/cases/:referral/history',
  permission: 'referral.read',
  query: z.object({ kind: z.string().max(60).optional().catch(undefined) }),
  load: async visit => {
    const opened = await openCase(visit, visit.params.referral)
    const events = await visit.tx
      .selectFrom('case_event as event')
      .leftJoin('user_account as person', 'person.id', 'event.by_user')
      .leftJoin('organisation', 'organisation.id', 'event.by_organisation')
      .select([
        'event.id',
        'event.kind',
        'event.at',
        'event.detail',
        'person.name as by',
        'organisation.name as organisation',
      ])
      .where('event.referral_id', '=', opened.referral.id)
      .orderBy('event.at', 'desc')
      .orderBy('event.id', 'desc')
      .execute()
    const { kind } = visit.query
    return {
      opened,
      kind,
      kinds: [...new Set(events.map(event => event.kind))],
      events: events.filter(event => !kind || event.kind === kind),
    }
  },
  discloses: ({ opened }) => caseDisclosed(opened),
  view: ({ opened, events, kinds, kind }) => {
    const path = `/cases/${opened.referral.id}/history`
    return (
      <CaseLayout opened={opened} title="History" path={path}>
        <Filter
          {...(kind ? { clearHref: path } : {})}
          tags={kind ? [{ label: 'What', text: titleOf(kind), removeHref: path }] : []}
          results={
            events.length === 0 ? (
              <EmptyState title="Nothing of this kind has happened" />
            ) : (
              <Timeline
                headingLevel={2}
                events={events.map(event => ({
                  title: titleOf(event.kind),
                  when: momentInWords(event.at),
                  dateTime: event.at.toISOString(),
                  by: [event.by, event.organisation].filter(Boolean).join(', '),
                  children: <Detail detail={event.detail as Readonly<Record<string, unknown>>} />,
                }))}
              />
            )
          }
        >
          <Select
            name="kind"
            form={{ values: { kind: kind ?? '' }, errors: {} }}
            label="What happened"
            items={[
              { value: '', text: 'Everything' },
              ...kinds.map(each => ({ value: each, text: titleOf(each) })),
            ]}
          />
        </Filter>
      </CaseLayout>
    )
  },
})

const titleOf = (kind: string) => caseEventTitles[kind as CaseEventKind] ?? kind

const words: Readonly<Record<string, string>> = {
  because: 'Why',
  to: 'To',
  name: 'File',
  meeting: 'Meeting',
  with: 'With',
  proposal: 'Proposal',
  outcome: 'Outcome',
}

/** The parts of a happening that are words for people; ids and codes are left to other places. */
function Detail({ detail }: { detail: Readonly<Record<string, unknown>> }) {
  const changes = detail['changes'] as readonly Difference[] | undefined
  const lines = Object.entries(words).filter(([key]) => typeof detail[key] === 'string')
  return (
    <>
      {lines.map(([key, word]) => (
        <p class="govuk-body govuk-!-margin-bottom-1">
          {word}: {String(detail[key])}
        </p>
      ))}
      {Array.isArray(changes) && changes.length > 0 && (
        <ChangesTable changes={changes} captionHidden />
      )}
    </>
  )
}
