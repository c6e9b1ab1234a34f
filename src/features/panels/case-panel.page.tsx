import { londonDay } from '#domain/dates.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { CaseLayout, caseDisclosed, openCase } from '#features/referrals/index.ts'
import { EmptyState, Table } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { actionsOf } from './actions.ts'
import { decisionCodeName } from './decide.ts'
import { DecisionTag } from './status-tags.tsx'

async function load(visit: Visit<'/cases/:referral/panel'>) {
  const { tx, me, params } = visit
  const opened = await openCase(visit, params.referral)
  const listed = await tx
    .selectFrom('agenda_item')
    .leftJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .select([
      'agenda_item.id',
      'agenda_item.status',
      'agenda_item.withdrawn_because',
      'meeting.id as meeting_id',
      'meeting.reference',
      'meeting.starts_at',
    ])
    .where('agenda_item.referral_id', '=', params.referral)
    .orderBy('meeting.starts_at', 'desc')
    .execute()
  const decisions = await tx
    .selectFrom('decision')
    .leftJoin('organisation as school', 'school.id', 'decision.school_id')
    .select([
      'decision.id',
      'decision.reference',
      'decision.code',
      'decision.status',
      'decision.decided_at',
      'school.name as school',
    ])
    .where('decision.referral_id', '=', params.referral)
    .orderBy('decision.decided_at', 'desc')
    .execute()
  const notices = await tx
    .selectFrom('notice')
    .leftJoin('organisation as reader', 'reader.id', 'notice.to_organisation_id')
    .select([
      'notice.id',
      'notice.subject',
      'notice.sent_at',
      'notice.read_at',
      'reader.name as to',
    ])
    .where('notice.referral_id', '=', params.referral)
    .orderBy('notice.sent_at', 'desc')
    .execute()
  const checks = await tx
    .selectFrom('on_roll_check')
    .leftJoin('organisation as school', 'school.id', 'on_roll_check.school_id')
    .select([
      'on_roll_check.id',
      'school.name as school',
      'due_on',
      'closed_at',
      'school_roll_date',
    ])
    .where('on_roll_check.referral_id', '=', params.referral)
    .execute()
  return {
    me,
    opened,
    referral: opened.referral,
    listed,
    decisions,
    notices,
    checks,
    actions: await actionsOf(tx, { referralId: params.referral }),
  }
}

/** Everything the panel had to do with a case: when it was listed, what was decided, who was told, what is to be done. */
export const casePanelPage = page({
  path: '/cases/:referral/panel',
  permission: 'referral.read',
  load,
  discloses: caseDisclosed,
  view: ({ me, opened, listed, decisions, notices, checks, actions }) => (
    <CaseLayout opened={opened} title="Panel">
      {listed.length + decisions.length === 0 && (
        <EmptyState title="Not before a panel yet">
          When the case is listed or decided, it is shown here.
        </EmptyState>
      )}
      {decisions.length > 0 && (
        <Table
          caption="Decisions"
          head={['Decision', 'What was decided', 'School', 'On', 'State']}
          rows={decisions.map(row => [
            may(me, 'decision.read') ? (
              <a class="govuk-link" href={`/decisions/${row.id}`}>{`D-${row.reference}`}</a>
            ) : (
              `D-${row.reference}`
            ),
            decisionCodeName(row.code),
            row.school ?? 'None',
            dayInWords(londonDay(row.decided_at)),
            <DecisionTag status={row.status} />,
          ])}
        />
      )}
      {checks.length > 0 && (
        <Table
          caption="Getting on roll"
          head={['School', 'On roll by', 'State']}
          rows={checks.map(row => [
            <a class="govuk-link" href={`/on-roll/${row.id}`}>
              {row.school}
            </a>,
            dayInWords(row.due_on),
            row.closed_at
              ? row.school_roll_date
                ? `On roll from ${dayInWords(row.school_roll_date)}`
                : 'Ended'
              : 'Not confirmed by both yet',
          ])}
        />
      )}
      {listed.length > 0 && (
        <Table
          caption="Meetings"
          head={['Meeting', 'On', 'What came of it']}
          rows={listed.map(row => [
            row.meeting_id ? (
              <a
                class="govuk-link"
                href={`/meetings/${row.meeting_id}`}
              >{`PNL-${row.reference}`}</a>
            ) : (
              'A meeting'
            ),
            row.starts_at ? momentInWords(row.starts_at) : '',
            {
              listed: 'Listed',
              decided: 'Decided',
              deferred: `Deferred: ${row.withdrawn_because ?? ''}`,
              withdrawn: `Taken off: ${row.withdrawn_because ?? ''}`,
            }[row.status],
          ])}
        />
      )}
      {actions.length > 0 && (
        <Table
          caption="Actions"
          head={['What', 'Who', 'By', 'State']}
          rows={actions.map(row => [
            <a class="govuk-link" href={`/actions/${row.id}`}>
              {row.what}
            </a>,
            row.owner ?? row.owner_person ?? '',
            dayInWords(row.due_on),
            row.done_at ? 'Done' : 'To do',
          ])}
        />
      )}
      {notices.length > 0 && (
        <Table
          caption="Notices"
          head={['Notice', 'To', 'Sent', 'Read']}
          rows={notices.map(row => [
            may(me, 'notice.read') ? (
              <a class="govuk-link" href={`/notices/${row.id}`}>
                {row.subject}
              </a>
            ) : (
              row.subject
            ),
            row.to ?? '',
            momentInWords(row.sent_at),
            row.read_at ? momentInWords(row.read_at) : 'Not yet',
          ])}
        />
      )}
    </CaseLayout>
  ),
})
