import { z } from 'zod'
import {
  ActionBar,
  Alert,
  Button,
  ButtonGroup,
  Form,
  Layout,
  PageHeading,
  SubNavigation,
} from '#govuk/index.ts'
import { Administration } from '#platform/http/administration.tsx'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { ownerFor } from './calendar-owner.ts'
import { daysEntered, type Entered } from './entered-days.query.ts'
import { schoolYear, type YearEntry } from './school-year.ts'
import { YearList, yearInWords } from './year-list.tsx'
import { yearAsked, yearsAround } from './years.ts'

/** Where a school keeps its own dates, and the authority those of every school. */
export const calendarPage = page({
  path: '/administration/calendar',
  permission: 'calendar.keep',
  discloses: 'nothing personal',
  query: z.object({ year: z.string().max(10).optional().catch(undefined) }),
  load: async ({ tx, me, today, query }) => {
    const owner = ownerFor(me)
    const entered = await daysEntered(tx, owner)
    const year = yearAsked(query.year, today)
    return { me, owner, entered, years: yearsAround(today), shown: schoolYear(entered, year) }
  },
  view: ({ me, owner, entered, years, shown }) => (
    <Layout title="Term dates and closed days">
      <Administration me={me}>
        <ActionBar
          actions={
            <ButtonGroup>
              {!entered.authorityTerms && (
                <Button href="/administration/calendar/terms/add">Add a term</Button>
              )}
              <Button href="/administration/calendar/closed-days/add" variant="secondary">
                {owner ? 'Add an INSET day' : 'Add a closed day'}
              </Button>
              <Button href="/administration/calendar/import" variant="secondary">
                Import dates
              </Button>
            </ButtonGroup>
          }
        >
          <PageHeading caption={owner ? me.organisationName : 'Every school'}>
            Term dates and closed days
          </PageHeading>
        </ActionBar>
        <WhoseDates me={me} owner={owner} entered={entered} />
        <SubNavigation
          label="School years"
          items={years.map(year => ({
            text: yearInWords(year),
            href: `/administration/calendar?year=${year}`,
            active: year === shown.year,
          }))}
        />
        <YearList
          schoolYear={shown}
          authority={owner === null}
          actions={entry => <Change entry={entry} owner={owner} />}
          empty={
            owner
              ? 'The authority has entered no dates for this year. Enter your own, or ask the authority.'
              : 'Add the terms one by one, or import them from a spreadsheet. Until then deadlines in school days cannot be counted.'
          }
        />
      </Administration>
    </Layout>
  ),
})

function WhoseDates({ me, owner, entered }: { me: Me; owner: string | null; entered: Entered }) {
  if (owner === null)
    return (
      <p class="govuk-body">
        These terms hold for every school that has entered none of its own. Closed days and{' '}
        <a class="govuk-link" href="/administration/calendar/bank-holidays">
          bank holidays
        </a>{' '}
        hold for all schools.
      </p>
    )
  if (!entered.authorityTerms)
    return (
      <Form action="/administration/calendar/drop-own-terms">
        <p class="govuk-body">
          {me.organisationName} has terms of its own. Bank holidays and the closed days of the
          authority count as well.
        </p>
        <Button variant="secondary">Go back to the authority’s terms</Button>
      </Form>
    )
  return (
    <Alert kind="information" title="You keep the authority’s terms">
      <Form action="/administration/calendar/own-terms">
        <p class="govuk-body">
          Add your own INSET days and closures here. If your terms begin or end on other days, take
          a copy of the authority’s and change it: from then on only your own terms count.
        </p>
        <Button variant="secondary">Use our own term dates</Button>
      </Form>
    </Alert>
  )
}

function Change({ entry, owner }: { entry: YearEntry; owner: string | null }) {
  if (entry.what === 'term' && entry.term.owner === owner)
    return (
      <a class="govuk-link" href={`/administration/calendar/terms/${entry.term.id}`}>
        Change<span class="govuk-visually-hidden"> {entry.term.name}</span>
      </a>
    )
  if (entry.what !== 'closed') return ''
  if (entry.day.id === undefined || entry.day.owner !== owner)
    return owner ? <span class="govuk-hint govuk-!-margin-bottom-0">For every school</span> : ''
  return (
    <Form action={`/administration/calendar/closed-days/${entry.day.id}/remove`}>
      <button type="submit" class="onroll-link-button">
        Remove<span class="govuk-visually-hidden"> {entry.day.reason}</span>
      </button>
    </Form>
  )
}
