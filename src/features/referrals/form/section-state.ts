import { schoolYearOf } from '#domain/academic-year.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { ReferralForm } from './referral-form.query.ts'
import { type Section, sections } from './sections.ts'

export type SectionState = 'done' | 'in progress' | 'not started'

/** Whether a section is finished, begun or untouched. What the record lacks keeps it from being finished. */
export function stateOf(section: Section, form: ReferralForm): SectionState {
  const marked = form.referral.sections_done.includes(section.key)
  if (marked && lackOf(section, form) === undefined) return 'done'
  if (section.optional && form.files.length > 0) return 'done'
  const begun =
    marked ||
    section.fields.some(({ name }) => {
      const value = form.referral[name]
      return value !== null && value !== undefined && value !== false
    }) ||
    (section.rows !== undefined && form.rows[section.rows].length > 0)
  return begun ? 'in progress' : 'not started'
}

export const unfinished = (form: ReferralForm): Section[] =>
  sections.filter(section => !section.optional && stateOf(section, form) !== 'done')

/** What has to be there before the section can be finished, in words for the person who would finish it. */
export function lackOf(
  section: Section,
  form: ReferralForm,
  answers: Readonly<Record<string, unknown>> = form.referral,
): string | undefined {
  const { child, rows, referral } = form
  if (section.key === 'contacts' && child.contacts.length === 0)
    return 'Add at least one parent, carer or other contact on the child’s page'
  // “I do not know” may be sent: the co-ordinator then sees at once what stands in the way (RTE-05).
  if (
    section.key === 'special-needs' &&
    !child.specialNeeds &&
    referral.gate_special_needs !== 'not known'
  )
    return 'Record the child’s special educational needs, or that there are none, on the child’s page'
  if (section.key === 'care' && !child.care && referral.gate_care !== 'not known')
    return 'Record whether the child is looked after on the child’s page'
  if (section.key === 'care' && child.agencies.length === 0 && !answers['no_agencies'])
    return 'Add the agencies on the child’s page, or say that there are none'
  if (section.key === 'response' && rows.steps.length === 0) return 'Add at least one step'
  if (section.key === 'attendance' && rows.attendance.length === 0)
    return 'Add at least one school year'
  if (section.key === 'attendance' && child.exclusions.length === 0 && !answers['no_suspensions'])
    return 'Record the suspensions on the child’s page, or say that there were none'
  if (section.key === 'risk' && rows.risks.length === 0 && !answers['no_risks'])
    return 'Add at least one risk, or say that you know of none'
  return undefined
}

/** A child with a top-up of this school year: what the gate calls “top-up”. */
export const hasTopUpNow = ({ child }: Pick<ReferralForm, 'child'>, today: IsoDate): boolean =>
  child.topUps.some(({ school_year }) => school_year === schoolYearOf(today))
