import type { IsoDate } from '#domain/dates.ts'
import type { Id, Invitation, PanelMeeting } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'

/** How a school could take part in a meeting. */
export type Opportunity = {
  readonly school: Id
  /** The day on which it was first invited, if that was before the meeting. */
  readonly invitedOn?: IsoDate
  readonly present: boolean
}

export const wasHeard = ({ invitedOn, present }: Opportunity): boolean =>
  present || invitedOn !== undefined

/** Each school that is a member of the partnership on the day of the meeting, and how it could take part. */
export const opportunitiesAt = oncePerWorld((meeting: Id, world: World): readonly Opportunity[] => {
  const panel = world.meeting(meeting)
  if (!panel) return []
  return membersOn(`${world.dayOf(panel.startsAt)} ${panel.partnership}`, world).map(school =>
    opportunityOf(school, panel, world),
  )
})

/** Keyed by day and partnership, so that many meetings of one day cost no more than one. */
const membersOn = oncePerWorld((key: string, world: World): readonly Id[] => {
  const day = key.slice(0, 10) as IsoDate
  const partnership = key.slice(11)
  return (world.facts.schools ?? [])
    .filter(school =>
      school.memberships?.some(
        m => m.partnership === partnership && m.from <= day && day <= (m.to ?? day),
      ),
    )
    .map(({ id }) => id)
})

export function opportunityOf(school: Id, panel: PanelMeeting, world: World): Opportunity {
  const present = panel.attended?.includes(school) ?? false
  const days = (panel.invitations ?? [])
    .filter(invitation => invitation.school === school && wasSentBefore(invitation, panel, world))
    .map(({ sentAt }) => world.dayOf(sentAt))
    .sort()
  const [invitedOn] = days
  return invitedOn === undefined ? { school, present } : { school, present, invitedOn }
}

/** An invitation of the day of the meeting without an hour counts as sent before it. */
function wasSentBefore({ sentAt }: Invitation, { startsAt }: PanelMeeting, world: World): boolean {
  const sentOn = world.happened(sentAt)
  if (sentOn === undefined) return false
  const hasHours = sentAt.length > 10 && startsAt.length > 10
  return hasHours ? Date.parse(sentAt) < Date.parse(startsAt) : sentOn <= world.dayOf(startsAt)
}
