import { schoolYearOf } from '#domain/academic-year.ts'
import { suspensionReasons } from '#domain/codes/suspension.ts'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { Button } from '#govuk/index.ts'
import { correctionsOf } from '../correct.ts'
import { childPage } from '../record/child-page.tsx'
import { RecordCard } from '../record/history.tsx'
import { exclusionWords, period } from '../words.ts'
import { type Exclusion, exclusionsOf } from './exclusions.ts'

export const exclusionsPage = childPage({
  path: '/children/:child/exclusions',
  section: 'exclusions',
  title: 'Exclusions',
  load: async ({ tx }, { child }) => ({
    exclusions: await exclusionsOf(tx, child.id),
    corrections: await correctionsOf(tx, child.id, 'exclusion'),
  }),
  view: ({ exclusions, corrections }, { child }, { me, today }) => (
    <>
      <p class="govuk-body">{counted(exclusions, today)}</p>
      {exclusions.map(exclusion => (
        <RecordCard
          headingLevel={2}
          title={`${exclusionWords[exclusion.kind]} by ${exclusion.school}`}
          rows={[
            {
              key: 'When',
              value:
                exclusion.kind === 'permanent'
                  ? dayInWords(exclusion.fromOn)
                  : period(exclusion.fromOn, exclusion.toOn),
            },
            exclusion.sessions !== null && { key: 'Sessions', value: exclusion.sessions },
            { key: 'Reasons', value: reasonsInWords(exclusion.reasons) },
            exclusion.reinstatedOn !== null && {
              key: 'Reinstated',
              value: dayInWords(exclusion.reinstatedOn),
            },
          ]}
          recorded={exclusion}
          corrections={corrections.get(exclusion.id)}
          actions={
            may(me, 'child.exclusion') && exclusion.schoolId === me.organisationId
              ? [{ href: `/children/${child.id}/exclusions/${exclusion.id}`, text: 'Change' }]
              : []
          }
        />
      ))}
      {may(me, 'child.exclusion') && (
        <Button variant="secondary" href={`/children/${child.id}/exclusions/add`}>
          Record a suspension or exclusion
        </Button>
      )}
    </>
  ),
})

/** How often, and how much of the 45 school days of a year that the law allows. */
function counted(exclusions: readonly Exclusion[], today: IsoDate): string {
  if (exclusions.length === 0) return 'No suspension or exclusion is on record.'
  const year = schoolYearOf(today)
  const thisYear = exclusions.filter(
    ({ kind, fromOn }) => kind === 'suspension' && schoolYearOf(fromOn) === year,
  )
  const sessions = thisYear.reduce((sum, each) => sum + (each.sessions ?? 0), 0)
  return `${thisYear.length} ${thisYear.length === 1 ? 'suspension' : 'suspensions'} in ${year}, ${sessions} sessions of the 90 that the law allows in a school year.`
}

const reasonsInWords = (reasons: readonly string[]) =>
  reasons
    .map(key => suspensionReasons.all.find(reason => reason.key === key)?.name ?? key)
    .join('; ') || 'Not recorded'
