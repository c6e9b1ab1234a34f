import { addDays, londonDay } from '#domain/dates.ts'
import type { WorkItem } from '#domain/work-item.ts'
import { allocationClock } from '#features/fair-access/index.ts'
import { authorityCalendar } from '#features/organisations/index.ts'
import type { Visit } from '#platform/http/visit.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today'>

const waitingWords: Readonly<Record<string, string>> = {
  school: 'The school',
  admissions: 'School Admissions',
  panel: 'The panel',
  'virtual-school': 'The Virtual School',
  sena: 'SENA',
  others: 'Others',
}

/** A co-ordinator’s cases: new ones to answer, accepted ones to bring to a panel, those that wait for somebody else. */
export async function casesOfPartnership({ tx, me, today }: Asker): Promise<WorkItem[]> {
  const calendar = await authorityCalendar(tx)
  const partnership = await tx
    .selectFrom('partnership')
    .select('response_days')
    .where('organisation_id', '=', me.organisationId)
    .executeTakeFirst()
  const cases = await tx
    .selectFrom('referral')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'referral.referring_organisation_id')
    .leftJoin('fair_access_case as fair', 'fair.referral_id', 'referral.id')
    .select([
      'referral.id',
      'referral.reference',
      'referral.status',
      'referral.kind',
      'referral.route',
      'referral.waiting_for',
      'referral.submitted_at',
      'referral.first_looked_at',
      'referral.waiting_since',
      'child.forename',
      'child.surname',
      'school.name as school',
      'fair.accepted_on',
      'fair.criteria',
    ])
    .where('referral.responsible_partnership_id', '=', me.organisationId)
    .where('referral.status', 'in', ['submitted', 'accepted'])
    .execute()
  return cases.map(row => {
    const since = londonDay(row.waiting_since ?? row.submitted_at ?? new Date(0))
    const sent = londonDay(row.submitted_at ?? new Date(0))
    const ours = row.waiting_for === null || row.waiting_for === 'us'
    const limit = allocationClock(row.accepted_on, today, calendar)
    const respondBy = calendar.nthAfter(sent, partnership?.response_days ?? 5) ?? addDays(sent, 7)
    return {
      what: whatToDo(row),
      about: `R-${row.reference}`,
      detail: `${row.forename ?? ''} ${row.surname ?? ''}, ${row.school ?? ''}`.trim(),
      href: `/cases/${row.id}`,
      due: row.status === 'submitted' ? respondBy : (limit?.due ?? null),
      since,
      turn: ours ? 'ours' : 'others',
      ...(ours ? {} : { whoseTurn: waitingWords[row.waiting_for ?? 'others'] ?? 'Others' }),
    }
  })
}

function whatToDo(row: {
  status: string
  kind: string
  route: string | null
  first_looked_at: Date | null
  criteria: string | null
}) {
  if (row.status === 'submitted') {
    if (row.kind === 'fair-access')
      return row.criteria === 'in doubt'
        ? 'Fair Access adviser asked'
        : 'Check the Fair Access criteria'
    return row.first_looked_at ? 'Accept, return or refer on' : 'New referral, not looked at yet'
  }
  if (row.route === 'annual-review') return 'Annual review to be held'
  if (row.route === 'looked-after-own') return 'Monitor: the Virtual School leads'
  return row.kind === 'fair-access' ? 'Bring to a panel within 20 school days' : 'Bring to a panel'
}

/** Cases that somebody supports, by assignment. */
export async function casesSupported({ tx, me, today }: Asker): Promise<WorkItem[]> {
  const cases = await tx
    .selectFrom('case_assignment')
    .innerJoin('referral', 'referral.id', 'case_assignment.referral_id')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .select([
      'referral.id',
      'referral.reference',
      'child.forename',
      'child.surname',
      'case_assignment.from_on',
      'case_assignment.to_on',
    ])
    .where('case_assignment.user_id', '=', me.userId)
    .where(at =>
      at.or([at('case_assignment.to_on', 'is', null), at('case_assignment.to_on', '>=', today)]),
    )
    .execute()
  return cases.map(row => ({
    what: 'Support this case',
    about: `R-${row.reference}`,
    detail: `${row.forename ?? ''} ${row.surname ?? ''}`.trim(),
    href: `/cases/${row.id}`,
    due: row.to_on,
    since: row.from_on,
    turn: 'ours',
  }))
}

/** A referrer’s own: drafts to finish, referrals that came back, and those that others are working on. */
export async function referralsOfOurs({ tx, me }: Asker): Promise<WorkItem[]> {
  const own = await tx
    .selectFrom('referral')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin(
      'organisation as partnership',
      'partnership.id',
      'referral.responsible_partnership_id',
    )
    .select([
      'referral.id',
      'referral.reference',
      'referral.kind',
      'referral.status',
      'referral.child_id',
      'referral.started_at',
      'referral.waiting_since',
      'child.forename',
      'child.surname',
      'partnership.name as partnership',
    ])
    .where('referral.referring_organisation_id', '=', me.organisationId)
    .where('referral.status', 'in', ['draft', 'returned', 'submitted', 'accepted', 'listed'])
    .execute()
  return own.map(row => {
    const draft = row.status === 'draft'
    const ours = draft || row.status === 'returned'
    const whose = row.partnership ?? 'The partnership'
    return {
      what: draft
        ? 'Finish the draft'
        : row.status === 'returned'
          ? 'Put right and send again'
          : row.status === 'listed'
            ? 'The panel hears it'
            : 'With the partnership',
      about: `R-${row.reference}`,
      detail: `${row.forename ?? ''} ${row.surname ?? ''}`.trim(),
      href: draft
        ? row.kind === 'fair-access'
          ? `/fair-access/new/${row.child_id}`
          : `/referrals/${row.id}`
        : `/cases/${row.id}`,
      due: null,
      since: londonDay(row.waiting_since ?? row.started_at),
      turn: ours ? ('ours' as const) : ('others' as const),
      ...(ours ? {} : { whoseTurn: whose }),
    }
  })
}
