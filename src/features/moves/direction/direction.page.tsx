import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { ChildIdentityBar, identityOf } from '#features/children/index.ts'
import { FindingCard, findingsOfDirection } from '#features/findings/index.ts'
import {
  BackLink,
  ButtonMenu,
  Layout,
  PageHeading,
  SummaryCard,
  TicketPanel,
} from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { directionViewed } from './about.ts'
import { actionsOf } from './actions.ts'
import { directionById, hasPlan } from './direction.query.ts'
import { DirectionTag } from './direction-layout.tsx'
import { DirectionSummary } from './direction-summary.tsx'
import { stepsOf } from './next-step.ts'
import { ClearDaysView } from './notice/clear-days-view.tsx'
import { clearDaysOf } from './notice/issue-direction.ts'
import { NoticeView } from './notice/notice-view.tsx'
import { requestsWithWorking } from './reviews/requests-with-working.query.ts'
import { invitationDays } from './reviews/review-days.ts'
import { RequestList, ReviewList } from './reviews/review-lists.tsx'
import { reviewsOf } from './reviews/reviews.query.ts'
import { linkedPlacement } from './run/end-direction.ts'

/** One direction: what is next, what the rules say, its notice word for word, its reviews and requests. */
export const directionPage = page({
  path: '/directions/:direction',
  permission: 'direction.read',
  async load(visit) {
    const { tx, params, today, me } = visit
    const direction = await directionById(tx, params.direction)
    const reviews = await reviewsOf(tx, direction.id)
    return {
      direction,
      child: await identityOf(tx, direction.child_id, today),
      reviews,
      inviteBy: await invitationDays(tx, reviews),
      requests: await requestsWithWorking(tx, direction.id),
      findings: await findingsOfDirection(tx, direction.id),
      plan: await hasPlan(tx, direction.child_id, today),
      check: await clearDaysOf(visit, direction, direction.notice_on ?? today),
      placement: direction.placement_id
        ? await linkedPlacement(tx, direction.placement_id)
        : undefined,
      ours: direction.school_id === me.organisationId && may(me, 'direction.write'),
    }
  },
  discloses: directionViewed,
  view(model, { me, today }) {
    const {
      direction,
      child,
      reviews,
      inviteBy,
      requests,
      findings,
      plan,
      check,
      placement,
      ours,
    } = model
    const [step] = stepsOf(direction, reviews, requests, { today, latestNotice: check?.latest })
    const open = direction.status === 'draft' || direction.status === 'issued'
    return (
      <Layout
        title={direction.name}
        before={<BackLink href={`/children/${child.id}/directions`}>Off-site directions</BackLink>}
      >
        <div class="govuk-!-margin-bottom-6">
          <ChildIdentityBar child={child} link />
        </div>
        <PageHeading
          caption={
            <>
              Off-site direction, {direction.schoolName} <DirectionTag status={direction.status} />
            </>
          }
        >
          {direction.name}
        </PageHeading>
        {step && (
          <TicketPanel title="Next step">
            <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
              {ours ? (
                <a class="govuk-link" href={step.href}>
                  {step.what}
                </a>
              ) : (
                step.what
              )}
            </p>
            <p class="govuk-body">
              {step.due && `By ${dayInWords(step.due)}. `}Whose it is: {direction.schoolName}
            </p>
          </TicketPanel>
        )}
        <ButtonMenu items={actionsOf(direction, me, { ours, plan })} />
        {open && <h2 class="govuk-heading-m">What the rules say</h2>}
        {open && findings.length === 0 && (
          <p class="govuk-body">Nothing stands in the way of it.</p>
        )}
        {findings.map(finding => (
          <FindingCard finding={finding} unless="" />
        ))}
        <DirectionSummary direction={direction} placement={placement} plan={plan} />
        {check && open && direction.purpose === 'improve-behaviour' && (
          <>
            <h2 class="govuk-heading-m">
              {direction.notice_on
                ? 'Clear school days of the notice'
                : 'Clear school days, if the notice is given today'}
            </h2>
            <ClearDaysView check={check} />
          </>
        )}
        {direction.text && (
          <SummaryCard title="The notice, as it was issued">
            <NoticeView text={direction.text} />
          </SummaryCard>
        )}
        <ReviewList
          direction={direction}
          reviews={reviews}
          inviteBy={inviteBy}
          today={today}
          ours={ours && direction.status === 'issued'}
        />
        <RequestList direction={direction} requests={requests} ours={ours} />
      </Layout>
    )
  },
})
