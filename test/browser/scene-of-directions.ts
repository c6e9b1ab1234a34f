import { addDays, isoDate } from '#domain/dates.ts'
import { fillDirection, fillHost } from '#testing/directing.ts'
import { fillDays } from '#testing/placing.ts'
import type { Stage } from './scene.ts'
import { childrenOf } from './scene-of-moves.ts'

/** A direction that is being written, one with a notice, a review and a request, and work experience with a host. */
export async function directedAndAtWork({ site, as, leave }: Stage) {
  const school = as('school-referrer')
  const today = isoDate(site.site.now().toISOString().slice(0, 10))
  const [child] = await childrenOf(site, school)
  const whole = {
    start: addDays(today, 14),
    end: addDays(today, 60),
    reviews: [{ date: addDays(today, 40) }],
    notice: {
      address: '1 Forge Yard, Sampleton',
      reportTo: 'Centre manager',
      numberOfDays: 20,
      reasons: 'Repeated disruption in practical lessons',
      objectives: 'Four weeks without removal from lessons',
      sessionTimes: { sessions: 1, start: '09:30', finish: '12:00' },
    },
  } as const
  await school.visit(`/children/${child}/directions/new`)
  await fillDirection(school, { start: whole.start }).press('Save the draft')
  const draft = school.url
  await school.visit(`/children/${child}/directions/new`)
  await fillDirection(school, whole).press('Save the draft')
  const issued = school.url
  await school.follow('Issue the notice')
  await school.fill('How?', 'By hand').press('Issue the notice')
  await school.follow('Record a request for a review')
  await school.choose('A parent').press('Record the request')
  const request = school.links.find(
    ({ href }) => href.includes('/requests/') && !href.endsWith('new'),
  )
  const invite = school.links.find(({ href }) => href.endsWith('/invite'))
  leave(
    'school-referrer',
    `/children/${child}/directions`,
    '/directions',
    '/directions/export',
    draft,
    ...['edit', 'edit?show=missing', 'issue', 'discard'].map(page => `${draft}/${page}`),
    issued,
    ...['notice', 'later', 'change', 'end'].map(page => `${issued}/${page}`),
    ...(request ? [request.href] : []),
    ...(invite ? [invite.href, invite.href.replace(/invite$/, 'hold')] : []),
  )

  await school.visit(`/children/${child}/work-experience/new`)
  fillHost(school, { host: { name: 'Sample Garage' } })
    .fill('What is it for?', 'To find out whether this is a trade to learn')
    .fillDate('startOn', today)
  await fillDays(school, ['Tuesday']).press('Save the arrangement')
  leave(
    'school-referrer',
    school.url,
    ...['edit', 'start', 'provision'].map(page => `${school.url}/${page}`),
  )
}
