import { newId } from '#domain/ids.ts'
import type { Browser } from './browser.ts'
import type { county } from './county.ts'
import type { TestSite } from './site.ts'
import type { Member } from './world.ts'

type County = Awaited<ReturnType<typeof county>>

/** Placements for journeys that are about something else: set past the pages, as they would stand after them. */
export function placing(test: TestSite, { insert, child, hbep, larkfield }: County, today: string) {
  /** The partnership has accepted a case of this child. */
  const acceptCase = (childId: string, school = larkfield, partnership = hbep) =>
    insert('referral', {
      id: newId(),
      kind: 'school',
      status: 'accepted',
      child_id: childId,
      referring_organisation_id: school,
      responsible_partnership_id: partnership,
      submitted_at: `${today}T08:00:00Z`,
      accepted_at: `${today}T09:00:00Z`,
      reason: 'Not in lessons',
    })

  /** A child of the school whose case the partnership has accepted. */
  async function caseOf(more: Parameters<County['child']>[0] = {}, partnership = hbep) {
    const school = more.school ?? larkfield
    const id = await child({ school, ...more })
    return { id, referral: await acceptCase(id, school, partnership) }
  }

  async function place({
    child: childId,
    provider,
    by,
    commissioner = by.organisationId,
    status = 'live',
    days = [1, 3],
    from = '2026-09-07',
    told,
  }: {
    child: string
    provider: string
    by: Member
    commissioner?: string
    status?: string
    days?: readonly number[]
    from?: string
    told?: Record<string, string>
  }) {
    const id = await insert('placement', {
      id: newId(),
      child_id: childId,
      kind: 'alternative provision',
      route: 'tier 3',
      commissioner_id: commissioner,
      provider_id: provider,
      purpose: 'Back to lessons',
      need_category: 'behaviour',
      status,
      planned_start_on: from,
      started_on: status === 'live' ? from : null,
      offered_at: status === 'proposed' ? null : `${from}T08:00:00Z`,
      made_by: by.userId,
      made_at: `${from}T08:00:00Z`,
    })
    for (const weekday of days)
      await insert('placement_session', {
        id: newId(),
        placement_id: id,
        weekday,
        starts_at: '09:30',
        ends_at: '14:30',
        break_minutes: 30,
        from_on: from,
      })
    if (told)
      await insert('disclosure', {
        id: newId(),
        child_id: childId,
        placement_id: id,
        to_organisation_id: provider,
        fields: JSON.stringify(told),
        how: 'In Onroll, with the offer',
        why: 'To decide',
        by_user: by.userId,
        by_organisation: commissioner,
        at: `${from}T08:00:00Z`,
      })
    return id
  }

  /** What a commissioner has looked at before a child starts, so that only the week is in question. */
  async function checked(provider: string, commissioner: string, by: Member) {
    for (const what of ['registration', 'staff'])
      await insert('commissioner_check', {
        id: newId(),
        provider_id: provider,
        commissioner_id: commissioner,
        what,
        checked_on: '2026-09-01',
        found: 'In order',
        by_user: by.userId,
        recorded_at: '2026-09-01T09:00:00Z',
      })
  }

  const statusOf = async (placement: string): Promise<string> =>
    (await test.admin.query('select status from placement where id = $1', [placement])).rows[0]
      .status

  return { acceptCase, caseOf, place, checked, statusOf }
}

/** Answers the proposal of these days, 09:30 to 14:30 with a break of half an hour. */
export function fillProposal(
  browser: Browser,
  { days, provider, from }: { days: readonly string[]; provider: string; from: string },
) {
  browser
    .choose('Provider', provider)
    .choose('Tier 3: part-time alternative provision')
    .fill('What is it for?', 'To come back to lessons by Easter')
    .choose('Behaviour')
    .fillDate('startOn', from)
  return fillDays(browser, days)
}

export function fillDays(browser: Browser, days: readonly string[]) {
  for (const day of days)
    browser
      .tick(day)
      .fill(`${day} from`, '9.30')
      .fill(`${day} until`, '14:30')
      .fill(`Break on ${day}, in minutes (optional)`, '30')
  return browser
}
