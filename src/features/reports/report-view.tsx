import { dayInWords } from '#domain/london-time.ts'
import { progressWords } from '#features/plans/index.ts'
import { SummaryList, type SummaryRow, Table } from '#govuk/index.ts'
import type { ObjectiveIn, Report } from './report.query.ts'
import {
  type IncidentField,
  incidentFields,
  incidentQuestions,
  type ProgressField,
  progressFields,
} from './report.ts'

/** What a report says, in the order of its form. `change` leads back to where it was said. */
export const ReportView = ({
  report,
  objectives,
  change,
}: {
  report: Report
  objectives: readonly ObjectiveIn[]
  change?: string
}) => (
  <>
    <SummaryList
      rows={(report.kind === 'progress' ? progressRows(report) : incidentRows(report)).map(
        ([key, value, field]): SummaryRow => ({
          key,
          value: value ? <Lines text={value} /> : 'Not said',
          ...(change
            ? {
                actions: [
                  { href: `${change}#${field}`, children: 'Change', visuallyHiddenText: key },
                ],
              }
            : {}),
        }),
      )}
    />
    {objectives.length > 0 && (
      <Table
        caption="Objectives of the plan"
        head={['Objective', 'How it stands', 'What shows it']}
        rows={objectives.map(each => [
          each.objective,
          progressWords[each.standing],
          each.note ?? '',
        ])}
      />
    )}
  </>
)

type Row = readonly [key: string, value: string | null, field: string]

const progressRows = (report: Report): Row[] => [
  [
    'Time',
    report.period_from && report.period_to
      ? `${dayInWords(report.period_from)} to ${dayInWords(report.period_to)}`
      : null,
    'period_from-day',
  ],
  ...(Object.keys(progressFields) as ProgressField[]).map(
    (field): Row => [progressFields[field][0], report[field], field],
  ),
]

const words = (field: IncidentField, report: Report): Row => [
  incidentFields[field][0],
  report[field],
  field,
]

function incidentRows(report: Report): Row[] {
  return [
    [
      'When did it happen?',
      report.happened_on
        ? `${dayInWords(report.happened_on)}${report.happened_at ? `, ${report.happened_at.slice(0, 5)}` : ''}`
        : null,
      'happened_on-day',
    ],
    words('place', report),
    words('account', report),
    words('involved', report),
    words('done_at_once', report),
    words('injuries', report),
    [incidentQuestions.held, yesNo(report.held, report.held_how), 'held'],
    [incidentQuestions.police, yesNo(report.police, report.police_note), 'police'],
    [incidentQuestions.carers_told, yesNo(report.carers_told, report.carers_note), 'carers_told'],
    words('follow_up', report),
  ]
}

const yesNo = (answer: boolean | null, note: string | null) =>
  answer === null ? null : [answer ? 'Yes' : 'No', note].filter(Boolean).join('\n')

export const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map(line => (
      <p class="govuk-body govuk-!-margin-bottom-1">{line}</p>
    ))}
  </>
)
