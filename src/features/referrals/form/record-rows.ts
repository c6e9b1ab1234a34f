import { ethnicities } from '#domain/codes/ethnicity.ts'
import { dayInWords } from '#domain/london-time.ts'
import { yearGroupName } from '#domain/year-group.ts'
import type { ChildRecord } from '../child-record.query.ts'
import {
  authorityWords,
  careWords,
  needWords,
  poundsWords,
  reasonWords,
  specialNeedsWords,
  yesNo,
} from '../words.ts'
import type { RecordKind } from './sections.ts'

export interface Answer {
  readonly question: string
  readonly answer: string
}

const sexes: Readonly<Record<string, string>> = { F: 'Female', M: 'Male', U: 'Not known' }

/** What is recorded of the child, as questions and answers: for the page, and for the version that is sent. */
export const recordRows: Readonly<Record<RecordKind, (child: ChildRecord) => Answer[]>> = {
  child: child =>
    known([
      ['Name', child.name],
      [
        'Legal name',
        child.preferred_forename || child.preferred_surname
          ? `${child.forename} ${child.surname}`
          : undefined,
      ],
      ['Date of birth', dayInWords(child.birth_date)],
      ['Unique pupil number', child.upn],
      ['Unique learner number', child.uln],
      ['Sex', child.sex ? sexes[child.sex] : undefined],
      ['School of roll', rollWords(child)],
      [
        'Year group',
        child.enrolment?.year_group == null ? undefined : yearGroupName(child.enrolment.year_group),
      ],
      ['Earlier schools', earlierSchools(child)],
      ['Lives in', authorityWords(child.address?.home_authority)],
      [
        'Ethnicity',
        child.ethnicity ? (ethnicities.find(child.ethnicity)?.name ?? child.ethnicity) : undefined,
      ],
      ['First language', child.first_language],
      ['Interpreter needed', yesNo(child.interpreter_needed)],
      ['Free school meals', yesNo(child.free_school_meals)],
      ['Young carer', yesNo(child.young_carer)],
    ]),
  contacts: child =>
    child.contacts.map(contact => ({
      question: `${contact.name}, ${contact.relationship}`,
      answer: [
        contact.no_contact ? 'Must not be contacted' : undefined,
        contact.parental_responsibility === null
          ? 'Parental responsibility not known'
          : contact.parental_responsibility
            ? 'Has parental responsibility'
            : 'No parental responsibility',
        contact.lives_with_child ? 'Lives with the child' : undefined,
        contact.telephone,
        contact.email,
      ]
        .filter(Boolean)
        .join('. '),
    })),
  suspensions: child =>
    child.exclusions.map(each => ({
      question: `${each.kind === 'permanent' ? 'Permanent exclusion' : 'Suspension'}, ${dayInWords(each.from_on)}`,
      answer: [
        each.sessions === null ? undefined : `${each.sessions} sessions`,
        reasonWords(each.reasons) || undefined,
        each.school,
        each.reinstated_on ? `Reinstated ${dayInWords(each.reinstated_on)}` : undefined,
      ]
        .filter(Boolean)
        .join('. '),
    })),
  'special-needs': child =>
    known([
      [
        'Special educational needs',
        child.specialNeeds
          ? `${specialNeedsWords[child.specialNeeds.status] ?? child.specialNeeds.status}, since ${dayInWords(child.specialNeeds.from_on)}`
          : undefined,
      ],
      ['Plan kept by', authorityWords(child.specialNeeds?.maintaining_authority)],
      ['Primary need', needWords(child.specialNeeds?.primary_need ?? null)],
      ['Secondary need', needWords(child.specialNeeds?.secondary_need ?? null)],
      ...child.topUps.map(
        topUp => [`Top-up ${topUp.school_year}`, poundsWords(Number(topUp.amount_pence))] as const,
      ),
    ]),
  care: child =>
    known([
      [
        'Care',
        child.care
          ? `${careWords[child.care.status]}${child.care.authority ? ` by ${authorityWords(child.care.authority)}` : ''}${child.care.status === 'never-looked-after' ? '' : `, since ${dayInWords(child.care.from_on)}`}`
          : undefined,
      ],
      ['Social worker', child.care?.social_worker],
      ['Virtual School contact', child.care?.virtual_school_contact],
      ...child.agencies.map(
        agency =>
          [
            agency.agency,
            [agency.status, agency.worker, agency.from_on && `since ${dayInWords(agency.from_on)}`]
              .filter(Boolean)
              .join(', '),
          ] as const,
      ),
    ]),
}

const rollWords = ({ enrolment }: ChildRecord) =>
  enrolment
    ? `${enrolment.school ?? 'A school'}, since ${dayInWords(enrolment.from_on)}`
    : undefined

const earlierSchools = ({ enrolments, enrolment }: ChildRecord) =>
  enrolments
    .filter(row => row !== enrolment && row.to_on !== null)
    .map(row => `${row.school ?? 'A school'}, until ${dayInWords(row.to_on ?? row.from_on)}`)
    .join('; ')

const known = (rows: readonly (readonly [string, string | null | undefined])[]): Answer[] =>
  rows.flatMap(([question, answer]) => (answer ? [{ question, answer }] : []))
