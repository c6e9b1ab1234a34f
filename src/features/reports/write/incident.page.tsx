import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { safeguardingHub } from '#features/organisations/index.ts'
import { clockAnswer } from '#features/placements/index.ts'
import { dayAnswers, optionalDay, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { reportViewed } from '../report.query.ts'
import { incidentFields, incidentNotes, incidentQuestions } from '../report.ts'
import { draftOfOurs } from './draft.query.ts'
import { DraftFrame } from './draft-frame.tsx'
import { IncidentFields } from './incident-fields.tsx'
import { missingIn } from './missing.ts'
import { saveDraft } from './save-draft.ts'

const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(incidentFields).map(([field, [label]]) => [field, label])),
  ...incidentQuestions,
  ...Object.fromEntries(Object.entries(incidentNotes).map(([field, [label]]) => [field, label])),
}

/** What happened one day; as far as it is written, it is kept. */
export const incidentReportPage = formPage({
  path: '/provider-reports/:report/incident',
  permission: 'provider-report.write',
  load: async visit => ({
    report: await draftOfOurs(visit, 'incident'),
    today: visit.today,
    hub: await safeguardingHub(visit.tx),
  }),
  discloses: reportViewed,
  schema: ({ today }) => schemaOf(today),
  initial: ({ report }) => ({
    ...dayAnswers('happened_on', report.happened_on),
    happened_at: report.happened_at?.slice(0, 5) ?? '',
    ...Object.fromEntries(
      [
        'place',
        'account',
        'involved',
        'done_at_once',
        'injuries',
        'follow_up',
        'held_how',
        'police_note',
        'carers_note',
      ].map(field => [field, report[field as 'place'] ?? '']),
    ),
    held: choiceOf(report.held),
    police: choiceOf(report.police),
    carers_told: choiceOf(report.carers_told),
  }),
  version: ({ report }) => report.version,
  view: ({ report, hub }, form) => (
    <DraftFrame report={report} hub={hub} form={form} labels={labels}>
      <IncidentFields report={report} form={form} />
    </DraftFrame>
  ),
  async submit(visit, { report }, { next, safeguarding, held, police, carers_told, ...answers }) {
    const words = {
      ...answers,
      held: answerOf(held),
      police: answerOf(police),
      carers_told: answerOf(carers_told),
    }
    const errors = {
      ...missingIn({ ...report, ...words }),
      ...(report.safeguarding || safeguarding
        ? {}
        : {
            safeguarding:
              'Choose yes or no: is there something only safeguarding leads should read',
          }),
    }
    if (next === 'check' && Object.keys(errors).length > 0) return { errors }
    await saveDraft(visit, report, words)
    if (next === 'check')
      return safeguarding === 'yes'
        ? `/provider-reports/${report.id}/safeguarding/write`
        : `/provider-reports/${report.id}/check`
    visit.flash('The draft is kept. Nobody outside your organisation reads it')
    return `/provider-reports/${report.id}`
  },
})

const yesNo = () => z.enum(['', 'yes', 'no']).optional()
const answerOf = (answer: '' | 'yes' | 'no' | undefined) => (answer ? answer === 'yes' : null)
const choiceOf = (answer: boolean | null) => (answer === null ? '' : answer ? 'yes' : 'no')

const schemaOf = (today: IsoDate) =>
  z.object({
    happened_on: optionalDay('the day on which it happened').refine(
      day => !day || day <= today,
      'The day on which it happened must be today or earlier',
    ),
    happened_at: clockAnswer('When it happened'),
    place: optionalText({ most: incidentFields.place[2] }),
    account: optionalText({ most: incidentFields.account[2] }),
    involved: optionalText({ most: incidentFields.involved[2] }),
    done_at_once: optionalText({ most: incidentFields.done_at_once[2] }),
    injuries: optionalText({ most: incidentFields.injuries[2] }),
    held: yesNo(),
    held_how: optionalText({ most: incidentNotes.held_how[1] }),
    police: yesNo(),
    police_note: optionalText({ most: incidentNotes.police_note[1] }),
    carers_told: yesNo(),
    carers_note: optionalText({ most: incidentNotes.carers_note[1] }),
    follow_up: optionalText({ most: incidentFields.follow_up[2] }),
    safeguarding: yesNo(),
    next: z.enum(['check', 'later']).default('check'),
  })
