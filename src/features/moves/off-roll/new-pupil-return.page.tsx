import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { NotFound } from '#domain/refusal.ts'
import { childForm } from '#features/children/index.ts'
import { reevaluateMoves } from '#features/findings/index.ts'
import { DateInput } from '#govuk/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import { dayAnswers, pastDay } from '#platform/forms.ts'

/** The return that a school owes for a name newly entered, within five days (ROL-06). */
export const newPupilReturnPage = childForm({
  path: '/children/:child/roll/:enrolment/return',
  section: 'roll',
  permission: 'removal.propose',
  title: 'Record the new-pupil return',
  async load({ tx, params, me }, { child }) {
    const owed = await tx
      .selectFrom('new_pupil_return')
      .selectAll()
      .where('enrolment_id', '=', params.enrolment)
      .where('child_id', '=', child.id)
      .where('school_id', '=', me.organisationId)
      .executeTakeFirst()
    if (!owed) throw new NotFound()
    return owed
  },
  schema: (owed, _subject, today) =>
    z.object({
      onDay: pastDay('the day on which the return was made', today).refine(
        date => date >= owed.entered_on,
        'The return is made on or after the day of the entry',
      ),
    }),
  initial: owed => dayAnswers('onDay', owed.made_on),
  version: owed => owed.version,
  fields: (form, owed) => (
    <>
      <p class="govuk-body">
        The child was entered on {dayInWords(owed.entered_on)}. The return is due by{' '}
        {dayInWords(addDays(owed.entered_on, 5))}.
      </p>
      <DateInput name="onDay" label="When was the return made?" labelSize="s" form={form} />
    </>
  ),
  saved: 'The return is recorded',
  async submit(visit, owed, { onDay }, { child }) {
    await changeOne(
      visit.tx
        .updateTable('new_pupil_return')
        .set({ made_on: onDay, recorded_by: visit.me.userId, recorded_at: visit.now })
        .where('enrolment_id', '=', owed.enrolment_id)
        .where('version', '=', owed.version),
      'This return',
    )
    visit.audit({
      event: 'removal.return-made',
      subjectKind: 'enrolment',
      subjectId: owed.enrolment_id,
      childId: child.id,
      detail: { newPupil: true, on: onDay },
    })
    await reevaluateMoves(visit, child.id)
    return undefined
  },
})
