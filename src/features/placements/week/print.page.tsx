import { dayInWords } from '#domain/london-time.ts'
import { identityOf } from '#features/children/index.ts'
import { BackLink, Layout, PageHeading, SummaryList } from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { OnDay } from '#platform/http/on-day.ts'
import { page } from '#platform/http/page.tsx'
import type { Placement } from '../placement.query.ts'
import { weekdays } from '../words.ts'
import { programmeOn } from './programme.query.ts'
import { inWeek, isTwoWeekly, type WeekStretch } from './week.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekList, wordOf } from './week-list.tsx'
import { WeeksToCome, WhichWeek } from './which-week.tsx'

/**
 * One page for the child and the carer: what, when and with whom. No address stands on it, and nothing that is not agreed
 * yet. Where the child’s place is protected, or somebody must not be in contact, neither place nor time (matrix, row 14).
 */
export const printPage = page({
  path: '/children/:child/programme/print',
  permission: 'programme.change',
  query: OnDay,
  async load({ tx, params, query, today }) {
    const child = await identityOf(tx, params.child, today)
    return {
      child,
      hidden: child.protectedBy !== undefined || (await hasNoContactFlag(tx, child.id)),
      programme: await programmeOn(tx, child.id, query.on ?? today),
    }
  },
  discloses: ({ child }) => ({
    event: 'programme.viewed',
    subjectKind: 'child',
    subjectId: child.id,
    childId: child.id,
    detail: { form: 'print' },
  }),
  view({ child, hidden, programme }) {
    const firm = programme.stretches.filter(each => each.firm)
    return (
      <Layout
        title="Your week"
        before={<BackLink href={`/children/${child.id}/programme`}>The programme</BackLink>}
      >
        <PageHeading caption={`From ${dayInWords(programme.day)}`}>
          The week of {child.preferredForename ?? child.forename}
        </PageHeading>
        {isTwoWeekly(firm) && (
          <>
            <WhichWeek weeks={programme.weeks} day={programme.day} />
            <WeeksToCome weeks={programme.weeks} />
          </>
        )}
        {hidden ? (
          <WithoutPlaces stretches={firm} />
        ) : (
          <>
            <WeekGrid stretches={firm} />
            <WeekList stretches={firm} caption="Day by day" links={false} notSaid="" />
            <WhomToRing placements={programme.placements} />
          </>
        )}
      </Layout>
    )
  },
})

/** For a child who is late, ill or lost: who can be rung, of what is agreed. */
const WhomToRing = ({ placements }: { placements: readonly Placement[] }) => {
  const agreed = placements.filter(({ status }) => status === 'accepted' || status === 'live')
  const rows = agreed.flatMap(({ providerName, provider_contact, school_contact }) => [
    ...(provider_contact ? [{ key: providerName, value: provider_contact }] : []),
    ...(school_contact ? [{ key: 'At the school', value: school_contact }] : []),
  ])
  const once = rows.filter(
    (row, at) => rows.findIndex(({ key, value }) => key === row.key && value === row.value) === at,
  )
  return once.length > 0 ? (
    <>
      <h2 class="govuk-heading-m">Whom to ring</h2>
      <SummaryList rows={once} />
    </>
  ) : null
}

/** A paper that names no place and no time leads nobody to the child. */
const WithoutPlaces = ({ stretches }: { stretches: readonly WeekStretch[] }) => (
  <>
    <p class="govuk-body">
      Places and times are left out here. Ask the school or the co-ordinator, in person.
    </p>
    {isTwoWeekly(stretches) ? (
      (['A', 'B'] as const).map(week => (
        <>
          <h2 class="govuk-heading-m">Week {week}</h2>
          <SubjectsByDay stretches={inWeek(stretches, week)} />
        </>
      ))
    ) : (
      <SubjectsByDay stretches={stretches} />
    )}
  </>
)

const SubjectsByDay = ({ stretches }: { stretches: readonly WeekStretch[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {weekdays.map((name, at) => {
      const subjects = stretches
        .filter(({ weekday }) => weekday === at + 1)
        .flatMap(each => each.subjects.map(wordOf))
      return <li>{`${name}: ${[...new Set(subjects)].join(', ') || 'not said'}`}</li>
    })}
  </ul>
)

const hasNoContactFlag = async (tx: Tx, childId: string): Promise<boolean> =>
  (await tx
    .selectFrom('contact')
    .select('id')
    .where('child_id', '=', childId)
    .where('no_contact', '=', true)
    .where('ended_on', 'is', null)
    .executeTakeFirst()) !== undefined
