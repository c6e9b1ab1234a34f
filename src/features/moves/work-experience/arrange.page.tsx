import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { childForm } from '#features/children/index.ts'
import { checkWeek, sessionsIn, WeekFields, weekShape } from '#features/placements/index.ts'
import { DateInput, TextArea } from '#govuk/index.ts'
import { day, optionalDay, text } from '#platform/forms.ts'
import { arrangeWork } from './keep-work.ts'
import { WorkFields, workIn, workShape } from './work-fields.tsx'

/** Arranges work experience with a host: what it is for, when, and what was checked. */
export const arrangeWorkPage = childForm({
  path: '/children/:child/work-experience/new',
  section: 'programme',
  permission: 'placement.run',
  title: 'Arrange work experience',
  button: 'Save the arrangement',
  load: async () => ({}),
  schema: (_model, _subject, today) =>
    z
      .object({
        ...workShape(today),
        purpose: text('Say what it is for', { most: 4000 }),
        startOn: day('the first day').refine(
          start => start >= addDays(today, -366),
          'The first day must be within the last year or in the future',
        ),
        endOn: optionalDay('the last day'),
        ...weekShape,
      })
      .superRefine((answers, context) => {
        if (answers.endOn && answers.endOn < answers.startOn)
          context.addIssue({
            code: 'custom',
            path: ['endOn'],
            message: 'The last day must not be before the first',
          })
        checkWeek(answers, context)
      }),
  initial: () => ({ code: 'W' }),
  fields: form => (
    <>
      <WorkFields form={form} />
      <TextArea
        name="purpose"
        label="What is it for?"
        hint="What should be different for the child at the end of it"
        rows={3}
        form={form}
      />
      <DateInput name="startOn" label="First day" form={form} />
      <DateInput name="endOn" label="Last day, if it is known (optional)" form={form} />
      <WeekFields form={form} />
    </>
  ),
  async submit(visit, _model, answers, { child }) {
    const id = await arrangeWork(visit, child.id, {
      purpose: answers.purpose,
      startOn: answers.startOn,
      endOn: answers.endOn,
      sessions: sessionsIn(answers),
      work: workIn(answers),
    })
    visit.flash('The arrangement is saved. It starts when you record the start.')
    return `/placements/${id}/work-experience`
  },
})
