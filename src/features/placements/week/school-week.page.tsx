import { z } from 'zod'
import { childForm } from '#features/children/index.ts'
import { Checkboxes, DateInput, Radios } from '#govuk/index.ts'
import { choices, day, dayAnswers } from '#platform/forms.ts'
import {
  checkWeek,
  sessionsIn,
  WeekFields,
  weekAnswers,
  weekShape,
} from '../proposal/week-fields.tsx'
import { keysOf, subjects } from '../words.ts'
import { setSchoolWeek } from './school-week.ts'

/** Asks what the child has at school in the week: the school of roll knows it, or who builds the programme. */
export const schoolWeekPage = childForm({
  path: '/children/:child/programme/school',
  section: 'programme',
  permission: 'programme.change',
  title: 'Time at school',
  saved: 'The time at school is saved',
  async load({ tx, today }, { child }) {
    const lessons = await tx
      .selectFrom('school_session')
      .selectAll()
      .where('child_id', '=', child.id)
      .where(at => at.or([at('to_on', 'is', null), at('to_on', '>=', today)]))
      .orderBy('weekday')
      .orderBy('starts_at')
      .execute()
    return { lessons, today }
  },
  schema: () =>
    z
      .object({
        any: z.enum(['yes', 'no'], 'Choose whether the child has lessons at school'),
        ...weekShape,
        days: choices(['1', '2', '3', '4', '5']),
        subjects: choices(keysOf(subjects)),
        fromOn: day('the first day of this week'),
      })
      .superRefine((answers, context) => {
        if (answers.any === 'no') return
        if (answers.days.length === 0)
          context.addIssue({ code: 'custom', path: ['days'], message: 'Choose at least one day' })
        checkWeek(answers, context)
      }),
  initial: ({ lessons, today }) => ({
    ...(lessons.length > 0 ? { any: 'yes', ...weekAnswers(lessons) } : {}),
    subjects: [...new Set(lessons.flatMap(each => each.subjects))],
    ...dayAnswers('fromOn', today),
  }),
  fields: form => (
    <>
      <Radios
        name="any"
        label="Does the child have lessons at school?"
        form={form}
        items={[
          {
            value: 'yes',
            label: 'Yes',
            conditional: (
              <>
                <WeekFields form={form} />
                <Checkboxes
                  name="subjects"
                  label="Which subjects are among them? (optional)"
                  items={subjects}
                  form={form}
                />
              </>
            ),
          },
          { value: 'no', label: 'No, none at all' },
        ]}
      />
      <DateInput name="fromOn" label="From which day?" form={form} />
    </>
  ),
  async submit(visit, _model, answers, { child }) {
    const schoolId =
      visit.me.organisationKind === 'school' ? visit.me.organisationId : child.schoolOfRoll?.id
    if (!schoolId)
      return {
        errors: { any: 'The child is on no roll, so there is no school to have lessons at' },
      }
    await setSchoolWeek(visit, {
      childId: child.id,
      schoolId,
      fromOn: answers.fromOn,
      sessions: answers.any === 'yes' ? sessionsIn(answers) : [],
      subjects: answers.subjects,
    })
    return undefined
  },
})
