import { londonDay } from '#domain/dates.ts'
import { openOffering, type Stage } from './scene.ts'

/** A meeting that is open: of its cases one is decided, one is still to be. */
export async function aMeeting({ as, leave, site }: Stage) {
  const coordinator = as('coordinator')
  await coordinator.visit('/meetings/new')
  coordinator.choose('Panel').fillDate('day', londonDay(site.site.now()))
  await coordinator.fill('Place', 'Online').press('Plan the meeting')
  const meeting = coordinator.url
  await coordinator.follow('Invite the schools')
  await coordinator.press('Send the invitations')
  await coordinator.follow('Add cases to the agenda')
  for (const [choose] of [...coordinator.text.matchAll(/Choose R-\d+/g)].slice(0, 3))
    coordinator.tick(choose)
  await coordinator.press('Add to the agenda')
  await coordinator.press('Open the meeting')
  const items = coordinator.links.map(({ href }) => href).filter(href => /\/items\//.test(href))
  const [one = '', two = ''] = [...new Set(items)]
  leave('coordinator', meeting, one, `${one}/describe`, `${one}/take-off`, `${one}/decision`)
  await coordinator.visit(`${two}/decision`)
  await coordinator
    .choose('No further action, or advice only')
    .fill('Reasons', 'There is time')
    .press('Save the decision')
  leave('coordinator', two)
  await coordinator.visit(`${meeting}/actions/new`)
  coordinator.fill('What is to be done?', 'Ask the school for a report')
  coordinator.choose('Who does it?', 'School Admissions').fillDate('dueOn', '2026-12-01')
  await coordinator.press('Add the action')
}

/** A decision that could not wait for a meeting, and is still to be ratified. */
export async function anEmergency({ as, leave }: Stage) {
  const coordinator = as('coordinator')
  const waiting = '/referrals?tab=waiting-for-us&route=ordinary'
  await openOffering(coordinator, waiting, 'Record an emergency decision')
  await coordinator.follow('Record an emergency decision')
  coordinator.fill('Why can it not wait?', 'The child is at home since Monday')
  coordinator.choose('No further action, or advice only').fill('Reasons', 'It is settled')
  await coordinator.press('Save the emergency decision')
  leave('coordinator', coordinator.url, `${coordinator.url}/ratify`)
}

/** Cases in the state in which something can be done with them. */
export async function cases({ as, leave }: Stage) {
  const coordinator = as('coordinator')
  for (const [list, deed] of [
    ['/inbox', 'Check the criteria'],
    ['/inbox', 'Accept'],
    ['/referrals?tab=waiting-for-us&route=ordinary', 'Record an emergency decision'],
    ['/referrals?tab=ended', 'Open again'],
  ] as const)
    leave('coordinator', await openOffering(coordinator, list, deed))
}
