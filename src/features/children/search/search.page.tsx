import { z } from 'zod'
import { may } from '#domain/permissions.ts'
import { ErrorSummary, Layout, PageHeading, TwoThirds } from '#govuk/index.ts'
import { optionalDay, optionalText } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { keepLookup } from './lookup.ts'
import { SearchForm } from './search-form.tsx'

/** The way to a child’s record, and the only way to a new one. */
export const searchPage = formPage({
  path: '/children',
  permission: 'child.search',
  discloses: 'nothing personal',
  load: async () => ({}),
  schema: z
    .object({ who: optionalText({ most: 200 }), birthDate: optionalDay('the date of birth') })
    .refine(({ who, birthDate }) => who !== null || birthDate !== null, {
      path: ['who'],
      error: 'Enter a name, a UPN, a reference or a date of birth',
    }),
  view: (_model, form, { me }) => (
    <Layout title="Find a child" form={form}>
      <ErrorSummary form={form} />
      <TwoThirds aside={<OtherWays me={me} />}>
        <PageHeading>Find a child</PageHeading>
        <SearchForm form={form} />
      </TwoThirds>
    </Layout>
  ),
  submit: async (visit, _model, { who, birthDate }) =>
    `/children/found/${await keepLookup(visit, { who: who ?? '', birthDate })}`,
})

const OtherWays = ({ me }: { me: Parameters<typeof may>[0] }) => (
  <nav aria-label="Other ways to children">
    <h2 class="govuk-heading-s">Other ways</h2>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/children/all">
          All children you may see
        </a>
      </li>
      {may(me, 'child.import') && (
        <li>
          <a class="govuk-link" href="/imports">
            Import a spreadsheet
          </a>
        </li>
      )}
      {may(me, 'child.duplicates') && (
        <li>
          <a class="govuk-link" href="/children/duplicates">
            Possible duplicates
          </a>
        </li>
      )}
      {may(me, 'child.change') && (
        <li>
          <a class="govuk-link" href="/children/changes">
            Changes waiting for a second person
          </a>
        </li>
      )}
    </ul>
    <p class="govuk-body">
      A new record is started from a search, so that nobody is entered twice.
    </p>
  </nav>
)
