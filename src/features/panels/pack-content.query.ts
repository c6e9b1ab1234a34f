import type { Doer } from '#platform/http/visit.ts'

/** What panel members read of a case: what the co-ordinator wrote for them, and chosen parts of the referral. */
export interface PackContent {
  readonly reference: number
  readonly kind: 'school' | 'fair-access'
  readonly child: string
  readonly yearGroup: number | null
  readonly referredBy: string
  readonly askedFor: string | null
  readonly tier: number | null
  readonly summary: string | null
  /** The one sentence about special needs, health or care that the co-ordinator chose to share. */
  readonly needs: string | null
  readonly reason: string | null
  readonly strengths: string | null
  readonly childVoice: string | null
  readonly parentVoice: string | null
  readonly tried: readonly { what: string; impact: string | null }[]
  readonly attendance: readonly { schoolYear: string; possible: number; attended: number }[]
  readonly exclusions: readonly { kind: string; from: string; sessions: number | null }[]
  readonly category: string | null
}

export async function packContent(
  { tx }: Pick<Doer, 'tx'>,
  meetingId: string,
): Promise<{ agendaItemId: string; content: PackContent }[]> {
  const items = await tx
    .selectFrom('agenda_item')
    .innerJoin('referral', 'referral.id', 'agenda_item.referral_id')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'referral.referring_organisation_id')
    .leftJoin('fair_access_case as fair', 'fair.referral_id', 'referral.id')
    .select([
      'agenda_item.id as item_id',
      'agenda_item.summary',
      'agenda_item.needs_sentence',
      'referral.id',
      'referral.reference',
      'referral.kind',
      'referral.child_id',
      'referral.asked_for',
      'referral.tier_asked_for',
      'referral.reason',
      'referral.strengths',
      'referral.child_voice',
      'referral.parent_voice',
      'child.forename',
      'child.surname',
      'school.name as referred_by',
      'fair.category',
    ])
    .where('agenda_item.meeting_id', '=', meetingId)
    .where('agenda_item.status', '<>', 'withdrawn')
    .orderBy('agenda_item.position')
    .execute()
  if (items.length === 0) return []
  const referrals = items.map(({ id }) => id)
  const children = items.flatMap(({ child_id }) => child_id ?? [])
  const steps = await tx
    .selectFrom('response_step')
    .select(['referral_id', 'what', 'impact'])
    .where('referral_id', 'in', referrals)
    .orderBy('position')
    .execute()
  const years = await tx
    .selectFrom('attendance_summary')
    .selectAll()
    .where('referral_id', 'in', referrals)
    .orderBy('school_year', 'desc')
    .execute()
  const enrolments =
    children.length === 0
      ? []
      : await tx
          .selectFrom('enrolment')
          .select(['child_id', 'year_group', 'from_on'])
          .where('child_id', 'in', children)
          .orderBy('from_on', 'desc')
          .execute()
  const exclusions =
    children.length === 0
      ? []
      : await tx
          .selectFrom('exclusion')
          .select(['child_id', 'kind', 'from_on', 'sessions'])
          .where('child_id', 'in', children)
          .orderBy('from_on', 'desc')
          .execute()

  return items.map(item => ({
    agendaItemId: item.item_id,
    content: {
      reference: item.reference,
      kind: item.kind,
      child: [item.forename, item.surname].filter(Boolean).join(' '),
      yearGroup: enrolments.find(({ child_id }) => child_id === item.child_id)?.year_group ?? null,
      referredBy: item.referred_by ?? '',
      askedFor: item.asked_for,
      tier: item.tier_asked_for,
      summary: item.summary,
      needs: item.needs_sentence,
      reason: item.reason,
      strengths: item.strengths,
      childVoice: item.child_voice,
      parentVoice: item.parent_voice,
      category: item.category,
      tried: steps
        .filter(({ referral_id }) => referral_id === item.id)
        .map(({ what, impact }) => ({ what, impact })),
      attendance: years
        .filter(({ referral_id }) => referral_id === item.id)
        .map(year => ({
          schoolYear: year.school_year,
          possible: year.possible_sessions,
          attended: year.attended_sessions,
        })),
      exclusions: exclusions
        .filter(({ child_id }) => child_id === item.child_id)
        .map(each => ({ kind: each.kind, from: each.from_on, sessions: each.sessions })),
    },
  }))
}
