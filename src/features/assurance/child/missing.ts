import { addDays, type IsoDate } from '#domain/dates.ts'
import { evidenceNames } from '../known/evidence-names.ts'
import { halfATerm, newest } from '../known/piece.ts'
import type { Assured } from './assured.query.ts'

/** One thing that is missing, and the page where whoever commissions puts it right. */
export interface Missing {
  readonly what: string
  readonly href?: string | undefined
}

/** What nobody has recorded for a child at a provider, in the words of somebody who has to mend it, the gravest first. */
export function missingFor(assured: Assured, today: IsoDate): Missing[] {
  const { known, watched, attendance, providerId } = assured
  const placement = known.placements[0]?.id
  const at = (page: string) => (placement ? `/placements/${placement}${page}` : undefined)
  const evidence = `/providers/${providerId}/evidence`
  const held = newest(known.reviews.map(({ held_on }) => held_on))
  const overdue = known.reviews.find(({ held_on, due_on }) => held_on === null && due_on < today)
  const next = known.reviews.some(({ held_on, due_on }) => held_on === null && due_on >= today)
  const contact = known.contacts[0]?.on_day ?? null
  const isLongAgo = (day: IsoDate | null) => day === null || addDays(day, halfATerm) < today
  const began = known.placements.some(
    ({ started_on }) => started_on !== null && addDays(started_on, halfATerm) < today,
  )
  const said: Missing[] = [
    ...watched.flatMap(({ missing, row }) =>
      missing.map(what => ({ what, href: hrefOf(what, row.form_id, at) })),
    ),
    ...evidenceMissing(assured).map(what => ({ what, href: evidence })),
    ...(known.provider?.dfe_urn || known.provider?.registration
      ? []
      : [{ what: 'Registration', href: `/providers/${providerId}` }]),
    ...(known.plan?.status === 'agreed' ? [] : [{ what: 'Agreed plan', href: at('/plan') }]),
    ...(known.objectives.length > 0 ? [] : [{ what: 'Objectives', href: at('/plan') }]),
    ...(overdue
      ? [{ what: 'Review overdue', href: at('/reviews') }]
      : next
        ? []
        : [{ what: 'Next review', href: at('/reviews') }]),
    ...(began && isLongAgo(held)
      ? [{ what: 'A review in the last half term', href: at('/reviews') }]
      : []),
    ...(began && isLongAgo(contact)
      ? [{ what: 'A contact in the last half term', href: at('/contacts') }]
      : []),
    ...(known.sessions.length > 0 ? [] : [{ what: 'Hours', href: at('') }]),
    ...(known.disclosures.length > 0
      ? []
      : [{ what: 'What the provider was told', href: at('/shared') }]),
    ...(began && attendance.sessions === 0
      ? [{ what: 'Attendance', href: at('/attendance') }]
      : []),
  ]
  return [...new Map(said.map(each => [each.what, each])).values()]
}

/** Documents that this commissioner has not seen, and what has run out: as the rules find it, so that pages agree (EVD-01, EVD-12). */
function evidenceMissing({ known, findings }: Assured): string[] {
  if (!known.sightings.some(({ seen }) => seen))
    return ['Evidence of the provider, seen by the commissioner']
  return findings.flatMap(({ rule, values, message, acceptedAt }) => {
    if (acceptedAt) return []
    if (rule === 'EVD-01' && !('seenOn' in values))
      return `Not seen by the commissioner: ${evidenceNames(String(values['document']))}`
    return rule === 'EVD-12' && values['status'] === 'expired' ? message : []
  })
}

function hrefOf(
  what: string,
  formId: string | null,
  at: (page: string) => string | undefined,
): string | undefined {
  if (/plan/i.test(what)) return at('/plan')
  if (/review/i.test(what)) return at('/reviews')
  if (what === 'Hours') return at('')
  return formId ? `/questionnaires/${formId}` : undefined
}
