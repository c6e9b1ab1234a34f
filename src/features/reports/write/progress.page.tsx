import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { may } from '#domain/permissions.ts'
import { safeguardingHub } from '#features/organisations/index.ts'
import {
  type Objective,
  objectivesToAnswer,
  StandingFields,
  standingShape,
  standingsIn,
  standingsWhole,
} from '#features/plans/index.ts'
import { DateInput, TextArea } from '#govuk/index.ts'
import { dayAnswers, optionalDay, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { type ObjectiveIn, objectivesIn, reportViewed } from '../report.query.ts'
import { labelAsked, type ProgressField, progressFields } from '../report.ts'
import { draftOfOurs } from './draft.query.ts'
import { DraftFrame } from './draft-frame.tsx'
import { missingIn } from './missing.ts'
import { saveDraft } from './save-draft.ts'

const fields = Object.keys(progressFields) as ProgressField[]
const labels = Object.fromEntries(fields.map(field => [field, progressFields[field][0]]))

/** How it goes over a time; as far as it is written, it is kept. */
export const progressReportPage = formPage({
  path: '/provider-reports/:report/progress',
  permission: 'provider-report.write',
  async load(visit) {
    const report = await draftOfOurs(visit, 'progress')
    return {
      report,
      today: visit.today,
      // A safeguarding lead notes no progress in plans (matrix, row 15), and is not asked about objectives here.
      objectives: may(visit.me, 'progress.note')
        ? await objectivesToAnswer(visit.tx, report.placement_id)
        : [],
      answered: await objectivesIn(visit.tx, report.id),
      hub: await safeguardingHub(visit.tx),
    }
  },
  discloses: reportViewed,
  schema: ({ objectives, today }) => schemaOf(objectives, today),
  initial: ({ report, answered }) => ({
    ...dayAnswers('period_from', report.period_from),
    ...dayAnswers('period_to', report.period_to),
    ...Object.fromEntries(fields.map(field => [field, report[field] ?? ''])),
    ...standingAnswers(answered),
  }),
  version: ({ report }) => report.version,
  view: ({ report, objectives, hub }, form) => (
    <DraftFrame report={report} hub={hub} form={form} labels={labels}>
      <DateInput name="period_from" label="From which day?" form={form} />
      <DateInput name="period_to" label="To which day?" form={form} />
      {fields.map(field => {
        const [label, hint] = progressFields[field]
        return (
          <>
            <TextArea
              name={field}
              label={labelAsked(field, label)}
              hint={hint || undefined}
              rows={5}
              form={form}
            />
            {field === 'learning' && <StandingFields objectives={objectives} form={form} />}
          </>
        )
      })}
    </DraftFrame>
  ),
  async submit(visit, { report, objectives }, { next, ...answers }) {
    const {
      period_from,
      period_to,
      done,
      learning,
      engagement,
      attendance,
      next_steps,
      for_school,
    } = answers
    const words = {
      period_from,
      period_to,
      done,
      learning,
      engagement,
      attendance,
      next_steps,
      for_school,
    }
    const errors = missingIn({ ...report, ...words })
    if (next === 'check' && Object.keys(errors).length > 0) return { errors }
    await saveDraft(
      visit,
      report,
      words,
      standingsIn(objectives, answers).map(each => ({
        ...each,
        words: objectives.find(({ id }) => id === each.objective)?.objective ?? '',
      })),
    )
    if (next === 'check') return `/provider-reports/${report.id}/check`
    visit.flash('The draft is kept. Nobody outside your organisation reads it')
    return `/provider-reports/${report.id}`
  },
})

const schemaOf = (objectives: readonly Objective[], today: IsoDate) =>
  z
    .object({
      period_from: optionalDay('the first day'),
      period_to: optionalDay('the last day').refine(
        day => !day || day <= today,
        'The last day must be today or earlier',
      ),
      done: optionalText({ most: progressFields.done[2] }),
      learning: optionalText({ most: progressFields.learning[2] }),
      engagement: optionalText({ most: progressFields.engagement[2] }),
      attendance: optionalText({ most: progressFields.attendance[2] }),
      next_steps: optionalText({ most: progressFields.next_steps[2] }),
      for_school: optionalText({ most: progressFields.for_school[2] }),
      ...standingShape(objectives),
      next: z.enum(['check', 'later']).default('check'),
    })
    .refine(
      ({ period_from, period_to }) => !period_from || !period_to || period_from <= period_to,
      { path: ['period_to'], error: 'The last day must not be before the first' },
    )
    .superRefine(standingsWhole(objectives))

const standingAnswers = (answered: readonly ObjectiveIn[]) =>
  Object.fromEntries(
    answered.flatMap(({ objective_id, standing, note }) => [
      [`standing-${objective_id}`, standing],
      [`note-${objective_id}`, note ?? ''],
    ]),
  )
