import { type IsoDate, londonDay } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { SummaryList } from '#govuk/index.ts'
import { choicePieces } from '../known/pieces-choice.ts'
import { monitoringPieces } from '../known/pieces-monitoring.ts'
import { StatusTag } from '../questionnaire/frame.tsx'
import { KnownList } from '../questionnaire/known-list.tsx'
import { PartTag } from '../watch-list/watch-table.tsx'
import type { Assured } from './assured.query.ts'
import { EvidenceSeen } from './evidence-seen.tsx'
import { FindingsTable } from './findings-table.tsx'

/** Everything about one provider of a child: what it is, what was seen of it, what is planned and how it goes. */
export const AssuredView = ({
  assured,
  today,
  seesForms,
  seesShared,
}: {
  assured: Assured
  today: IsoDate
  seesForms: boolean
  seesShared: boolean
}) => {
  const { known, attendance, watched, forms, findings, provider, commissioner } = assured
  const choice = choicePieces(known)
  const monitoring = monitoringPieces(known)
  const first = watched[0]
  return (
    <section>
      <h2 class="govuk-heading-m">{provider}</h2>
      <p class="govuk-body">Commissioned by {commissioner}.</p>
      <SummaryList
        rows={[
          { key: 'Purpose', value: known.placements[0]?.purpose ?? 'Not said' },
          first !== undefined && {
            key: 'Quality and appropriateness',
            value: <PartTag part={first.quality} />,
          },
          first !== undefined && { key: 'Monitoring', value: <PartTag part={first.monitoring} /> },
          seesForms && { key: 'Questionnaires', value: <Forms forms={forms} /> },
          { key: 'Attendance', value: attendanceWords(attendance) },
        ]}
      />
      <Part title="Registration and inspection" pieces={choice[2] ?? []} today={today} />
      <Part title="Staff" pieces={choice[3] ?? []} today={today} />
      <EvidenceSeen known={known} today={today} />
      <Part title="Visits and agreement" pieces={(choice[4] ?? []).slice(1)} today={today} />
      <Part title="Objectives" pieces={monitoring[9] ?? []} today={today} />
      <Part title="Progress" pieces={monitoring[10] ?? []} today={today} />
      <Part title="Reviews" pieces={monitoring[11] ?? []} today={today} />
      <Part title="Contacts" pieces={monitoring[12] ?? []} today={today} />
      {seesShared && (
        <Part title="What the provider was told" pieces={choice[5] ?? []} today={today} />
      )}
      <h3 class="govuk-heading-s">What the rules say</h3>
      <FindingsTable findings={findings} />
    </section>
  )
}

const Part = ({
  title,
  pieces,
  today,
}: {
  title: string
  pieces: Parameters<typeof KnownList>[0]['pieces']
  today: IsoDate
}) => (
  <>
    <h3 class="govuk-heading-s">{title}</h3>
    {pieces.length === 0 ? (
      <p class="govuk-body">Nothing is recorded.</p>
    ) : (
      <KnownList pieces={pieces} today={today} />
    )}
  </>
)

const Forms = ({ forms }: { forms: Assured['forms'] }) =>
  forms.length === 0 ? (
    <>None is owed or kept.</>
  ) : (
    <ul class="govuk-list">
      {forms.map(form => (
        <li>
          <a class="govuk-link" href={`/questionnaires/${form.id}`}>
            {form.name}
          </a>{' '}
          <StatusTag status={form.status} />{' '}
          {form.returned_at
            ? `returned on ${dayInWords(londonDay(form.returned_at))}`
            : `due by ${dayInWords(form.due_on)}`}
        </li>
      ))}
    </ul>
  )

function attendanceWords({
  sessions,
  attended,
  absent,
  didNotHappen,
  lastOn,
}: Assured['attendance']) {
  if (sessions === 0) return 'No session is marked yet.'
  const possible = attended + absent
  const share = possible === 0 ? '' : ` (${Math.round((attended / possible) * 100)}%)`
  return `${attended} of ${possible} sessions attended${share}${didNotHappen > 0 ? `, ${didNotHappen} did not take place` : ''}; last marked on ${lastOn ? dayInWords(lastOn) : 'no day'}.`
}
