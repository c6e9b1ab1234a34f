import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { Breadcrumbs, InsetText, Layout, PageHeading, SubNavigation } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { daysEntered } from '../calendar/entered-days.query.ts'
import { schoolYear } from '../calendar/school-year.ts'
import { YearList, yearInWords } from '../calendar/year-list.tsx'
import { yearAsked, yearsAround } from '../calendar/years.ts'
import { administers, kindNames } from '../organisation.ts'
import { crumbs, SchoolNavigation } from './organisation.page.tsx'
import { organisationOf } from './organisation.query.ts'

/** The days on which a school meets, for everybody who counts by them. */
export const schoolCalendarPage = page({
  path: '/organisations/:organisation/calendar',
  permission: 'organisation.read',
  discloses: 'nothing personal',
  query: z.object({ year: z.string().max(10).optional().catch(undefined) }),
  load: async ({ tx, me, today, params, query }) => {
    const school = await organisationOf(tx, params.organisation)
    if (school.kind !== 'school') throw new NotFound()
    const entered = await daysEntered(tx, school.id)
    return {
      school,
      own: administers(me, school.id),
      authorityTerms: entered.authorityTerms,
      years: yearsAround(today),
      shown: schoolYear(entered, yearAsked(query.year, today)),
    }
  },
  view: ({ school, own, authorityTerms, years, shown }) => (
    <Layout
      title={`Term dates of ${school.name}`}
      before={<Breadcrumbs items={crumbs('school', school.name)} />}
    >
      <PageHeading caption={kindNames.school}>{school.name}</PageHeading>
      <SchoolNavigation id={school.id} page="calendar" />
      <InsetText>
        {authorityTerms
          ? 'The school keeps the authority’s terms. Its own INSET days and closures are taken off.'
          : 'The school has entered terms of its own.'}{' '}
        {own && (
          <a class="govuk-link" href="/administration/calendar">
            Change your dates
          </a>
        )}
      </InsetText>
      <SubNavigation
        label="School years"
        items={years.map(year => ({
          text: yearInWords(year),
          href: `/organisations/${school.id}/calendar?year=${year}`,
          active: year === shown.year,
        }))}
      />
      <YearList
        schoolYear={shown}
        empty="Neither the school nor the authority has entered dates for this year. Deadlines in school days cannot be counted until somebody does."
      />
    </Layout>
  ),
})
