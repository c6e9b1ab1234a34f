import { addDays } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { yearGroupName } from '#domain/year-group.ts'
import { Button } from '#govuk/index.ts'
import type { Me } from '#platform/sessions.ts'
import { type Corrections, correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { nowAndBefore, RecordCard } from '../record/history.tsx'
import { enrolmentWords, outcomeWords, period } from '../words.ts'
import { type Admission, admissionsOf, type Enrolment, enrolmentsOf } from './roll.query.ts'

/** Which school’s roll, since when: the first thing that Onroll is about. */
export const rollPage = childPage({
  path: '/children/:child/roll',
  section: 'roll',
  title: 'Roll',
  load: async ({ tx }, { child }) => ({
    enrolments: await enrolmentsOf(tx, child.id),
    admissions: await admissionsOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'enrolment'),
    admissionCorrections: await correctionsOf(tx, child.id, 'admission'),
  }),
  view: (
    { enrolments, admissions, corrections, admissionCorrections },
    { child, sees },
    { me, today },
  ) => {
    const { now, others } = nowAndBefore(enrolments, today)
    const card = (enrolment: Enrolment) => (
      <EnrolmentCard {...{ enrolment, corrections, me }} childId={child.id} />
    )
    return (
      <>
        <h2 class="govuk-heading-m">On roll now</h2>
        {now.length === 0 && (
          <p class="govuk-body">{child.name} is on no school’s roll that you may see.</p>
        )}
        {now.map(card)}
        {may(me, 'child.change') && sees.education && (
          <Button variant="secondary" href={`/children/${child.id}/roll/add`}>
            Add to a roll
          </Button>
        )}
        {others.length > 0 && <h2 class="govuk-heading-m">Earlier and later</h2>}
        {others.map(card)}
        {sees.education && (
          <>
            <h2 class="govuk-heading-m">Applications for a place</h2>
            {admissions.length === 0 && <p class="govuk-body">No application is on record.</p>}
            {admissions.map(admission => (
              <AdmissionCard
                {...{ admission, me }}
                corrections={admissionCorrections}
                childId={child.id}
              />
            ))}
            {may(me, 'child.admission') && (
              <Button variant="secondary" href={`/children/${child.id}/admissions/add`}>
                Record an application
              </Button>
            )}
          </>
        )}
      </>
    )
  },
})

const EnrolmentCard = ({
  enrolment,
  corrections,
  childId,
  me,
}: {
  enrolment: Enrolment
  corrections: Corrections
  childId: string
  me: Me
}) => {
  const mine =
    may(me, 'child.change') &&
    (me.organisationKind !== 'school' || enrolment.schoolId === me.organisationId)
  const at = `/children/${childId}/roll/${enrolment.id}`
  return (
    <RecordCard
      title={enrolment.school}
      rows={[
        { key: 'Registration', value: enrolmentWords[enrolment.kind] },
        { key: 'On roll', value: period(enrolment.fromOn, enrolment.toOn) },
        enrolment.yearGroup !== null && {
          key: 'Taught in',
          value: yearGroupName(enrolment.yearGroup),
        },
        enrolment.enteredOn !== null && {
          key: 'New-pupil return',
          value: enrolment.returnMadeOn
            ? `Made on ${dayInWords(enrolment.returnMadeOn)}`
            : `Due by ${dayInWords(addDays(enrolment.enteredOn, 5))}`,
        },
        enrolment.endedBecause !== null && { key: 'Why it ended', value: enrolment.endedBecause },
      ]}
      recorded={enrolment}
      corrections={corrections.get(enrolment.id)}
      actions={
        mine
          ? [
              // A school’s name comes off by a removal: on a ground in law, and with what the rules say (ROL-01).
              ...(!enrolment.toOn && enrolment.schoolId === me.organisationId
                ? [{ href: `/children/${childId}/removals/new`, text: 'Take off the roll' }]
                : []),
              ...(enrolment.enteredOn &&
              !enrolment.returnMadeOn &&
              enrolment.schoolId === me.organisationId
                ? [{ href: `${at}/return`, text: 'Record the new-pupil return' }]
                : []),
              { href: `${at}/correct`, text: 'Correct' },
            ]
          : []
      }
    />
  )
}

const AdmissionCard = ({
  admission,
  corrections,
  childId,
  me,
}: {
  admission: Admission
  corrections: Corrections
  childId: string
  me: Me
}) => (
  <RecordCard
    title={`Application to ${admission.school}`}
    rows={[
      { key: 'Applied on', value: dayInWords(admission.appliedOn) },
      { key: 'Outcome', value: outcomeOf(admission) },
      {
        key: 'Admission complete',
        value: admission.completedOn ? dayInWords(admission.completedOn) : 'Not yet',
      },
    ]}
    recorded={admission}
    corrections={corrections.get(admission.id)}
    actions={
      may(me, 'child.admission')
        ? [{ href: `/children/${childId}/admissions/${admission.id}`, text: 'Change' }]
        : []
    }
  />
)

const outcomeOf = ({ outcome, outcomeOn }: Admission) =>
  outcome
    ? `${outcomeWords[outcome]}${outcomeOn ? `, ${dayInWords(outcomeOn)}` : ''}`
    : 'Not known yet'
