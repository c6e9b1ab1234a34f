import { z } from 'zod'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { HubNumbers, safeguardingHub } from '#features/organisations/index.ts'
import { PlacementFrame } from '#features/placements/index.ts'
import { Button, ButtonGroup, EmptyState, Form, InsetText, SummaryList } from '#govuk/index.ts'
import { action, page } from '#platform/http/page.tsx'
import { openOwn, openPlacement, viewed } from '../open-placement.ts'
import { makePupilLink, revokePupilLinks } from './pupil-link.ts'
import { faces, learningWords, safeWords } from './questions.tsx'
import { feelsUnsafe } from './tell-of-view.job.ts'
import { pupilLinkOf, pupilViewsOf } from './views.query.ts'

type Link = Awaited<ReturnType<typeof pupilLinkOf>>

/** The child’s own assessment: what was said, and the ways to ask for it. */
export const pupilViewPage = page({
  path: '/placements/:placement/pupil-view',
  permission: 'plan.read',
  load: async visit => ({
    ...(await openPlacement(visit)),
    views: await pupilViewsOf(visit.tx, visit.params.placement),
    link: await pupilLinkOf(visit.tx, visit.params.placement),
    now: visit.now,
    hub: await safeguardingHub(visit.tx),
  }),
  discloses: viewed('pupil-view.viewed'),
  view({ placement, child, run, views, link, now, hub }, { me }) {
    const base = `/placements/${placement.id}/pupil-view`
    return (
      <PlacementFrame
        placement={placement}
        child={child}
        me={me}
        run={run}
        title="The child’s view"
      >
        {views.length === 0 && (
          <EmptyState title="The child has not said anything yet">
            Without the child’s own assessment the record of the placement cannot be closed.
          </EmptyState>
        )}
        {run && may(me, 'plan.write') && (
          <>
            <p class="govuk-body">{linkInWords(link, now)}</p>
            <ButtonGroup>
              <Button variant="secondary" href={`${base}/new`}>
                Enter what the child said
              </Button>
              <Button variant="secondary" href={`${base}/paper`}>
                Print the questions
              </Button>
            </ButtonGroup>
            {may(me, 'pupil-link.make') && (
              <Form action={`${base}/link`}>
                <ButtonGroup>
                  <Button preventDoubleClick>Make a link for the child’s phone</Button>
                </ButtonGroup>
              </Form>
            )}
            {isUsable(link, now) && (
              <Form action={`${base}/revoke`}>
                <Button variant="warning">Stop the link</Button>
              </Form>
            )}
          </>
        )}
        {views.some(feelsUnsafe) && (
          <InsetText>
            The child said that they do not feel safe. If the child is in danger now, call 999. Talk
            with the child today, and follow your safeguarding procedure. <HubNumbers hub={hub} />
          </InsetText>
        )}
        {views.map(view => (
          <SummaryList
            card={{ title: `${dayInWords(view.on_day)}, ${howWords[view.how]}` }}
            rows={[
              view.helped_by !== null && { key: 'Helped by', value: view.helped_by },
              view.going !== null && { key: 'How it is going', value: said(faces, view.going) },
              view.safe !== null && { key: 'Feels safe', value: said(safeWords, view.safe) },
              view.learning !== null && {
                key: 'How much is learned',
                value: said(learningWords, view.learning),
              },
              view.best !== null && { key: 'The best thing', value: view.best },
              view.change !== null && { key: 'Would change', value: view.change },
              view.words !== null && { key: 'In their own words', value: view.words },
            ]}
          />
        ))}
      </PlacementFrame>
    )
  },
})

const howWords = {
  link: 'on a phone, alone',
  'with an adult': 'with an adult',
  'on paper': 'on paper',
} as const

const said = (words: Readonly<Record<number, string>>, value: number) => words[value] ?? ''

const isUsable = (link: Link, now: Date) =>
  link !== undefined &&
  link.used_at === null &&
  link.revoked_at === null &&
  link.tries < 5 &&
  link.expires_at > now

function linkInWords(link: Link, now: Date) {
  if (!link) return 'No link has been made for the child’s phone.'
  if (link.used_at) return `The last link was used on ${momentInWords(link.used_at)}.`
  if (link.revoked_at) return 'The last link was stopped.'
  if (link.tries >= 5) return 'The last link was stopped after five wrong codes.'
  if (link.expires_at <= now) return 'The last link is too old to be used.'
  return `There is a link that works until ${momentInWords(link.expires_at)}.`
}

export const makeLinkAction = action({
  path: '/placements/:placement/pupil-view/link',
  permission: 'pupil-link.make',
  load: openOwn,
  schema: z.object({}),
  async submit(visit, { placement }) {
    const id = await makePupilLink(visit, placement)
    return `/placements/${placement.id}/pupil-view/links/${id}`
  },
})

export const revokeLinkAction = action({
  path: '/placements/:placement/pupil-view/revoke',
  permission: 'pupil-link.make',
  load: openOwn,
  schema: z.object({}),
  async submit(visit, { placement }) {
    await revokePupilLinks(visit, placement)
    visit.flash('The link is stopped')
    return `/placements/${placement.id}/pupil-view`
  },
})
