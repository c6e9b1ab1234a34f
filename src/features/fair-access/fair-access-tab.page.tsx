import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { authorityCalendar } from '#features/organisations/index.ts'
import { decisionById, Enforceability, enforceability } from '#features/panels/index.ts'
import { CaseLayout, caseDisclosed, openCase } from '#features/referrals/index.ts'
import { Button, ContextualDate, InsetText, SummaryList } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { allocationClock, allocationDays, fairAccessCase } from './case.query.ts'
import { Evidence } from './criteria.page.tsx'

async function load(visit: Visit<'/cases/:referral/fair-access'>) {
  const { tx, params, today, me } = visit
  const opened = await openCase(visit, params.referral)
  const fair = await fairAccessCase(visit, params.referral)
  const latest = await tx
    .selectFrom('decision')
    .select('id')
    .where('referral_id', '=', params.referral)
    .where('status', '<>', 'superseded')
    .orderBy('decided_at', 'desc')
    .executeTakeFirst()
  const decision = latest && (await decisionById(visit, latest.id))
  const check = await tx
    .selectFrom('on_roll_check')
    .select(['id', 'due_on', 'closed_at', 'school_roll_date'])
    .where('referral_id', '=', params.referral)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return {
    me,
    today,
    opened,
    referral: opened.referral,
    fair,
    decision,
    check,
    steps: decision && (await enforceability(visit, decision)),
    clock: allocationClock(fair.accepted_on, today, await authorityCalendar(tx)),
  }
}

/** The Fair Access side of a case: criteria, the national limit beside the local clock, and what makes the decision stand. */
export const fairAccessTab = page({
  path: '/cases/:referral/fair-access',
  permission: 'referral.read',
  load,
  discloses: caseDisclosed,
  view: ({ me, today, opened, fair, decision, check, steps, clock }) => (
    <CaseLayout opened={opened} title="Fair Access">
      {fair.criteria === 'in doubt' && !fair.doubt_answer && (
        <InsetText>
          The Fair Access adviser was asked on{' '}
          {fair.doubt_sent_at ? momentInWords(fair.doubt_sent_at) : ''} and has not answered yet.
          {may(me, 'fair-access.advise') && (
            <>
              {' '}
              <a class="govuk-link" href={`/cases/${fair.referral_id}/advice`}>
                Answer
              </a>
            </>
          )}
        </InsetText>
      )}
      <SummaryList
        card={{ title: 'Clocks' }}
        rows={[
          {
            key: `National: a place within ${allocationDays} school days`,
            value: !clock ? (
              'Begins when the criteria are found to be met'
            ) : decision?.status === 'issued' ? (
              `Decided on ${dayInWords(decision.decided_at.toISOString().slice(0, 10) as never)}`
            ) : clock.due ? (
              <ContextualDate
                date={clock.due}
                today={today}
                words={
                  clock.left >= 0
                    ? `${clock.gone} school days gone, ${clock.left} left`
                    : `${-clock.left} school days over`
                }
                urgency={clock.left < 0 ? 'overdue' : clock.left <= 5 ? 'soon' : 'later'}
              />
            ) : (
              'Cannot be told: enter the term dates'
            ),
          },
          {
            key: 'Local: on roll within a week of the decision',
            value: check ? (
              <ContextualDate date={check.due_on} today={today} />
            ) : decision?.status === 'issued' ? (
              'Confirmed'
            ) : (
              'Begins with the decision'
            ),
          },
        ]}
      />
      {check && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/on-roll/${check.id}`}>
            Is the child on roll?
          </a>
        </p>
      )}
      {steps && <Enforceability steps={steps} issued={decision?.status === 'issued'} />}
      <h2 class="govuk-heading-m">Criteria</h2>
      <p class="govuk-body">
        {
          {
            'to check': 'Not checked yet.',
            met: 'Met.',
            'not met': 'Not met.',
            'in doubt': 'In doubt.',
          }[fair.criteria]
        }
        {fair.criteria_reason ? ` ${fair.criteria_reason}` : ''}
        {fair.criteria_at ? ` (${fair.checker ?? ''}, ${momentInWords(fair.criteria_at)})` : ''}
      </p>
      {may(me, 'fair-access.check') && fair.status === 'submitted' && (
        <Button href={`/cases/${fair.referral_id}/criteria`}>Check the criteria</Button>
      )}
      <Evidence fair={fair} />
    </CaseLayout>
  ),
})
